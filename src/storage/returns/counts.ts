import type { Kysely } from 'kysely'
import { isUnder } from '../../domain/bulletins/countable.ts'
import { below, type CountQuery } from '../../domain/counts/count-query.ts'
import { type CountRow, type CountSpan, isCounted } from '../../domain/counts/count-row.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { present } from '../../domain/present.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { ReturnQuery } from '../../domain/returns/return-query.ts'
import type { BehindCell, ReturnPeriod } from '../../domain/returns/return-views.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import { askableKinds, countedKinds } from '../../engine/returns/counted-kinds.ts'
import { countAllCells } from '../counts/count-cells.ts'
import { type CountScope, readCountRows } from '../counts/count-rows.ts'
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
  const scope = scopeFor(queries, counting)
  const asked = queries.map((query) => countQuery(query, counting))
  const cells = await countAllCells(
    db,
    scope,
    asked.flatMap((each) => each ?? []),
  )
  let next = 0
  return queries.map(({ measure, category }, at) => {
    if (!asked[at]) return 0
    const some = (cells[next++] ?? []).filter(
      ({ key }) => category === undefined || key.category?.split('/')[1] === category,
    )
    return some.reduce((sum, { counts }) => sum + (counts[measure] ?? 0), 0)
  })
}

/** A question as the counting operation is asked it; undefined where it is about a unit that is not the reader's own nor below or above. */
function countQuery(
  { measure, kinds, category, level, unit }: ReturnQuery,
  counting: Counting,
): CountQuery | undefined {
  const { reader, rulebook } = counting
  const { directory, procedures } = rulebook
  const own = reader.unitId
  const unitId =
    unit === undefined || below(directory, unit)(own) ? own : below(directory, own)(unit) ? unit : undefined
  if (unitId === undefined) return undefined
  return {
    span: spanOf(counting),
    by: category === undefined ? [] : ['category'],
    counted: [measure],
    unitId,
    kinds: [...(kinds ?? countedKinds(procedures))],
    ...present({ level }),
  }
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

function scopeFor(queries: readonly ReturnQuery[], { reader, rulebook }: Counting): CountScope {
  const { directory, procedures } = rulebook
  const known = new Set(askableKinds(procedures).map(({ id }) => id))
  const asked = queries.flatMap(({ kinds }) => kinds ?? countedKinds(procedures))
  const kinds = [...new Set(asked)].filter((id) => known.has(id))
  return { actor: reader, directory, procedures, kinds }
}

async function rowsFor(db: Kysely<Tables>, queries: readonly ReturnQuery[], counting: Counting): Promise<CountRow[]> {
  const [rows = []] = await readCountRows(db, scopeFor(queries, counting), [spanOf(counting)])
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
