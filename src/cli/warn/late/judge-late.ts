import { text } from '../../../domain/wording/text.ts'
import { chinaCalendar } from '../../../procedures/calendar/china-holidays.ts'
import { askableDays, judgeLateDays } from '../../../statistics/late-days.ts'
import type { Call } from '../../shell/cli-command.ts'
import { usageError } from '../../shell/usage-error.ts'
import { type PartAnswer, refusal } from '../judge-part.ts'
import type { SeriesTable } from '../series-table.ts'
import { slowestOf } from './slowest.ts'

/** What cannot be asked of days that are still coming in: there is no past of such days to learn a threshold from. */
const NOT_WITH = ['budget', 'report', 'pool-column'] as const

/** @throws AnlanError request-invalid for options that would not be looked at */
export function refuseBesideLate(call: Call, algorithm: string): void {
  if (!call.value('reported-column')) return
  const other = NOT_WITH.find((flag) => call.isSet(flag))
  if (other)
    throw usageError(
      text(`有 --reported-column 时，--${other} 用不上`, `--${other} cannot be used together with --reported-column`),
    )
  if (algorithm !== 'house')
    throw usageError(
      text(
        `${algorithm} 不会算迟报，--reported-column 只能用 house`,
        `${algorithm} knows nothing of late reports; --reported-column needs house`,
      ),
    )
}

/** Judges each series as of the last day on which anything was reported. */
export function judgeLate(
  table: SeriesTable,
  points: readonly number[],
  { alpha, holidays }: { readonly alpha: number | undefined; readonly holidays: boolean },
): readonly PartAnswer[] {
  const longest = slowestOf(table)
  const most = askableDays(longest)
  if ((points[0] ?? 1) <= table.dates.length - most && points.length > 1) throw tooEarly(table, most)
  const task = { longest, ...(alpha === undefined ? {} : { alpha }), ...(holidays ? { calendar: chinaCalendar } : {}) }
  return table.rows.map(({ label, late = [] }): PartAnswer => {
    const found = judgeLateDays({ dates: table.dates, reports: late }, task, points)
    if (!found.ok) return refusal(label, `${found.code} ${found.about}`)
    const { logP, expected, alarm, reason, share } = found
    const unknown = points.map(() => null)
    return { id: label, logP, expected, alarm, reason, share, dispersion: unknown, upper: unknown }
  })
}

function tooEarly({ dates }: SeriesTable, most: number) {
  const first = dates.at(-most) ?? dates[0]
  return usageError(
    text(
      `--reported-column 只看还在报来的最近${most}天，--from 最早 ${first}；更早的日子已经报齐，不加这一项就能看`,
      `--reported-column looks at the last ${most} days, still coming in: --from ${first} at the earliest. Days before are complete and can be judged without it`,
    ),
  )
}
