import type { Kysely } from 'kysely'
import { isUnder } from '../../domain/bulletins/countable.ts'
import { type CountRow, type CountSpan, isCounted } from '../../domain/counts/count-row.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { ReturnQuery } from '../../domain/returns/return-query.ts'
import type { BehindCell, ReturnPeriod } from '../../domain/returns/return-views.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import { askableKinds, countedKinds } from '../../engine/returns/counted-kinds.ts'
import { readCountRows } from '../counts/count-rows.ts'
import { namesOf } from '../counts/matter-names.ts'
import type { Tables } from '../schema/tables.ts'

/** Matters that a list behind a figure shows; its count says how many there are. */
const SHOWN = 200

/** For which days, by what was known when, and through whose eyes. */
export type Counting = {
  readonly period: Pick<ReturnPeriod, 'first' | 'last'>
  readonly asOf: Instant
  readonly reader: Actor
  readonly rulebook: Pick<Rulebook, 'procedures' | 'directory'>
}

/** How many matters each question is about, for the reader: their own unit and those below it, exercises never. */
export async function countsFor(
  db: Kysely<Tables>,
  queries: readonly ReturnQuery[],
  counting: Counting,
): Promise<number[]> {
  const rows = await rowsFor(db, queries, counting)
  return queries.map((query) => rows.filter(fitting(query, counting)).length)
}

/** The matters behind one figure, the newest first, those that the reader sees. */
export async function mattersBehind(db: Kysely<Tables>, query: ReturnQuery, counting: Counting): Promise<BehindCell> {
  const found = (await rowsFor(db, [query], counting)).filter(fitting(query, counting))
  const shown = found.toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1)).slice(0, SHOWN)
  const names = await namesOf(
    db,
    counting.reader.tenant,
    shown.map(({ id }) => id),
  )
  const rows = shown.flatMap(({ id, procedure, unitId, openedAt }) => {
    const name = names.get(id)
    return name ? [{ id, procedure, unitId, openedAt, reference: name.reference, title: name.title }] : []
  })
  return { query, count: found.length, rows }
}

/** A figure of days that are not over is one of those until now. */
function spanOf({ period, asOf }: Counting): CountSpan {
  const over = endOfDay(period.last)
  return { from: startOfDay(period.first), at: over < asOf ? over : asOf }
}

async function rowsFor(db: Kysely<Tables>, queries: readonly ReturnQuery[], counting: Counting): Promise<CountRow[]> {
  const { reader, rulebook } = counting
  const known = new Set(askableKinds(rulebook.procedures).map(({ id }) => id))
  const asked = queries.flatMap(({ kinds }) => kinds ?? countedKinds(rulebook.procedures))
  const kinds = [...new Set(asked)].filter((id) => known.has(id))
  const { directory, procedures } = rulebook
  const [rows = []] = await readCountRows(db, { actor: reader, directory, procedures, kinds }, [spanOf(counting)])
  return rows
}

function fitting(
  { measure, kinds, category, level, unit }: ReturnQuery,
  counting: Counting,
): (row: CountRow) => boolean {
  const { reader, rulebook } = counting
  const of = new Set(kinds ?? countedKinds(rulebook.procedures))
  const [span, isOwn] = [spanOf(counting), isUnder(rulebook.directory, reader.unitId)]
  const isOfUnit = unit === undefined ? () => true : isUnder(rulebook.directory, unit)
  return (row) =>
    isCounted(measure, row, span) &&
    of.has(row.procedure) &&
    (category === undefined || row.category === category) &&
    (level === undefined || row.level === level) &&
    isOwn(row) &&
    isOfUnit(row)
}
