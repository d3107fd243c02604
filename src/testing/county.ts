import type { Procedure } from '../domain/procedure/procedure.ts'
import { chinaCalendar } from '../procedures/calendar/china-holidays.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { createKeys } from '../storage/keys/keys.ts'
import { createReferences } from '../storage/references/references.ts'
import { createRulebooks } from '../storage/write/rulebooks.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { DESKS, POSTS, TEST_TENANT, UNITS } from './people.ts'
import { tinyProcedure } from './tiny-procedure.ts'

export type TestCounty = {
  readonly database: TestDatabase
  readonly deps: StorageDeps
  readonly setNow: (instant: string) => void
  readonly dispose: () => Promise<void>
}

/** A fresh database with the invented county in it, and what the write path needs. The clock stands at 2026-03-02 09:00 China time until it is set. */
export async function testCounty(procedures: readonly Procedure[] = [tinyProcedure]): Promise<TestCounty> {
  const database = await testDatabase()
  await plantCounty(database, TEST_TENANT)
  let now = '2026-03-02T01:00:00.000Z'
  const deps: StorageDeps = {
    pool: database.app,
    vault: database.vault,
    rulebooks: createRulebooks(database.app, procedures, chinaCalendar, () => now),
    references: createReferences(database.app),
    keys: createKeys(Buffer.alloc(32, 7)),
    now: () => now,
  }
  return {
    database,
    deps,
    setNow: (instant) => {
      now = instant
    },
    dispose: database.dispose,
  }
}

/** Writes the invented county as a tenant. */
export async function plantCounty({ owner }: Pick<TestDatabase, 'owner'>, tenant: string): Promise<void> {
  await owner.query('insert into tenants (tenant, name, created_at) values ($1, $2, $3)', [
    tenant,
    { zh: '清澜县综治中心', en: 'Qinglan Governance Centre' },
    '2026-01-01T00:00:00Z',
  ])
  for (const unit of UNITS)
    await owner.query('insert into units (tenant, id, parent_id, path, kind, name) values ($1, $2, $3, $4, $5, $6)', [
      tenant,
      unit.id,
      unit.parentId ?? null,
      unit.path,
      unit.kind,
      unit.name,
    ])
  for (const post of POSTS) {
    await owner.query('insert into people (tenant, id, name) values ($1, $2, $3)', [
      tenant,
      post.holder?.personId,
      post.holder?.name,
    ])
    await owner.query(
      'insert into posts (tenant, id, unit_id, title, roles, person_id, confirmed_person_id, confirmed_roles) values ($1, $2, $3, $4, $5, $6, $6, $5)',
      [tenant, post.id, post.unitId, post.title, post.roles, post.holder?.personId],
    )
  }
  for (const { id, unitId, title, roles } of DESKS)
    await owner.query('insert into posts (tenant, id, unit_id, title, roles) values ($1, $2, $3, $4, $5)', [
      tenant,
      id,
      unitId,
      title,
      roles,
    ])
}
