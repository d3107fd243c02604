import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, json, type TestOffice, takeSheet, testOffice } from '../../testing/office.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { type Sent, watchStatements } from '../../testing/statements/recorded.ts'
import { reachOf } from '../../testing/statements/tenants-in-plan.ts'
import { runJobs } from '../../workers/run-jobs.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office?.dispose())

const SHOWN = 400

/** A session's first request asks whose it is, in a table of accounts; what else is not said here has to name its tenant. */
const findings = async (statements: Iterable<Sent>) => {
  const found: string[] = []
  for (const statement of statements) {
    const reach = await reachOf(office.county.database.owner, statement)
    if (!reach) continue
    if (reach.loose.length > 0) found.push(`${reach.loose.join(', ')}: ${statement.text.slice(0, SHOWN)}`)
    if (reach.tenants.length > 1) found.push(`names ${reach.tenants.join(', ')}: ${statement.text.slice(0, SHOWN)}`)
  }
  return found
}

describe('a statement of the program', () => {
  test('that means every tenant, or two, is found by its plan', async () => {
    const found = await findings(
      [
        'select * from matters where state = $1',
        'select m.id from matters m join deadlines d on d.matter_id = m.id where m.tenant = $1',
        'select m.id from matters m, deadlines d where m.tenant = $1 and d.tenant = $2 and d.matter_id = m.id',
        'delete from jobs where id = $1',
        'select m.id from matters m join deadlines d on d.tenant = m.tenant and d.matter_id = m.id where m.tenant = $1',
      ].map((text) => ({ text, values: ['qinglan', 'donghe'] })),
    )
    expect(found.map((one) => one.split(':')[0])).toEqual([
      expect.stringMatching(/on matters$/),
      expect.stringMatching(/on deadlines$/),
      'names qinglan, donghe',
      expect.stringMatching(/on jobs$/),
    ])
  })

  test('names one tenant, in everything that an office does in a day', async () => {
    const statements = new Map<string, Sent>()
    const { deps, county } = office
    for (const pool of [deps.pool, deps.vault]) watchStatements(pool, (sent) => statements.set(sent.text, sent))
    const [clerk, handler, leader] = [await office.as('clerk'), await office.as('handler'), await office.as('leader')]
    const form = { title: '路灯不亮', phone: '13800000001', reporter: '张示例' }
    const opening = { procedure: 'tiny', channel: 'window', unitId: 'dongpu', form }
    const { id, version } = await bodyOf<{ id: string; version: number }>(await clerk('/api/matters', json(opening)))
    const step = json({ seenVersion: version, form: { done: '换了灯泡' } }, { 'idempotency-key': 'one-step-of-a-day' })
    expect((await handler(`/api/matters/${id}/steps/handle`, step)).status).toBe(200)
    const paths = [
      ...['matters', 'matters?text=路灯', 'matters?text=路灯不亮&overdue=true&sort=due', 'counts', 'today', 'team'],
      ...[`matters/${id}`, `matters/${id}/events`, 'sheet?procedure=tiny', 'lessons', 'bulletins', 'returns', 'inbox'],
      ...['saved-views', 'duty', 'exports', 'session', 'directory', 'hand-overs'],
    ]
    for (const send of [clerk, leader]) for (const path of paths) await send(`/api/${path}`)
    await clerk('/api/duplicates', json({ procedure: 'tiny', title: '路灯不亮', place: '桥头' }))
    await takeSheet(clerk, 'tiny', 'xlsx')
    county.setNow('2026-04-06T01:00:00.000Z')
    await sweepDeadlines(deps, TEST_TENANT)
    await runJobs(deps, TEST_TENANT)
    await verifyTenant(deps, TEST_TENANT, () => {})
    expect(statements.size).toBeGreaterThan(60)
    expect(await findings(statements.values())).toEqual([])
  })

  // ANLAN_TEST_STATEMENTS=FILE npm run unit -- --project storage --project http writes them down; then the same with this file alone.
  const file = process.env['ANLAN_CHECK_STATEMENTS']
  test.skipIf(!file)('names one tenant, in whatever the test suites sent (needs ANLAN_CHECK_STATEMENTS)', async () => {
    const statements = readFileSync(file ?? '', 'utf8')
      .split('\n')
      .filter(Boolean)
    expect(await findings(statements.map((line) => JSON.parse(line) as Sent))).toEqual([])
  })
})
