import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { json, type TestOffice, testOffice } from '../../testing/office.ts'
import { copyDatabase } from '../backup/copy-database.ts'
import { connect } from '../connection/connect.ts'
import { MIGRATIONS, type Migration, readMigrations } from '../schema/read-migrations.ts'
import { rehearseUpgrade, schemaNumber, serversAtWork } from './upgrade.ts'

const HEAD = '-- why: the next release\n-- works with the previous release: '

let office: TestOffice
let folder: string
let ours: readonly Migration[]
beforeAll(async () => {
  office = await testOffice()
  ours = await readMigrations(MIGRATIONS)
  const clerk = await office.as('clerk')
  const form = { title: '井盖缺失' }
  await clerk('/api/matters', json({ procedure: 'tiny', channel: 'window', unitId: 'qinglan', form }))
})
afterAll(() => office.dispose())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-upgrade-'))
  await cp(MIGRATIONS, folder, { recursive: true })
  return () => rm(folder, { recursive: true })
})

const owner = (): Pool => office.county.database.owner
/** The next release brings these changes besides ours. */
async function rehearsed(...changes: readonly string[]) {
  for (const [index, change] of changes.entries())
    await writeFile(join(folder, `${String(ours.length + index + 1).padStart(4, '0')}_next.sql`), HEAD + change)
  const next = await readMigrations(folder)
  const fill = (into: Pool) => copyDatabase(owner(), into, next, '2026-03-02T01:00:00.000Z')
  // The test's own kind of matter is not among the definitions of the program.
  const depsFor = (app: Pool) => ({ ...office.deps, pool: app })
  return rehearseUpgrade(office.county.database.ownerUrl, next, fill, depsFor)
}
const scratches = async () =>
  (
    await owner().query(
      `select datname from pg_database where datname like left(current_database(), 35) || '%_rehearsal_%'`,
    )
  ).rows

describe('an upgrade that is rehearsed', () => {
  test('says what changes and how long it takes, verifies each matter, and leaves everything as it was', async () => {
    const found = await rehearsed(
      'yes, a table\ncreate table shelves (tenant text not null, id text not null, primary key (tenant, id));',
      `yes, a column\nalter table posts add column shelf text; insert into shelves values ('qinglan', 'a');`,
    )
    expect(found).toMatchObject({
      ok: true,
      from: ours.length,
      to: ours.length + 2,
      sideBySide: true,
      schema: { newTables: ['public.shelves'], newColumns: ['public.posts.shelf'], goneTables: [], goneColumns: [] },
      rows: [{ table: 'public.shelves', before: 0, after: 1 }],
      tenants: [{ tenant: 'qinglan', matters: 1, broken: 0 }],
    })
    expect(found.ms).toBeGreaterThanOrEqual(0)
    expect([await schemaNumber(owner()), await scratches()]).toEqual([ours.length, []])
  })

  test('says so when the former release has to stop, and what goes', async () => {
    const found = await rehearsed('no, a column goes\nalter table saved_views drop column query;')
    expect(found).toMatchObject({ ok: true, sideBySide: false, schema: { goneColumns: ['public.saved_views.query'] } })
  })

  test('fails with the reason when a change does not fit the data, and nothing of it is left', async () => {
    const found = await rehearsed('yes\nalter table matters add constraint never check (title is null);')
    expect(found).toMatchObject({
      ok: false,
      failed: { number: ours.length + 1, reason: expect.stringContaining('never') },
      tenants: [],
    })
    expect(await scratches()).toEqual([])
  })

  test('fails when a change touches what happened', async () => {
    expect(await rehearsed(`yes\nupdate matters set title = '别的';`)).toMatchObject({
      ok: false,
      tenants: [{ broken: 1 }],
    })
    await rm(join(folder, `${String(ours.length + 1).padStart(4, '0')}_next.sql`))
    expect(
      await rehearsed('yes\ndelete from deadlines; delete from matter_events; delete from matters;'),
    ).toMatchObject({
      ok: false,
      rows: expect.arrayContaining([{ table: 'public.matters', before: 1, after: 0 }]),
    })
  })
})

test('servers that are at work on a database are counted', async () => {
  expect(await serversAtWork(owner())).toBe(0)
  const server = connect({ url: office.county.database.ownerUrl, max: 1, applicationName: 'anlan' })
  await server.query('select 1')
  expect(await serversAtWork(owner())).toBe(1)
  await server.end()
})
