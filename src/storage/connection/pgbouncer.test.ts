import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { plantCounty } from '../../testing/county.ts'
import { goThrough } from '../../testing/database.ts'
import { bodyOf, json, type TestOffice, testOffice } from '../../testing/office.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { findPgbouncer, type Pooler, startPgbouncer } from '../../testing/servers/pgbouncer.ts'
import { whileElected } from '../../workers/due/while-elected.ts'
import { runJobs } from '../../workers/run-jobs.ts'
import { sweepDeadlines } from '../../workers/sweep-deadlines.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'
import { handleCommand } from '../write/handle.ts'
import { withTenant } from './connect.ts'

const program = findPgbouncer()

const needs = program ? '' : ' (skipped: no pgbouncer here; Debian: apt-get install pgbouncer)'

describe.skipIf(!program)(`through pgbouncer in transaction mode, three connections for ten callers${needs}`, () => {
  let pooler: Pooler
  let office: TestOffice
  const OTHER = 'donghe'
  beforeAll(async () => {
    const { url, ownerUrl } = inject('database')
    pooler = await startPgbouncer(program ?? '', [url, ownerUrl])
    goThrough({ address: pooler.address, perTransaction: true })
    office = await testOffice()
    await plantCounty(office.county.database, OTHER)
  })
  afterAll(async () => {
    goThrough(undefined)
    await office?.dispose()
    await pooler?.stop()
  })

  const opening = (title: string) => ({ procedure: 'tiny', channel: 'window', unitId: 'dongpu', form: { title } })
  const open = (tenant: string, title: string) =>
    handleCommand(office.deps, {
      actor: { ...actorOf('clerk'), tenant },
      command: { type: 'OpenMatter', ...opening(title), channel: 'window' },
    })

  test('commands of two offices at once each see and change their own rows', async () => {
    const offices = Array.from({ length: 40 }, (_, index) => (index % 2 ? TEST_TENANT : OTHER))
    const opened = await Promise.all(offices.map((tenant, index) => open(tenant, `第${index}件`)))
    const handled = await Promise.all(
      opened.map(({ matter }) =>
        handleCommand(office.deps, {
          actor: { ...actorOf('handler'), tenant: matter.tenant },
          matterId: matter.id,
          command: { type: 'TakeStep', step: 'handle', form: { done: '换了灯泡' } },
        }),
      ),
    )
    expect(handled.map(({ matter }) => matter.tenant)).toEqual(offices)
    for (const tenant of [TEST_TENANT, OTHER]) {
      const { rows } = await withTenant(office.deps.pool, tenant, (client) =>
        client.query('select tenant, count(*)::int as n from matters group by 1'),
      )
      expect(rows).toEqual([{ tenant, n: 20 }])
    }
  })

  test('two writers of one matter: one wins, the other is told or decides again', async () => {
    const { matter } = await open(TEST_TENANT, '两个人同时办')
    const notes = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        handleCommand(office.deps, {
          actor: actorOf('clerk'),
          matterId: matter.id,
          command: { type: 'TakeStep', step: 'note', form: { done: `第${index}次` } },
        }),
      ),
    )
    expect(notes.map(({ matter: { version } }) => version).sort()).toEqual([2, 3, 4, 5, 6, 7])
  })

  test('an error leaves no transaction behind, and settings of one caller do not reach another', async () => {
    const { pool } = office.deps
    for (let turn = 0; turn < 6; turn += 1) {
      await expect(
        withTenant(pool, OTHER, async (client) => {
          await client.query('begin')
          await client.query('select 1 / 0')
        }),
      ).rejects.toThrow(/division by zero/)
      await expect(withTenant(pool, OTHER, (client) => client.query('select 1 / 0'))).rejects.toThrow(/division/)
      const seen = await office.county.database.vault.query<{ who: string; tenant: string | null }>(
        `select current_user as who, nullif(current_setting('anlan.tenant', true), '') as tenant`,
      )
      expect(seen.rows).toEqual([{ who: 'anlan_vault', tenant: null }])
      expect((await pool.query(`select current_user as who, current_setting('TimeZone') as zone`)).rows).toEqual([
        { who: 'anlan_app', zone: 'UTC' },
      ])
    }
  })

  test('people sign in, open, search and count over HTTP', async () => {
    const clerk = await office.as('clerk')
    const { id, version } = await bodyOf<{ id: string; version: number }>(
      await clerk('/api/matters', json({ ...opening('下塘路灯'), form: { title: '下塘路灯', phone: '13800000001' } })),
    )
    const note = json({ seenVersion: version, form: { done: '看过了' } }, { 'idempotency-key': 'through-the-pooler' })
    expect((await clerk(`/api/matters/${id}/steps/note`, note)).status).toBe(200)
    expect((await clerk(`/api/matters/${id}/steps/note`, note)).status).toBe(200)
    const found = await bodyOf<{ rows: unknown[] }>(await clerk('/api/matters?text=下塘路灯'))
    expect(found.rows).toHaveLength(1)
    expect((await clerk('/api/today')).status).toBe(200)
    expect((await clerk('/api/counts')).status).toBe(200)
    expect((await office.ask('/readyz')).status).toBe(200)
  })

  test('one server sweeps at a time, also where no session is kept', async () => {
    const { pool } = office.deps
    const overlapping = await whileElected(pool, 'deadlines', async (stillElected) => {
      await Promise.all(Array.from({ length: 4 }, () => open(TEST_TENANT, '路灯不亮')))
      expect(await stillElected()).toBe(true)
      return (await whileElected(pool, 'deadlines', async () => 'a second one')) ?? 'nobody else'
    })
    expect(overlapping).toBe('nobody else')
    expect(await whileElected(pool, 'deadlines', async () => 'the next one')).toBe('the next one')
  })

  test('deadlines and jobs are worked through, and everything verifies', async () => {
    office.county.setNow('2026-04-06T01:00:00.000Z')
    expect(await sweepDeadlines(office.deps, TEST_TENANT)).toBeGreaterThan(0)
    expect((await runJobs(office.deps, TEST_TENANT)).failures).toEqual([])
    for (const tenant of [TEST_TENANT, OTHER]) {
      const { broken, counters } = await verifyTenant(office.deps, tenant, () => {})
      expect({ broken, counters }).toEqual({ broken: 0, counters: [] })
    }
  })
})
