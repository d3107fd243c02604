import { type Kysely, sql, type Transaction } from 'kysely'
import type { UnitKind } from '../../domain/unit/unit.ts'
import type { AdminUnit } from '../../domain/views/admin-views.ts'
import { AnlanError, type IssueRule } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'
import { type AdminAct, administer } from './admin-changes.ts'

export type NewUnit = { readonly id: string; readonly parentId: string; readonly kind: UnitKind; readonly name: Text }
export type UnitChange = { readonly name?: Text | undefined; readonly kind?: UnitKind | undefined }

/** More units than one county has; a page shows them all as a tree. */
const MOST_UNITS = 5_000

/** Every unit of a tenant with what is open in it, closed units too. */
export async function listAdminUnits(db: Kysely<Tables>, tenant: string): Promise<AdminUnit[]> {
  const rows = await db
    .selectFrom('units as u')
    .select([
      'u.id',
      'u.parent_id as parentId',
      'u.path',
      'u.kind',
      'u.name',
      'u.closed_at as closedAt',
      sql<number>`(select count(*) from units c where c.tenant = u.tenant and c.parent_id = u.id and c.closed_at is null)`.as(
        'openUnits',
      ),
      sql<number>`(select count(*) from posts s where s.tenant = u.tenant and s.unit_id = u.id and s.closed_at is null)`.as(
        'openPosts',
      ),
      sql<number>`(select coalesce(sum(n.value), 0) from counters n where n.tenant = u.tenant and n.unit_id = u.id and n.state_group <> 'done')`.as(
        'openMatters',
      ),
    ])
    .where('u.tenant', '=', tenant)
    .orderBy('u.sort')
    .orderBy('u.id')
    .limit(MOST_UNITS)
    .execute()
  return rows.map(({ parentId, closedAt, kind, name, openUnits, openPosts, openMatters, ...row }) => ({
    ...row,
    kind: kind as UnitKind,
    name: name as Text,
    openUnits: Number(openUnits),
    openPosts: Number(openPosts),
    openMatters: Number(openMatters),
    ...(parentId ? { parentId } : {}),
    ...(closedAt ? { closedAt } : {}),
  }))
}

/** Adds a unit below another. @throws AnlanError request-invalid when the unit above is closed or unknown, or the name is taken there */
export function addUnit(db: Kysely<Tables>, act: AdminAct, unit: NewUnit): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    const parent = await trx
      .selectFrom('units')
      .select('path')
      .where('tenant', '=', tenant)
      .where('id', '=', unit.parentId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (!parent) throw invalid('parentId', 'not-a-unit')
    await refuseTakenName(trx, tenant, unit.parentId, unit)
    await trx
      .insertInto('units')
      .values({
        tenant,
        id: unit.id,
        parent_id: unit.parentId,
        path: `${parent.path}${unit.id}/`,
        kind: unit.kind,
        name: JSON.stringify(unit.name),
        sort: sql<number>`(select coalesce(max(c.sort), 0) + 1 from units c where c.tenant = ${tenant} and c.parent_id = ${unit.parentId})`,
      })
      .execute()
    return { subject: 'unit', subjectId: unit.id, what: 'added', after: unit }
  })
}

/** Renames a unit or changes its kind. Its id, and so every matter, stays. */
export function changeUnit(db: Kysely<Tables>, act: AdminAct, id: string, change: UnitChange): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    const before = await getOpenUnit(trx, tenant, id)
    if (change.name && before.parentId) await refuseTakenName(trx, tenant, before.parentId, { id, name: change.name })
    const after = { name: change.name ?? (before.name as Text), kind: change.kind ?? before.kind }
    await trx
      .updateTable('units')
      .set({ name: JSON.stringify(after.name), kind: after.kind })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute()
    return { subject: 'unit', subjectId: id, what: 'changed', before: { name: before.name, kind: before.kind }, after }
  })
}

/** Closes a unit for a reason. @throws AnlanError still-in-use while units, posts or matters are open in it */
export function closeUnit(db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    const unit = await getOpenUnit(trx, tenant, id)
    const inUse = await openIn(trx, tenant, id)
    if (inUse.units + inUse.posts + inUse.matters > 0) throw new AnlanError('still-in-use', inUse)
    if (!unit.parentId) throw new AnlanError('still-in-use', { units: 1 })
    await trx
      .updateTable('units')
      .set({ closed_at: act.at })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .execute()
    return { subject: 'unit', subjectId: id, what: 'closed' }
  })
}

async function getOpenUnit(trx: Transaction<Tables>, tenant: string, id: string) {
  const unit = await trx
    .selectFrom('units')
    .select(['id', 'parent_id as parentId', 'kind', 'name'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!unit) throw new AnlanError('not-found', { unit: id })
  return unit
}

/** Read from the rows, not the counters: closing must not miss a matter that a moment ago was written. */
async function openIn(trx: Transaction<Tables>, tenant: string, id: string) {
  const found = await sql<{ units: number; posts: number; matters: number }>`select
    (select count(*)::int from units where tenant = ${tenant} and parent_id = ${id} and closed_at is null) as units,
    (select count(*)::int from posts where tenant = ${tenant} and unit_id = ${id} and closed_at is null) as posts,
    (select count(*)::int from matters where tenant = ${tenant} and unit_id = ${id} and state_group <> 'done') as matters`.execute(
    trx,
  )
  const [row] = found.rows
  if (!row) throw new Error('a select without a table always has a row')
  return row
}

/** Two open units of one name side by side would be mistaken for each other in every list. */
async function refuseTakenName(
  trx: Transaction<Tables>,
  tenant: string,
  parentId: string,
  { id, name }: { id: string; name: Text },
) {
  const taken = await trx
    .selectFrom('units')
    .select('id')
    .where('tenant', '=', tenant)
    .where('parent_id', '=', parentId)
    .where('id', '<>', id)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`name ->> 'zh' = ${name.zh}`)
    .executeTakeFirst()
  if (taken) throw invalid('name.zh', 'taken')
}

const invalid = (field: string, rule: IssueRule) => new AnlanError('request-invalid', { issues: [{ field, rule }] })
