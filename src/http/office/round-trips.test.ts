import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementsOf } from '../../testing/count-statements.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

test('a step over HTTP is two round trips: who asks with what stands, and what is written', async () => {
  const clerk = await office.as('clerk')
  const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '路灯不亮' } }
  const { id, version } = await bodyOf<{ id: string; version: number }>(await clerk('/api/matters', json(opening)))
  const statements = await statementsOf(office.deps.pool, async () => {
    const step = json(
      { seenVersion: version, form: { done: '看过了' } },
      { 'idempotency-key': 'one-step-of-the-clerk' },
    )
    expect((await clerk(`/api/matters/${id}/steps/note`, step)).status).toBe(200)
  })
  expect(statements).toEqual(['session-matter-key', expect.stringMatching(/^w\d+$/)])
})

test('a session that ended in another browser is over at once, though its tenant is remembered', async () => {
  const handler = await office.as('handler')
  expect((await handler('/api/session')).status).toBe(200)
  await office.county.database.owner.query(
    `delete from auth.sessions where user_id in (select user_id from people where id = 'person-handler')`,
  )
  expect((await handler('/api/session')).status).toBe(401)
})

const opened = async () => {
  const clerk = await office.as('clerk')
  const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title: '路灯不亮' } }
  const matter = await bodyOf<{ id: string; version: number }>(await clerk('/api/matters', json(opening)))
  const step = (key: string, version = matter.version) =>
    clerk(
      `/api/matters/${matter.id}/steps/note`,
      json({ seenVersion: version, form: { done: '看过了' } }, { 'idempotency-key': key }),
    )
  return { ...matter, step }
}
const behind = (statement: string, values: unknown[] = []) => office.county.database.owner.query(statement, values)
const versionOf = async (id: string) =>
  (await behind('select version from matters where id = $1', [id])).rows[0]?.version as number

test('a step that is sent again is answered as the first time, by one read', async () => {
  const { id, step } = await opened()
  expect((await step('sent-twice-by-the-clerk')).status).toBe(200)
  const statements = await statementsOf(office.deps.pool, async () => {
    expect((await step('sent-twice-by-the-clerk')).status).toBe(200)
  })
  expect(statements).toEqual(['session-matter-key'])
  expect(await versionOf(id)).toBe(2)
})

test('a key of somebody else finds nothing of theirs', async () => {
  const { id, step } = await opened()
  expect((await step('the-same-words-as-key')).status).toBe(200)
  const leader = await office.as('leader')
  const again = json({ seenVersion: 1, form: { done: '看过了' } }, { 'idempotency-key': 'the-same-words-as-key' })
  expect((await leader(`/api/matters/${id}/steps/note`, again)).status).not.toBe(200)
  expect(await versionOf(id)).toBe(2)
})

const CLERK = `id = (select user_id from people where id = 'person-clerk')`
test.each([
  [
    'the account was closed',
    `update auth.users set banned = true where ${CLERK}`,
    'update auth.users set banned = false',
    401,
  ],
  [
    'the person has left',
    `update people set left_at = now() where id = 'person-clerk'`,
    'update people set left_at = null',
    401,
  ],
  [
    'the post was given to nobody',
    `update posts set person_id = null, roles = '{system}' where person_id = 'person-clerk'`,
    `update posts set person_id = 'person-clerk', roles = '{clerk}' where roles = '{system}'`,
    403,
  ],
  [
    'the session is over by its time',
    `update auth.sessions set expires_at = expires_at - interval '2 days'`,
    `update auth.sessions set expires_at = expires_at + interval '2 days'`,
    401,
  ],
  ['the session was ended', `delete from auth.sessions where user_${CLERK}`, 'select 1', 401],
])('nobody takes a step after %s, though the matter is read with the session', async (_, ending, undo, status) => {
  const { id, step } = await opened()
  await behind(ending)
  const answer = await step('after-it-has-ended')
  expect(answer.status).toBe(status)
  expect(await versionOf(id)).toBe(1)
  await behind(undo)
})
