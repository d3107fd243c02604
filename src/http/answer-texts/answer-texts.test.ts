import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerTextsView, AnswerTextVersion } from '../../domain/answer-texts/answer-text.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const path = '/api/answer-texts'
const add = async (post: string, body: object) => (await office.as(post))(path, json(body))
const added = async (post: string, body: object) => {
  const answer = await add(post, body)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await bodyOf<{ id: string }>(answer)).id
}
const listed = async (post: string, query = '') =>
  bodyOf<AnswerTextsView>(await (await office.as(post))(`${path}${query}`))
const titles = async (post: string, query = '') => (await listed(post, query)).texts.map(({ title }) => title)
const change = async (post: string, id: string, body: object) =>
  (await office.as(post))(`${path}/${id}`, { ...json(body), method: 'PUT' })

test('a text of a unit is there for it and for the units below, not beside it, nor above', async () => {
  await added('clerk', { title: '县里都用', body: '您好，{编号}已受理。' })
  await added('dongpu-clerk', { title: '东浦镇用', body: '请到镇便民服务中心。' })
  expect(await titles('clerk')).toEqual(['县里都用'])
  expect((await titles('dongpu-mediator')).toSorted()).toEqual(['东浦镇用', '县里都用'])
  expect((await titles('xiatang-grid')).toSorted()).toEqual(['东浦镇用', '县里都用'])
  expect(await titles('yunxi-clerk')).toEqual(['县里都用'])
})

test('those for the kind and category come first, those for others not at all; words find them', async () => {
  await added('clerk', { title: '路灯答复', body: '路灯已修好。', procedure: 'report', category: 'facility' })
  await added('clerk', { title: '信访告知', body: '依照条例告知。', procedure: 'petition' })
  expect(await titles('clerk', '?procedure=report&category=facility')).toEqual(['路灯答复', '县里都用'])
  expect(await titles('clerk', '?procedure=petition')).toEqual(['信访告知', '县里都用'])
  expect(await titles('clerk', `?query=${encodeURIComponent('修好')}`)).toEqual(['路灯答复'])
})

test('each version stays with who wrote it; the last one holds, until it is used no more', async () => {
  const id = await added('yunxi-clerk', { title: '催办用语', body: '请尽快办理。' })
  expect(
    (await change('yunxi-clerk', id, { seenVersion: 1, title: '催办用语', body: '请在{期限}前办结。' })).status,
  ).toBe(200)
  expect((await change('yunxi-clerk', id, { seenVersion: 1, title: '催办用语', body: '晚了一步。' })).status).toBe(409)
  const yunxi = await office.as('yunxi-clerk')
  expect((await yunxi(`${path}/${id}/remove`, json({ seenVersion: 2 }))).status).toBe(200)
  expect(await titles('yunxi-clerk')).not.toContain('催办用语')
  const versions = await bodyOf<AnswerTextVersion[]>(await yunxi(`${path}/${id}/versions`))
  expect(versions.map(({ version, body, personName, removed }) => [version, body, personName, removed])).toEqual([
    [3, '请在{期限}前办结。', '杨示意', true],
    [2, '请在{期限}前办结。', '杨示意', undefined],
    [1, '请尽快办理。', '杨示意', undefined],
  ])
  expect((await yunxi(`${path}/${id}/remove`, json({ seenVersion: 3 }))).status).toBe(404)
})

test('nobody changes those of another unit, and who keeps none may only use them', async () => {
  const id = await added('dongpu-clerk', { title: '只归东浦', body: '到镇里办。' })
  const wish = { seenVersion: 1, title: '改了', body: '改了' }
  for (const post of ['clerk', 'yunxi-clerk', 'xiatang-grid'])
    expect([403, 404], post).toContain((await change(post, id, wish)).status)
  expect((await add('handler', { title: '承办岗写', body: '承办岗不写' })).status).toBe(403)
  expect(await listed('handler')).toMatchObject({ mayKeep: false })
  expect(await listed('clerk')).toMatchObject({ mayKeep: true })
})

test('words that name somebody, or with braces that stand for nothing, are not kept', async () => {
  const refused = async (body: object) => {
    const answer = await add('clerk', { title: '不能存的', ...body })
    return `${answer.status} ${JSON.stringify(await bodyOf(answer))}`
  }
  expect(await refused({ body: '请打13912345678找我' })).toMatch(/^400.*personal-data/)
  expect(await refused({ title: '电话13912345678', body: '请来电' })).toMatch(/^400.*personal-data/)
  expect(await refused({ body: '由{承办人}办理' })).toMatch(/^400.*承办人/)
  expect(await refused({ body: '好的', procedure: 'nothing' })).toMatch(/^400.*procedure/)
  expect(await refused({ body: '好的', category: 'facility' })).toMatch(/^400.*procedure/)
})
