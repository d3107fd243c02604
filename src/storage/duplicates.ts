import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../domain/actor.ts'
import type { StateGroup } from '../domain/procedure.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../domain/time.ts'
import type { Directory } from '../domain/unit.ts'
import type { DuplicateView } from '../domain/views.ts'
import { searchTerms } from '../engine/search-terms.ts'
import { ledgerOf } from './ledger.ts'
import type { Tables } from './tables.ts'
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
/** Below this share of common terms two texts are about different things. */
const LEAST_SIMILARITY = 0.25
const SAME_CATEGORY = 0.1
const SAME_PLACE = 0.15

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
      'm.terms',
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
  const near = (unitId: string | null) =>
    !!unitId && !!candidate.placeUnitId && isNear(directory, unitId, candidate.placeUnitId)
  return rows
    .map(({ terms: other, common: shared, category, placeUnitId, group, place, ...row }) => {
      const dice = (2 * shared) / (terms.length + other.length)
      const bonus =
        (category && category === candidate.category ? SAME_CATEGORY : 0) + (near(placeUnitId) ? SAME_PLACE : 0)
      return {
        ...row,
        group: group as StateGroup,
        ...(place ? { place } : {}),
        dice,
        similarity: Math.min(1, Math.round((dice + bonus) * 100) / 100),
      }
    })
    .filter(({ dice, similarity }) => dice >= LEAST_SIMILARITY / 2 && similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || (a.openedAt < b.openedAt ? 1 : -1))
    .slice(0, SHOWN)
    .map(({ dice: _, ...view }) => view)
}

/** The same unit, or one within the other. */
function isNear({ units }: Directory, a: string, b: string): boolean {
  const [first, second] = [units[a]?.path, units[b]?.path]
  return !!first && !!second && (first.startsWith(second) || second.startsWith(first))
}
