import type { Kysely } from 'kysely'
import { addMilliseconds, type Instant, laterOf } from '../../domain/time/time.ts'
import type { Unit } from '../../domain/unit/unit.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import type { Tables } from '../schema/tables.ts'

/** How a unit signs. Without a name it signs with its own; without letters its papers have the numbers of their matters. */
export type Letterhead = { readonly name?: string; readonly letters?: string; readonly red: boolean }

const PLAIN: Letterhead = { red: true }

type Row = {
  readonly unit_id: string
  readonly name: string | null
  readonly letters: string | null
  readonly red: boolean
}

const headOf = ({ name, letters, red }: Row): Letterhead => ({
  ...(name ? { name } : {}),
  ...(letters ? { letters } : {}),
  red,
})

/** What each unit set, as it held then. */
export async function listLetterheads(
  db: Kysely<Tables>,
  tenant: string,
  at: Instant,
): Promise<Readonly<Record<string, Letterhead>>> {
  const rows = await db
    .selectFrom('letterheads')
    .select(['unit_id', 'name', 'letters', 'red'])
    .distinctOn('unit_id')
    .where('tenant', '=', tenant)
    .where('at', '<=', at)
    .orderBy('unit_id')
    .orderBy('at', 'desc')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.unit_id, headOf(row)]))
}

/** The letterhead of a unit then: its own, else that of the nearest above it that set one. */
export async function letterheadOf(
  db: Kysely<Tables>,
  { tenant, unit, at }: { readonly tenant: string; readonly unit: Unit | undefined; readonly at: Instant },
): Promise<Letterhead> {
  const heads = await listLetterheads(db, tenant, at)
  const ids = (unit?.path ?? '').split('/').filter(Boolean).reverse()
  return ids.flatMap((id) => heads[id] ?? [])[0] ?? PLAIN
}

/** Now, and in any case after the one before: the later holds. */
export const after = (last: Instant | undefined, now: Instant): Instant =>
  last === undefined ? now : laterOf(now, addMilliseconds(last, 1))

/** Sets how a unit signs from now on. */
export function setLetterhead(db: Kysely<Tables>, act: AdminAct, unitId: string, head: Letterhead): Promise<void> {
  const { tenant, at } = act
  return administer(db, act, async (trx) => {
    const { name = null, letters = null, red } = head
    const last = await trx
      .selectFrom('letterheads')
      .select('at')
      .where('tenant', '=', tenant)
      .where('unit_id', '=', unitId)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    await trx
      .insertInto('letterheads')
      .values({ tenant, unit_id: unitId, at: after(last?.at, at), name, letters, red })
      .execute()
    return { subject: 'office', subjectId: `letterhead:${unitId}`, what: 'changed', after: head }
  })
}
