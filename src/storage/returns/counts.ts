import type { Kysely } from 'kysely'
import { type CountRow, type CountSpan, isCounted } from '../../domain/counts/count-row.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { ReturnQuery } from '../../domain/returns/return-query.ts'
import type { BehindCell, ReturnPeriod } from '../../domain/returns/return-views.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { unitPath } from '../../engine/access/access.ts'
import { countableKinds, countedKinds } from '../../engine/returns/counted-kinds.ts'
import { readCountRows } from '../counts/count-rows.ts'
import { ledgerOf } from '../read/ledger.ts'
import { visibleTo } from '../read/visible.ts'
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
  return queries.map((query) => rows.filter((row) => fits(row, query, counting)).length)
}

/** The matters behind one figure, the newest first, those that the reader sees. */
export async function mattersBehind(db: Kysely<Tables>, query: ReturnQuery, counting: Counting): Promise<BehindCell> {
  const found = (await rowsFor(db, [query], counting)).filter((row) => fits(row, query, counting))
  const ids = found
    .toSorted((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
    .slice(0, SHOWN)
    .map(({ id }) => id)
  if (ids.length === 0) return { query, count: 0, rows: [] }
  const rows = await ledgerOf(db)
    .where('m.tenant', '=', counting.reader.tenant)
    .where('m.id', 'in', ids)
    .where(visibleTo(counting.reader, counting.rulebook.directory))
    .select(['m.id', 'm.reference', 'm.title', 'm.procedure', 'm.unit_id as unitId', 'm.opened_at as openedAt'])
    .orderBy('m.opened_at', 'desc')
    .orderBy('m.id')
    .execute()
  return { query, count: found.length, rows }
}

/** A figure of days that are not over is one of those until now. */
function spanOf({ period, asOf }: Counting): CountSpan {
  const over = endOfDay(period.last)
  return { from: startOfDay(period.first), at: over < asOf ? over : asOf }
}

async function rowsFor(db: Kysely<Tables>, queries: readonly ReturnQuery[], counting: Counting): Promise<CountRow[]> {
  const { reader, rulebook } = counting
  const known = new Set(countableKinds(rulebook.procedures).map(({ id }) => id))
  const asked = queries.flatMap(({ kinds }) => kinds ?? countedKinds(rulebook.procedures))
  const kinds = [...new Set(asked)].filter((id) => known.has(id))
  const [rows = []] = await readCountRows(db, { actor: reader, directory: rulebook.directory, kinds }, [
    spanOf(counting),
  ])
  return rows
}

function fits(row: CountRow, { measure, kinds, category, level, unit }: ReturnQuery, counting: Counting): boolean {
  const { reader, rulebook } = counting
  const of = kinds ?? countedKinds(rulebook.procedures)
  return (
    isCounted(measure, row, spanOf(counting)) &&
    of.includes(row.procedure) &&
    (category === undefined || row.category === category) &&
    (level === undefined || row.level === level) &&
    liesUnder(row.unitId, reader.unitPath, rulebook.directory) &&
    (unit === undefined || liesUnder(row.unitId, unitPath(unit, rulebook.directory), rulebook.directory))
  )
}

const liesUnder = (unitId: string, path: string, directory: Directory): boolean =>
  unitPath(unitId, directory).startsWith(path)
