import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementsOf } from '../../testing/count-statements.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

test('a step over HTTP is three round trips: who asks, what stands, what is written', async () => {
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
  expect(statements).toEqual(['session-person', 'find-matter-key', expect.stringMatching(/^w\d+$/)])
})

test('a session that ended in another browser is over at once, though its tenant is remembered', async () => {
  const handler = await office.as('handler')
  expect((await handler('/api/session')).status).toBe(200)
  await office.county.database.owner.query(
    `delete from auth.sessions where user_id in (select user_id from people where id = 'person-handler')`,
  )
  expect((await handler('/api/session')).status).toBe(401)
})
