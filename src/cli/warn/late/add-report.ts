import { type DayNumber, dayAt } from '../../../domain/time/day-number.ts'
import { type Text, text } from '../../../domain/wording/text.ts'
import { LARGEST_COUNT } from '../../../statistics/count-series.ts'
import { quotable } from '../../shell/plain-text.ts'
import { usageError } from '../../shell/usage-error.ts'
import type { ReadSeries, SeriesTable } from '../series-table.ts'

type Report = {
  readonly day: DayNumber
  readonly reported: DayNumber
  readonly count: number | null
  readonly isEvent: boolean
}

/** Adds what was reported on one day of another to a series, or says what is wrong with it. */
export function addReport(series: ReadSeries, { day, reported, count, isEvent }: Report): Text | undefined {
  const [happenedOn, reportedOn] = [dayAt(day), dayAt(reported)]
  if (reported < day)
    return text(
      `${reportedOn} 报的，${happenedOn} 才发生：报来的日子不能更早`,
      `reported on ${reportedOn}, which is before it happened, ${happenedOn}`,
    )
  if (count === null)
    return text('没有数量；有报来日期的行都要有数', 'has no count; every row with a day of reporting needs one')
  const delays = series.late?.get(day) ?? new Map<number, number>()
  const before = delays.get(reported - day)
  if (before !== undefined && !isEvent) {
    const label = quotable(series.label)
    return text(
      `${label} 在 ${happenedOn} 发生、${reportedOn} 报来的已有一行`,
      `${label} has a row for what happened on ${happenedOn} and was reported on ${reportedOn} already`,
    )
  }
  const total = (series.counts.get(day) ?? 0) + count
  if (total > LARGEST_COUNT)
    return text(`${happenedOn} 合计大于十亿，不会是真的`, `${happenedOn} adds up to over a thousand million`)
  delays.set(reported - day, (before ?? 0) + count)
  series.late?.set(day, delays)
  series.counts.set(day, total)
  return undefined
}

/** Weeks cannot say how many days a report took. */
export function refuseWeeks({ frequency }: SeriesTable): void {
  if (frequency === 365) return
  throw usageError(
    text(
      '所有日期都隔整周，像是按周的表；--reported-column 要按天的',
      'All days lie whole weeks apart, as in a table of weeks; --reported-column needs days',
    ),
  )
}
