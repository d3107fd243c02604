import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { StateGroup } from '../../domain/procedure/procedure.ts'
import { addDays, dayOf, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { DuplicateView } from '../../domain/views/views.ts'
import { rankDuplicates, rarityIn } from '../../engine/match/duplicates.ts'
import { searchTerms } from '../../engine/match/search-terms.ts'
import type { Tables } from '../schema/tables.ts'
import { ledgerOf } from './ledger.ts'
import { visibleTo } from './visible.ts'

export type DuplicateCandidate = {
  /** The matter itself, once it is registered: then only others that it can be merged into are shown. */
  readonly matterId?: string | undefined
  readonly procedure: string
  readonly title: string
  readonly description?: string | undefined
  readonly category?: string | undefined
  readonly placeUnitId?: string | undefined
  readonly place?: string | undefined
}

/** How far back a report may be the same one, in days. */
const LOOK_BACK_DAYS = 180
/** So many of the newest matters of the kind tell how rare a term is. */
const SAMPLE = 2_000
/** A term that more than this share of them holds tells nothing apart. */
const FREQUENT = 0.05
/** So many are compared; those that share most rare terms first. */
const COMPARED = 200
const SHOWN = 5

type Recent = ReturnType<typeof ledgerOf>

/** An exercise is compared with exercises, and what is in earnest with that. */
const isInEarnestAs = (tenant: string, matterId = '00000000-0000-0000-0000-000000000000') =>
  sql<SqlBool>`m.exercise = coalesce((select own.exercise from matters own where own.tenant = ${tenant} and own.id = ${matterId}::uuid), false)`

/** Matters in sight that may be the same as one being written: they share a rare term of title or place with it. */
export async function listDuplicates(
  db: Kysely<Tables>,
  actor: Actor,
  candidate: DuplicateCandidate,
  now: Instant,
  directory: Directory,
): Promise<DuplicateView[]> {
  const terms = searchTerms(`${candidate.title} ${candidate.place ?? ''}`)
  if (terms.length < 2) return []
  const recent = ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.procedure', '=', candidate.procedure)
    .where('m.opened_at', '>=', startOfDay(addDays(dayOf(now), -LOOK_BACK_DAYS)))
    .where(visibleTo(actor, directory))
    .where(isInEarnestAs(actor.tenant, candidate.matterId))
  const { size, counts } = await termCounts(db, recent, terms)
  const rare = terms.filter((term) => (counts.get(term) ?? 0) <= Math.max(2, size * FREQUENT))
  if (rare.length === 0) return []
  const common = sql<number>`(select count(*)::int from unnest(m.terms) as t where t = any(${rare}::text[]))`
  const rows = await recent
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
    .where(sql<SqlBool>`m.terms && ${rare}::text[]`)
    .where(isNoDuplicate)
    .where(canTake(candidate.matterId))
    .orderBy('common', 'desc')
    .orderBy('m.opened_at', 'desc')
    .limit(COMPARED)
    .execute()
  const pathOf = (unitId: string | null | undefined) => (unitId ? directory.units[unitId]?.path : undefined)
  const comparable = rows.map((row) => ({
    row,
    terms: searchTerms(`${row.title} ${row.place ?? ''}`),
    openedAt: row.openedAt,
    isOpen: row.group !== 'done',
    ...known(row.category, pathOf(row.placeUnitId)),
  }))
  const mine = { terms, openedAt: now, isOpen: true, ...known(candidate.category, pathOf(candidate.placeUnitId)) }
  return rankDuplicates(mine, comparable, rarityIn(size, counts), SHOWN).map(({ other, similarity }) => {
    const { id, reference, procedure, title, place, openedAt, state, group } = other.row
    return {
      ...{ id, reference, procedure, title, openedAt, state, group: group as StateGroup },
      ...(place ? { place } : {}),
      similarity: Math.round(similarity * 100) / 100,
    }
  })
}

/** What was merged itself takes no other in: its own goal is shown instead. */
const isNoDuplicate = sql<SqlBool>`not exists (select 1 from matter_links l
  where l.tenant = m.tenant and l.from_id = m.id and l.type = 'duplicateOf')`

/** A registered matter is merged into another one that is worked on; before that, what is over is worth knowing, too. */
const canTake = (matterId: string | undefined) =>
  matterId ? sql<SqlBool>`m.id <> ${matterId}::uuid and m.state_group <> 'done'` : sql<SqlBool>`true`

/** In how many of the newest of these matters each term stands. */
async function termCounts(db: Kysely<Tables>, recent: Recent, terms: readonly string[]) {
  const sample = recent.select('m.terms').orderBy('m.opened_at', 'desc').limit(SAMPLE)
  const { rows } = await sql<{ term: string | null; count: number }>`
    with sample as materialized (${sample})
    select null as term, count(*)::int as count from sample
    union all
    select term, count(*)::int from sample, unnest(terms) as term where term = any(${terms}::text[]) group by term`.execute(
    db,
  )
  const counts = new Map(rows.flatMap(({ term, count }) => (term === null ? [] : [[term, count] as const])))
  return { size: rows.find(({ term }) => term === null)?.count ?? 0, counts }
}

const known = (category: string | null | undefined, placePath: string | undefined) => ({
  ...(category ? { category } : {}),
  ...(placePath ? { placePath } : {}),
})
