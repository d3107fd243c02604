import type { Kysely } from 'kysely'
import type { TakenUnits } from '../../domain/views/admin-views.ts'
import { readUnits } from '../../exchange/organisation/read-units.ts'
import type { AdminAct } from '../../storage/admin/admin-changes.ts'
import { addUnit, listAdminUnits } from '../../storage/admin/admin-units.ts'
import type { Tables } from '../../storage/schema/tables.ts'

export type UnitList = {
  readonly csv: string
  /** Of a list of the whole country, only this county's units. */
  readonly county?: string | undefined
}

/** Who acts, and an id of its own for each of many acts. */
export type Acts = { readonly act: () => AdminAct; readonly newId: () => string }

/** Takes the units of a list in, below the root. Those that are there already stay as they are; so it can run again. */
export async function takeUnits(
  db: Kysely<Tables>,
  { csv, county }: UnitList,
  { act, newId }: Acts,
): Promise<TakenUnits> {
  const here = (await listAdminUnits(db, act().tenant)).filter(({ closedAt }) => !closedAt)
  const root = here.find(({ parentId }) => !parentId)
  if (!root) throw new Error('an office has a root unit')
  const { units, ...rest } = readUnits(csv, { rootId: root.id, known: here, county, newId })
  for (const { row: _, ...unit } of units) await addUnit(db, act(), unit)
  return { ...rest, added: units.length }
}
