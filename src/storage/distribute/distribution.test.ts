import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantCounty, testCounty } from '../../testing/county.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { citusUrl } from '../../testing/servers/citus.ts'
import { OF_NO_TENANT } from '../../testing/statements/tenants-in-plan.ts'
import { verifyTenant } from '../verify/verify-tenant.ts'
import { handleCommand } from '../write/handle.ts'
import { distribute, planDistribution } from './distribution.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.dispose())

const rows = async <T>(sql: string) => (await database.owner.query(sql)).rows as T[]
const foreignKeys = () =>
  rows(
    `select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1, 2`,
  )

describe.skipIf(citusUrl())('spreading the tables over servers', () => {
  test('reaches every table once: by tenant where one is in its primary key, else on every server', async () => {
    const { distributed, reference } = await planDistribution(database.owner)
    const all = await rows<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'auth')`,
    )
    expect([...distributed, ...reference].sort()).toEqual(all.map(({ name }) => name).sort())
    expect(reference.filter((name) => !name.startsWith('auth.'))).toEqual(OF_NO_TENANT.map((name) => `public.${name}`))
    const keyed = await rows<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' where i.indisprimary and a.attnum = any(i.indkey::int2[])`,
    )
    expect(distributed.filter((name) => !keyed.some((one) => one.name === name))).toEqual([])
  })

  test('no unique rule and no foreign key of theirs reaches across tenants, and none leads to accounts', async () => {
    const { distributed } = await planDistribution(database.owner)
    expect(
      await rows(
        `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
         where i.indisunique and n.nspname = 'public' and not a.attnum = any(i.indkey::int2[])`,
      ),
    ).toEqual([])
    const keys = await rows<{ table: string; other: string; own: boolean }>(
      `select conrelid::regclass::text as table, confrelid::regclass::text as other,
         (select array_position(k.conkey, a.attnum) = array_position(k.confkey, b.attnum) from pg_attribute a, pg_attribute b
           where a.attrelid = k.conrelid and a.attname = 'tenant' and b.attrelid = k.confrelid and b.attname = 'tenant') as own
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'f' and n.nspname = 'public'`,
    )
    expect(keys.length).toBeGreaterThan(5)
    expect(keys.filter(({ own }) => own !== true)).toEqual([])
    expect(keys.filter(({ other }) => !distributed.includes(`public.${other}`))).toEqual([])
  })

  test('needs Citus, and says so', async () => {
    await expect(distribute(database.owner, await planDistribution(database.owner))).rejects.toMatchObject({
      code: 'database-unusable',
      details: { rule: 'no-citus' },
    })
  })

  // No Citus can be had here: two functions of its names that write down what they were told. It shows that the statements run and that
  // nothing is lost on the way, not that Citus takes them.
  test('tells each table once, the tenants first, and leaves every foreign key as it was', async () => {
    const { owner } = database
    await owner.query(`create schema stand_in; set search_path = public`)
    await owner.query('create table stand_in.told (no serial, name text, by_column text, beside text)')
    await owner.query(`create function public.create_distributed_table(t regclass, c text, colocate_with text default 'default') returns void
      language sql as $$ insert into stand_in.told (name, by_column, beside) values (t::text, c, colocate_with) $$`)
    await owner.query(`create function public.create_reference_table(t regclass) returns void
      language sql as $$ insert into stand_in.told (name) values (t::text) $$`)
    const before = await foreignKeys()
    const plan = await planDistribution(owner)
    await distribute(owner, plan)
    expect(await foreignKeys()).toEqual(before)
    const told = await rows<{ name: string; by_column: string | null; beside: string | null }>(
      'select name, by_column, beside from stand_in.told order by no',
    )
    expect(told).toHaveLength(plan.distributed.length + plan.reference.length)
    const [first, ...rest] = told.filter(({ by_column }) => by_column !== null)
    expect(first).toEqual({ name: 'tenants', by_column: 'tenant', beside: 'default' })
    expect(rest.every(({ by_column, beside }) => by_column === 'tenant' && beside === 'public.tenants')).toBe(true)
  })
})

const real = citusUrl()
describe.skipIf(!real)(`on a real Citus${real ? '' : ' (skipped: no ANLAN_TEST_CITUS_URL)'}`, () => {
  test('two offices write, read and verify, each where its rows lie', async () => {
    const county = await testCounty()
    const OTHER = 'donghe'
    await plantCounty(county.database, OTHER)
    for (const tenant of [TEST_TENANT, OTHER]) {
      const actor = { ...actorOf('clerk'), tenant }
      const form = { title: '路灯不亮' }
      await handleCommand(county.deps, {
        actor,
        command: { type: 'OpenMatter', procedure: 'tiny', channel: 'window', unitId: 'dongpu', form },
      })
      expect(await verifyTenant(county.deps, tenant, () => {})).toMatchObject({ matters: 1, broken: 0 })
    }
    await county.dispose()
  })
})
