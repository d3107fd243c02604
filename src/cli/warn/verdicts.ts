import { type Budget, type BudgetThreshold, budgetThreshold } from '../../statistics/budget.ts'
import { adjusted } from '../../statistics/multiple-testing.ts'
import { type PartAnswer, upperAt } from './judge-part.ts'
import type { SeriesRow, SeriesTable } from './read-series.ts'

/** One judged count, as `--json` prints it. */
export type Verdict = {
  readonly series: string
  readonly date: string
  readonly observed: number | null
  readonly expected: number | null
  readonly upper: number | null
  readonly p: number | null
  readonly q: number | null
  readonly alarm: boolean | null
  readonly reason: string
  /** The share of the day's reports that is in by now, where the file says when each was reported. */
  readonly share?: number | null
}

/** Points judged only to see where a budget would have been kept, and those asked for. */
export type Points = { readonly past: readonly number[]; readonly asked: readonly number[] }

export type Verdicts = { readonly list: readonly Verdict[]; readonly budget: BudgetThreshold | undefined }

/** Puts the answers of a panel together: the budget's threshold, if one was given, and rates of false discovery a date. */
export function verdictsOf(
  table: SeriesTable,
  answers: readonly PartAnswer[],
  points: Points,
  budget: Budget | undefined,
): Verdicts {
  const known = (index: number) => answers.map(({ logP }) => logP[index]).filter((value) => typeof value === 'number')
  const steps = budget && [...points.past, ...points.asked].map((_, index) => known(index))
  // Renewed at each step: what was asked for since is past by then, and as much of the oldest is left out.
  const thresholdAt = (place: number) =>
    budget && steps ? budgetThreshold(steps.slice(place, place + points.past.length), budget) : undefined
  let threshold = thresholdAt(0)
  const list = points.asked.flatMap((point, place) => {
    const index = points.past.length + place
    threshold = place === 0 ? threshold : thresholdAt(place)
    const q = adjusted(
      answers.map(({ logP }) => probability(logP[index])),
      'BH',
    )
    return answers.map((answer, row) => verdict(table, { answer, row, point, index, q: q[row] ?? null }, threshold))
  })
  return { list, budget: threshold }
}

const probability = (logP: number | null | undefined) => (typeof logP === 'number' ? Math.exp(logP) : null)

type Place = {
  readonly answer: PartAnswer
  readonly row: number
  readonly point: number
  readonly index: number
  readonly q: number | null
}

function verdict(
  table: SeriesTable,
  { answer, row, point, index, q }: Place,
  threshold: BudgetThreshold | undefined,
): Verdict {
  const { label, counts } = table.rows[row] as SeriesRow
  const logP = answer.logP[index] ?? null
  const expected = answer.expected[index] ?? null
  const dispersion = answer.dispersion[index] ?? null
  const changed = threshold !== undefined && logP !== null
  const alarm = changed ? logP < threshold.logThreshold : (answer.alarm[index] ?? null)
  return {
    series: label,
    date: table.dates[point - 1] as string,
    observed: counts[point - 1] ?? null,
    expected,
    upper: threshold ? upperUnder(threshold, expected, dispersion) : (answer.upper[index] ?? null),
    p: logP === null ? null : Math.exp(logP),
    q,
    alarm,
    reason: answer.refused ?? (changed ? (alarm ? 'above' : 'within') : (answer.reason[index] ?? 'not-judged')),
    ...(answer.share ? { share: answer.share[index] ?? null } : {}),
  }
}

/** A budget's bound can be said where the law of the count is known; the method's own belongs to another level. */
const upperUnder = ({ logThreshold }: BudgetThreshold, expected: number | null, dispersion: number | null) =>
  expected === null || dispersion === null ? null : upperAt(logThreshold, expected, dispersion)
