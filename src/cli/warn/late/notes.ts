import type { Locale } from '../../../domain/wording/text.ts'
import type { SeriesTable } from '../series-table.ts'
import type { Verdict } from '../verdicts.ts'

/** What a reader must know of days whose reports are still coming in. */
export function lateNotes({ dates }: SeriesTable, list: readonly Verdict[], locale: Locale): string[] {
  const shares = list.flatMap(({ share }) => (typeof share === 'number' ? share : []))
  if (shares.length === 0) return []
  const percent = (share: number) => `${Math.round(100 * share)}%`
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map(percent)
  const range = least === most ? least : `${least}–${most}`
  const last = dates.at(-1)
  return [
    locale === 'zh'
      ? `截至 ${last} 报来的：列出的日子已报来约${range}。预期是到现在该报来多少；p 把到这一天为止的一至七天合起来看，所以没有单独的上限`
      : `As reported by ${last}: of the days judged about ${range} is in. expected: what should be in by now; p looks at one to seven days up to the date together, so no count alone is a bound`,
  ]
}
