import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { closeAccount } from '../sign-in/account.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const START = '2026-03-02T01:00:00.000Z'
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

describe('live lists', () => {
  test('tell of changes in scope, and of no others', async () => {
    const yunxi = await office.as('yunxi-clerk')
    const answer = await yunxi('/api/stream')
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
    const heard: string[] = []
    const hear = async (until: RegExp) => {
      while (!until.test(heard.join(''))) heard.push((await reader.read()).value ?? '')
    }
    await hear(/event: ping/)
    const elsewhere = await open('东浦镇的事')
    const here = await open('云溪镇的事', { unitId: 'yunxi' })
    await hear(new RegExp(here.id))
    expect(heard.join('')).toContain('event: matters')
    expect(heard.join('')).not.toContain(elsewhere.id)
    expect(heard.join('')).not.toContain('云溪镇的事')
    await reader.cancel()
    await expect.poll(() => office.deps.notices.listenerCount()).toBe(0)
  })

  test('end when the account is closed', async () => {
    const auditor = await office.as('auditor')
    const answer = await auditor('/api/stream')
    const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toContain('event: ping')
    const { rows } = await office.county.database.owner.query<{ id: string }>(
      `select id from auth.users where username = 'auditor'`,
    )
    await closeAccount(office.deps.auth, rows[0]?.id ?? '')
    office.county.setNow('2026-03-02T01:01:00.000Z')
    const { id } = await open('账号停用以后的事')
    office.county.setNow(START)
    const heard: string[] = []
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard.push(part.value)
    expect(heard.join('')).not.toContain(id)
  })

  test('that cannot be served any more are closed and logged; the server stands', async () => {
    const leader = await office.as('leader')
    const answer = await leader('/api/stream')
    const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toContain('event: ping')
    const { id } = await open('读不到单位的时候')
    const change = { tenant: 'qinglan', matter: null as unknown as Matter }
    office.deps.notices.tell(change)
    for (let part = await reader.read(); !part.done; part = await reader.read());
    expect(office.logged).toContainEqual(expect.objectContaining({ level: 'error', where: 'stream' }))
    expect(JSON.stringify(office.logged)).not.toContain(id)
  })

  test('are not kept for a question about their headers, whose body nobody reads', async () => {
    const handler = await office.as('handler')
    const before = office.deps.notices.listenerCount()
    const answer = await handler('/api/stream', { method: 'HEAD' })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(office.deps.notices.listenerCount()).toBe(before)
  })
})
