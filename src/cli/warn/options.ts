import { availableParallelism } from 'node:os'
import { text } from '../../domain/wording/text.ts'
import type { Budget } from '../../statistics/budget.ts'
import type { Call } from '../shell/cli-command.ts'
import { quotable } from '../shell/plain-text.ts'
import { usageError } from '../shell/usage-error.ts'
import { ALGORITHMS, CHARTS, WITHOUT_LEVEL, WITHOUT_P } from './algorithms.ts'
import { readDay } from './read-day.ts'
import type { SeriesColumns } from './series-places.ts'
import type { SeriesTable } from './series-table.ts'
import type { Points } from './verdicts.ts'

/** Steps past on which a panel shows where a budget would have been kept, and charts are set going: a year of weeks, half a year of days. */
const BACK_TEST = { 52: 52, 365: 182 } as const
/** Steps in each unit of time a budget can be said in. */
const STEPS = {
  week: { 52: 1, 365: 7 },
  month: { 52: 365.2425 / 84, 365: 365.2425 / 12 },
  year: { 52: 365.2425 / 7, 365: 365.2425 },
} as const
/** Each thread takes memory of its own; more than this are never faster. */
const MOST_THREADS = 16

export function columnsOf(call: Call): SeriesColumns {
  const series = call.value('series-column')?.split(',')
  const [date, count, pool, reported] = ['date', 'count', 'pool', 'reported'].map((column) =>
    call.value(`${column}-column`),
  )
  return {
    ...(date ? { date } : {}),
    ...(count ? { count } : {}),
    ...(series ? { series } : {}),
    ...(pool ? { pool } : {}),
    ...(reported ? { reported } : {}),
    ...(call.isSet('events') ? { events: true } : {}),
  }
}

/** The method asked for. @throws AnlanError request-invalid also for a flag it would not look at: a mistake worth saying */
export function algorithmOf(call: Call): string {
  const algorithm = call.value('algorithm') ?? 'house'
  const shown = quotable(algorithm)
  if (!ALGORITHMS.includes(algorithm))
    throw usageError(
      text(
        `没有“${shown}”这种方法，有：${ALGORITHMS.join('、')}`,
        `There is no method "${shown}"; there are: ${ALGORITHMS.join(', ')}`,
      ),
    )
  if (call.isSet('alpha') && call.isSet('budget'))
    throw usageError(text('--alpha 和 --budget 只能写一个', 'Give either --alpha or --budget'))
  if (call.isSet('budget') && WITHOUT_P.includes(algorithm))
    throw usageError(
      text(`${algorithm} 没有 p 值，--budget 用不上`, `${algorithm} has no p-values, so --budget cannot be used`),
    )
  if (call.isSet('report') && WITHOUT_P.includes(algorithm))
    throw usageError(
      text(`${algorithm} 没有 p 值，--report 用不上`, `${algorithm} has no p-values, so --report cannot be used`),
    )
  if (call.isSet('alpha') && WITHOUT_LEVEL.includes(algorithm))
    throw usageError(
      text(`${algorithm} 没有水平可设，--alpha 用不上`, `${algorithm} has no level, so --alpha cannot be used`),
    )
  if (call.isSet('pool-column') && algorithm !== 'house')
    throw usageError(
      text(
        `${algorithm} 逐条看序列，--pool-column 用不上`,
        `${algorithm} takes series one by one, so --pool-column cannot be used`,
      ),
    )
  return algorithm
}

export const threadsOf = (call: Call): number =>
  Math.min(call.number('threads') ?? availableParallelism(), MOST_THREADS)

/** The points to judge, and those before them that are judged only to learn from. */
export function pointsOf({ dates, frequency }: SeriesTable, call: Call, algorithm: string): Points {
  const first = firstOf(dates, call.value('from'))
  const learns = call.isSet('budget') || call.isSet('report') || CHARTS.includes(algorithm)
  const range = (start: number, end: number) =>
    Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index)
  return {
    past: learns ? range(Math.max(first - BACK_TEST[frequency], 1), first) : [],
    asked: range(first, dates.length + 1),
  }
}

function firstOf(dates: readonly string[], from: string | undefined): number {
  if (from === undefined) return dates.length
  const shown = quotable(from)
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || typeof readDay(from) !== 'number')
    throw usageError(
      text(
        `--from 要写 2026-01-31 这样的日期，收到“${shown}”`,
        `--from must be a date such as 2026-01-31, got "${shown}"`,
      ),
    )
  const index = dates.findIndex((date) => date >= from)
  if (index >= 0) return index + 1
  throw usageError(
    text(`${from} 以后没有数据，最后一期是 ${dates.at(-1)}`, `No data since ${from}; the last step is ${dates.at(-1)}`),
  )
}

export function alphaOf(call: Call): number | undefined {
  const written = call.value('alpha')
  if (written === undefined) return undefined
  const alpha = Number(written)
  if (alpha >= LEAST_ALPHA && alpha < 0.5) return alpha
  const shown = quotable(written)
  throw usageError(
    text(
      `--alpha 要在 ${LEAST_ALPHA} 和 0.5 之间，收到“${shown}”`,
      `--alpha must lie between ${LEAST_ALPHA} and 0.5, got "${shown}"`,
    ),
  )
}

/** Nobody can know chances smaller than this from counts. */
const LEAST_ALPHA = 1e-9

export function budgetOf(call: Call, frequency: 52 | 365): Budget | undefined {
  const written = call.value('budget')
  if (written === undefined) return undefined
  const [, alarms, unit] = /^(\d{1,6}(?:\.\d{1,3})?)\/(week|month|year)$/.exec(written) ?? []
  if (unit && Number(alarms) > 0) return { alarms: Number(alarms), steps: STEPS[unit as keyof typeof STEPS][frequency] }
  const shown = quotable(written)
  throw usageError(
    text(
      `--budget 写成 1/month 这样（week、month、year），收到“${shown}”`,
      `--budget is written as 1/month (week, month, year), got "${shown}"`,
    ),
  )
}
