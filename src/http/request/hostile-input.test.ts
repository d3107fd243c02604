import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const opening = (title: string, more: object = {}) => ({
  procedure: 'tiny',
  channel: 'window',
  unitId: 'dongpu',
  form: { title, place: '下塘村口' },
  ...more,
})
async function open(title: string, more: object = {}) {
  const clerk = await office.as('clerk')
  const answer = await clerk('/api/matters', json(opening(title, more)))
  expect(answer.status, await answer.clone().text()).toBe(201)
  return bodyOf<{ id: string }>(answer)
}

describe('hostile input', () => {
  test.each([
    ['/api/matters?text=%00', 400],
    ['/api/matters?procedure=a%00', 400],
    ['/api/matters?openedFrom=0000-01-01', 400],
    [`/api/matters?cursor=${Buffer.from('2020(x) ------------------------------------').toString('base64url')}`, 400],
    [`/api/matters?cursor=${Buffer.from('0000-01-01T00:00:00Z 0').toString('base64url')}`, 400],
    ['/api/matters/%00', 404],
  ])('%s is refused, not broken by', async (path, status) => {
    const clerk = await office.as('clerk')
    expect((await clerk(path)).status).toBe(status)
  })

  test('names that every object has are no step and no unit', async () => {
    const clerk = await office.as('clerk')
    const { id } = await open('原型上的名字')
    const step = await clerk(`/api/matters/${id}/steps/constructor`, json({ seenVersion: 1 }))
    expect(await step.json()).toMatchObject({ code: 'step-unknown' })
    const unit = await clerk('/api/matters', json(opening('没有的单位', { unitId: 'constructor' })))
    expect(await unit.json()).toMatchObject({ issues: [{ field: 'unitId', rule: 'not-a-unit' }] })
  })

  test('a reference that no table holds names no matter', async () => {
    const clerk = await office.as('clerk')
    const form = { title: '重复的事', category: 'facility', description: '说过的事', place: '石桥' }
    const report = await clerk('/api/matters', json({ procedure: 'report', channel: 'window', form }))
    const { id } = await bodyOf<{ id: string }>(report)
    const merge = json({ seenVersion: 1, form: { mergedInto: 'SQ-2026\0-0001' } })
    const answer = await clerk(`/api/matters/${id}/steps/merge`, merge)
    expect(answer.status).toBe(422)
  })

  test.each([
    ['NUL in a name', { name: 'a\0b', query: '' }],
    ['half a surrogate pair', { name: 'a\ud800', query: '' }],
  ])('%s is refused with its field', async (_, view) => {
    const clerk = await office.as('clerk')
    const answer = await clerk('/api/saved-views', json(view))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ issues: [{ field: 'name', rule: 'wrong-form' }] })
  })

  test('answers that are no answers are refused by the form', async () => {
    const clerk = await office.as('clerk')
    const nested = '['.repeat(8) + ']'.repeat(8)
    const places = [nested, '{"sha256":"\\u0000"}', `{"sha256":"${'a'.repeat(64)}","name":7}`, '"a\\u0000b"']
    for (const place of places) {
      const sent = json(opening('x', { form: { title: '一件事', place: 'HERE' } }))
      const answer = await clerk('/api/matters', { ...sent, body: String(sent.body).replace('"HERE"', place) })
      expect(answer.status, place.slice(0, 40)).toBe(422)
      expect(await answer.json()).toMatchObject({ issues: [{ field: 'place', rule: 'wrong-type' }] })
    }
  })

  const keys = Object.fromEntries(
    Array.from({ length: 90_000 }, (_, index) => [`k${(90_000 - index).toString(36)}`, 1]),
  )
  test.each([
    ['ninety thousand keys', JSON.stringify(opening('x', { form: keys })), 'too-many-values'],
    [
      'an array of as many numbers',
      JSON.stringify(opening('x', { form: { title: Object.values(keys) } })),
      'too-many-values',
    ],
    [
      'five thousand levels',
      JSON.stringify(opening('x')).replace('"x"', '['.repeat(5_000) + ']'.repeat(5_000)),
      'too-deep',
    ],
    [
      'as many levels of objects',
      JSON.stringify(opening('x')).replace('"x"', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
      'too-deep',
    ],
  ])('%s are refused before anybody checks or hashes them', async (_, body, rule) => {
    const clerk = await office.as('clerk')
    const { id } = await open('量大的一件')
    for (const path of ['/api/matters', '/api/matters/bulk/steps', `/api/matters/${id}/links`, '/api/saved-views']) {
      const answer = await clerk(path, { ...json({}, { 'idempotency-key': `key-of-${rule}` }), body })
      expect(answer.status, path).toBe(400)
      expect(await answer.json()).toMatchObject({ issues: [{ field: 'body', rule }] })
    }
  })
})
