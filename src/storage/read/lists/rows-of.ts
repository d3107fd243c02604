import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../domain/matter/actor.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Directory } from '../../../domain/unit/unit.ts'
import type { Tables } from '../../schema/tables.ts'
import { ledgerOf } from '../ledger.ts'
import { ROW_COLUMNS } from '../matter-row.ts'
import { visibleTo } from '../visible.ts'

const byId = (db: Kysely<Tables>, actor: Actor, ids: readonly string[], directory: Directory) =>
  ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where(sql<SqlBool>`m.id = any(${ids}::uuid[])`)
    .where(visibleTo(actor, directory))

/** In the order in which they were found; one that went out of sight since then is left out. */
function inOrder<R extends { readonly id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/**
 * What a list shows of the matters that were found. Finding needs narrow columns of many, showing wide ones of few: asked together,
 * PostgreSQL unpacks the wide ones of all that it sorts.
 */
export async function rowsOf(db: Kysely<Tables>, actor: Actor, ids: readonly string[], directory: Directory) {
  if (ids.length === 0) return []
  return inOrder(ids, await byId(db, actor, ids, directory).select(ROW_COLUMNS).execute())
}

/** The matters themselves, for whoever decides by them. */
export async function mattersOf(db: Kysely<Tables>, actor: Actor, ids: readonly string[], directory: Directory) {
  const found = await mattersById(db, actor, ids, directory)
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The same by id. */
export async function mattersById(db: Kysely<Tables>, actor: Actor, ids: readonly string[], directory: Directory) {
  if (ids.length === 0) return new Map<string, Matter>()
  const rows = await byId(db, actor, ids, directory).select(['m.id', 'm.matter']).execute()
  return new Map(rows.map(({ id, matter }) => [id, matter as unknown as Matter]))
}
