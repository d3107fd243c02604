import { text } from '../../../domain/wording/text.ts'
import { usageError } from '../../shell/usage-error.ts'
import type { SeriesTable } from '../series-table.ts'

/** Days in which reports have to come in for their days to be judged at all. */
const MOST_DAYS = 60
const COMPLETE = 0.995
const SLOW = 0.05
/** Reports of days that are surely complete, from which on the others are not asked. */
const ENOUGH = 200

/**
 * Days after which what happened on a day is as good as all in, over all series.
 * @throws AnlanError request-invalid where more than one in twenty takes over two months
 */
export function slowestOf({ dates, rows }: SeriesTable): number {
  const complete = countsByDelay(rows, dates.length - MOST_DAYS)
  const all = total(complete) >= ENOUGH ? complete : countsByDelay(rows, dates.length)
  const within = all.slice(0, MOST_DAYS + 1)
  if (total(all) - total(within) > SLOW * total(all))
    throw usageError(
      text(
        `二十件里有一件以上过${MOST_DAYS}天才报来，这样的迟报估不了；去掉报来日期这一列，只看早已报齐的日子`,
        `More than one in twenty is reported over ${MOST_DAYS} days later; that cannot be estimated. Leave --reported-column out and look only at days long complete`,
      ),
    )
  let seen = 0
  for (const [delay, count] of within.entries()) {
    seen += count
    if (seen >= COMPLETE * total(within)) return Math.max(delay + 1, 2)
  }
  return 2
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** How many were reported after 0, 1, … days; the last place holds whatever took longer than can be judged. */
function countsByDelay(rows: SeriesTable['rows'], before: number): number[] {
  const counts = Array<number>(MOST_DAYS + 2).fill(0)
  for (const { late = [] } of rows)
    for (const [row, delay, count] of late) {
      const place = Math.min(delay, MOST_DAYS + 1)
      if (row < before) counts[place] = (counts[place] ?? 0) + count
    }
  return counts
}
