import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { connect, databaseFor, withTenant } from './connect.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await database.owner.query(
    `create table notes (tenant text not null, word text not null, primary key (tenant, word))`,
  )
  await database.owner.query('alter table notes enable row level security')
  await database.owner.query(
    `create policy tenant_rows on notes using (tenant = current_setting('anlan.tenant', true))`,
  )
  await database.owner.query('grant select, insert on notes to anlan_app')
  await database.owner.query(`insert into notes values ('qinglan', '一'), ('donghe', '二')`)
})

afterAll(async () => database.dispose())

describe('values arrive as', () => {
  const value = async (select: string): Promise<unknown> =>
    (await database.owner.query<{ value: unknown }>(`select ${select}`)).rows[0]?.value

  test.each([
    [`date '2026-09-28' as value`, '2026-09-28'],
    [`timestamptz '2026-09-28 09:12:00+08' as value`, '2026-09-28T01:12:00.000Z'],
    [`timestamptz '2026-09-28 01:12:00.05Z' as value`, '2026-09-28T01:12:00.050Z'],
    [`timestamptz '2026-09-28 01:12:00.123999Z' as value`, '2026-09-28T01:12:00.123Z'],
    [`timestamptz 'infinity' as value`, 'infinity'],
    [`timestamp '2026-09-28 01:12:00' as value`, '2026-09-28 01:12:00'],
    [`count(*) as value`, 1],
    [`sum(n) as value from (values (1::bigint), (2)) as numbers (n)`, 3],
    [`9007199254740991 as value`, Number.MAX_SAFE_INTEGER],
    [`12.50 as value`, 12.5],
    [`'{"places": ["清澜县"]}'::jsonb as value`, { places: ['清澜县'] }],
    [`array[date '2026-09-28', null] as value`, ['2026-09-28', null]],
    [
      `array[[1::bigint, 2], [3, 4]] as value`,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [`array['a', null] as value`, ['a', null]],
  ])('select %s', async (select, expected) => {
    expect(await value(select)).toEqual(expected)
  })

  test('nothing, where a whole number is too large to be exact in JavaScript', async () => {
    await expect(value('9007199254740993 as value')).rejects.toThrow(/select it as text/)
    expect(await value('9007199254740993::text as value')).toBe('9007199254740993')
  })
})

describe('a connection for a tenant', () => {
  const words = (tenant: string) =>
    withTenant(database.app, tenant, async (client) =>
      (await client.query<{ word: string }>('select word from notes')).rows.map(({ word }) => word),
    )

  test('sees the rows of its tenant only, also when connections change hands', async () => {
    const tenants = Array.from({ length: 60 }, (_, index) => (index % 2 ? 'qinglan' : 'donghe'))
    const seen = await Promise.all(tenants.map(words))
    expect(seen).toEqual(tenants.map((tenant) => [tenant === 'qinglan' ? '一' : '二']))
  })

  test('sees nothing of a tenant that is not there, and nothing before it is bound', async () => {
    expect(await words('nowhere')).toEqual([])
    const fresh = connect({ url: database.url, max: 1, applicationName: 'anlan test' })
    expect((await fresh.query('select * from notes')).rows).toEqual([])
    await fresh.end()
  })

  test('refuses to write rows of another tenant', async () => {
    const write = withTenant(database.app, 'qinglan', (client) =>
      client.query(`insert into notes values ('donghe', '三')`),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  test('is bound once: the second use needs no statement for it', async () => {
    const single = connect({ url: database.url, max: 1, applicationName: 'anlan test' })
    const sent = await withTenant(single, 'qinglan', async (client) => listenTo(client))
    await withTenant(single, 'qinglan', (client) => client.query('select 1'))
    expect(sent).toEqual(['select 1'])
    await withTenant(single, 'donghe', (client) => client.query('select 2'))
    expect(sent).toEqual(['select 1', expect.stringContaining('anlan.tenant'), 'select 2'])
    await single.end()
  })

  test('does not pass on a transaction that failed', async () => {
    const single = connect({ url: database.url, max: 1, applicationName: 'anlan test' })
    const failing = withTenant(single, 'qinglan', async (client) => {
      await client.query('begin')
      await client.query('select 1 / 0')
    })
    await expect(failing).rejects.toThrow(/division by zero/)
    expect(
      await withTenant(single, 'qinglan', (client) => client.query('select 1 as one').then(({ rows }) => rows)),
    ).toEqual([{ one: 1 }])
    await single.end()
  })

  test('serves the query builder too', async () => {
    const read = async (tenant: string) =>
      (await sql<{ word: string }>`select word from notes`.execute(databaseFor(database.app, tenant))).rows
    expect(await Promise.all([read('qinglan'), read('donghe'), read('qinglan')])).toEqual([
      [{ word: '一' }],
      [{ word: '二' }],
      [{ word: '一' }],
    ])
    expect(databaseFor(database.app, 'qinglan')).toBe(databaseFor(database.app, 'qinglan'))
  })
})

/** The statements that a connection is asked to run from now on. */
function listenTo(client: pg.PoolClient): string[] {
  const sent: string[] = []
  const { query } = client
  client.query = function record(this: pg.PoolClient, statement: string | pg.QueryConfig, ...rest: unknown[]) {
    sent.push(typeof statement === 'string' ? statement : statement.text)
    return Reflect.apply(query, this, [statement, ...rest])
  } as typeof query
  return sent
}
