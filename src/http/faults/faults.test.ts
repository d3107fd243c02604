import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { steadyClock } from '../../server/steady-clock.ts'
import { verifyTenant } from '../../storage/verify/verify-tenant.ts'
import { goThrough } from '../../testing/database.ts'
import { bodyOf, json, type Send, type TestOffice, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { type CutLine, openLine } from '../../testing/servers/cut-line.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'

let office: TestOffice
let line: CutLine
let clerk: Send
beforeAll(async () => {
  line = await openLine(inject('database').url)
  goThrough({ address: line.address, perTransaction: false })
  office = await testOffice().finally(() => goThrough(undefined))
  clerk = await office.as('clerk')
})
afterAll(async () => {
  await office?.dispose()
  await line?.close()
})

const opening = (title: string, key: string) =>
  json({ procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title } }, { 'idempotency-key': key })
const counted = async () =>
  (await office.county.database.owner.query<{ n: number }>('select count(*)::int as n from matters')).rows[0]?.n

describe('the line to the database', () => {
  test('cut in the middle of commands: nothing acknowledged is lost, nothing is there twice, and it goes on by itself', async () => {
    const before = (await counted()) ?? 0
    const keys = Array.from({ length: 60 }, () => randomUUID())
    const acknowledged = new Map<string, string>()
    let answered = 0
    const statuses = await Promise.all(
      keys.map(async (key) => {
        const answer = await clerk('/api/matters', opening('断线', key))
        answered += 1
        if (answered === 10) line.be('cut')
        if (answer.status === 201) acknowledged.set(key, (await bodyOf<{ id: string }>(answer)).id)
        else expect(answer.headers.get('retry-after')).not.toBeNull()
        return answer.status
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([201, 503]))
    expect((await clerk('/api/matters')).status).toBe(503)
    line.be('whole')
    // Who got no answer asks again with the same key.
    for (const key of keys) {
      const again = await clerk('/api/matters', opening('断线', key))
      expect(again.status).toBe(201)
      const { id } = await bodyOf<{ id: string }>(again)
      expect(acknowledged.get(key) ?? id).toBe(id)
    }
    expect(await counted()).toBe(before + keys.length)
    expect(await verifyTenant(office.deps, TEST_TENANT, () => {})).toMatchObject({ broken: 0, counters: [] })
  })
})

describe('a clock that jumps', () => {
  test.each([
    ['back by an hour', -3_600_000],
    ['two years ahead', 730 * 86_400_000],
  ])('%s dates nothing and destroys nothing; everybody is told to come back until it is right', async (_, jump) => {
    const right = Date.parse('2026-03-02T01:00:00.000Z')
    let wall = right
    const { now } = office.deps
    Object.assign(office.deps, { now: steadyClock(undefined, () => wall) })
    try {
      expect((await clerk('/api/matters', opening('钟对', randomUUID()))).status).toBe(201)
      const before = await counted()
      wall = right + jump
      expect((await clerk('/api/matters', opening('钟错', randomUUID()))).status).toBe(503)
      expect((await clerk('/api/today')).status).toBe(503)
      await expect(sweepDeadlines(office.deps, TEST_TENANT)).rejects.toThrow()
      wall = right + 1_000
      expect(await counted()).toBe(before)
      expect((await clerk('/api/matters', opening('又对', randomUUID()))).status).toBe(201)
    } finally {
      Object.assign(office.deps, { now })
    }
  })
})

describe('a snapshot that somebody holds', () => {
  test('stops neither commands nor lists, and sees nothing of them', async () => {
    const holder = await office.county.database.owner.connect()
    await holder.query('begin isolation level repeatable read; select from matters')
    const seen = (await holder.query('select count(*)::int as n from matters')).rows[0].n
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await clerk('/api/matters', opening('快照', randomUUID()))).status).toBe(201)
      expect((await clerk('/api/matters')).status).toBe(200)
    }
    expect((await holder.query('select count(*)::int as n from matters')).rows[0].n).toBe(seen)
    await holder.query('rollback')
    holder.release()
    expect(await counted()).toBe(seen + 5)
  })
})
