import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { StateGroup } from '../../domain/procedure/procedure.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { DuplicateView } from '../../domain/views/views.ts'
import { rankDuplicates } from '../../engine/match/duplicates.ts'
import { searchTerms } from '../../engine/match/search-terms.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { visibleTo } from './visible.ts'

export type DuplicateCandidate = {
  readonly procedure: string
  readonly title: string
  readonly description?: string | undefined
  readonly category?: string | undefined
  readonly placeUnitId?: string | undefined
  readonly place?: string | undefined
}

/** How far back a report may be the same one, in days. */
const LOOK_BACK_DAYS = 180
/** So many are compared; those that share most terms first. */
const COMPARED = 60
const SHOWN = 5
/** Matters in sight that may be the same as one being written: by words of title and place, then category and place. */
export async function listDuplicates(
  db: Kysely<Tables>,
  actor: Actor,
  candidate: DuplicateCandidate,
  now: Instant,
  directory: Directory,
): Promise<DuplicateView[]> {
  const terms = searchTerms(`${candidate.title} ${candidate.place ?? ''}`)
  if (terms.length < 2) return []
  const common = sql<number>`(select count(*)::int from unnest(m.terms) as t where t = any(${terms}::text[]))`
  const rows = await ledgerOf(db)
    .select([
      'm.id',
      'm.reference',
      'm.procedure',
      'm.title',
      'm.place',
      'm.place_unit_id as placeUnitId',
      'm.category',
      'm.opened_at as openedAt',
      'm.state',
      'm.state_group as group',
      common.as('common'),
    ])
    .where('m.tenant', '=', actor.tenant)
    .where('m.procedure', '=', candidate.procedure)
    .where('m.opened_at', '>=', startOfDay(addDays(dayOf(now), -LOOK_BACK_DAYS)))
    .where(sql<SqlBool>`m.terms && ${terms}::text[]`)
    .where(visibleTo(actor))
    .orderBy('common', 'desc')
    .orderBy('m.opened_at', 'desc')
    .limit(COMPARED)
    .execute()
  const pathOf = (unitId: string | null | undefined) => (unitId ? directory.units[unitId]?.path : undefined)
  const comparable = rows.map((row) => ({
    row,
    terms: searchTerms(`${row.title} ${row.place ?? ''}`),
    openedAt: row.openedAt,
    ...known(row.category, pathOf(row.placeUnitId)),
  }))
  const mine = { terms, openedAt: now, ...known(candidate.category, pathOf(candidate.placeUnitId)) }
  return rankDuplicates(mine, comparable, SHOWN).map(({ other, similarity }) => {
    const { id, reference, procedure, title, place, openedAt, state, group } = other.row
    return {
      ...{ id, reference, procedure, title, openedAt, state, group: group as StateGroup },
      ...(place ? { place } : {}),
      similarity: Math.round(similarity * 100) / 100,
    }
  })
}

const known = (category: string | null | undefined, placePath: string | undefined) => ({
  ...(category ? { category } : {}),
  ...(placePath ? { placePath } : {}),
})
