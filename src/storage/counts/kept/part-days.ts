import { type SqlBool, sql, type Transaction } from 'kysely'
import { addRows, type Sums } from '../../../domain/counts/add-up.ts'
import type { CountQuery } from '../../../domain/counts/count-query.ts'
import { dayOf, endOfDay, type Instant, startOfDay } from '../../../domain/time/time.ts'
import type { Tables } from '../../schema/tables.ts'
import { type CountScope, readCountRows } from '../count-rows.ts'

/** From a moment until just before another, both on one day. */
type PartDay = { readonly from: Instant; readonly until: Instant }

/**
 * A query of whole days, which the kept counts can say, and the parts of days that it leaves out at its beginning and its end: of these what
 * came in and went out is counted directly.
 */
export function wholeDays(query: CountQuery): { readonly whole: CountQuery; readonly parts: readonly PartDay[] } {
  const { span, until } = query
  const from = beginsWith(span.from) ? span.from : endOfDay(dayOf(span.from))
  const end = until && startOfDay(dayOf(until))
  const whole: CountQuery = { ...query, span: { ...span, from }, ...(end === undefined ? {} : { until: end }) }
  // Both ends on one day: no whole day is between them.
  if (until !== undefined && end !== undefined && end < from) return { whole, parts: [{ from: span.from, until }] }
  const parts = [
    { from: span.from, until: from },
    { from: end ?? '', until: until ?? '' },
  ]
  return { whole, parts: parts.filter((part) => part.from < part.until) }
}

const beginsWith = (at: Instant) => startOfDay(dayOf(at)) === at

/** Adds what came in and went out in a part of a day. */
export async function addPart(
  trx: Transaction<Tables>,
  sums: Sums,
  scope: CountScope,
  query: CountQuery,
  { from, until }: PartDay,
): Promise<void> {
  const counted = query.counted.filter((each) => each !== 'open' && each !== 'overdue')
  if (counted.length === 0) return
  const { at } = query.span
  const span = { from, at }
  // One that went on since may have been closed then, whatever its row says now.
  const isIn = sql<SqlBool>`((m.opened_at >= ${from}::timestamptz and m.opened_at < ${until}::timestamptz)
    or (m.closed_at >= ${from}::timestamptz and m.closed_at < ${until}::timestamptz) or m.updated_at >= ${at}::timestamptz)`
  const [rows = []] = await readCountRows(trx, scope, [span], isIn)
  addRows(sums, rows, { ...query, span, until, counted }, scope.directory)
}
