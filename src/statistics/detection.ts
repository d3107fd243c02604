import type { CountSeries } from './count-series.ts'

/**
 * What every early-warning method is: a pure function of a series, its settings and the points to judge.
 *
 * Points are 1-based time indices (point 1 is `observed[0]`), as in the literature and in R, so that formulas and
 * reference values can be compared letter by letter. What a method answers for a point depends on the past of this
 * point and, for charts that add up over time (CUSUM, GLR), on the points before it in the list.
 */
export type Detector<Settings, Extra = unknown> = (
  series: CountSeries,
  settings: Settings,
  points: readonly number[],
) => Detected<Extra> | StatisticsFailure

/** Answers aligned with `points`. Null means: cannot be said (missing count, too few cases), never zero. */
export type Detection = {
  readonly ok: true
  readonly points: readonly number[]
  /** The count above which the method warns. May be NaN or Infinity only in a mode named `compatible`. */
  readonly upperbound: readonly (number | null)[]
  readonly alarm: readonly (boolean | null)[]
  /** P(a count at least this high) when nothing is wrong; null throughout for methods without such a law. */
  readonly pvalue: readonly (number | null)[]
}

type Detected<Extra> = Detection & Extra

/** Why there is no answer. `about` names the setting, or the rule the series broke; `at` the 1-based point. */
export type StatisticsFailure = {
  readonly ok: false
  readonly code: FailureCode
  readonly about: string
  readonly at?: number
}

export type FailureCode =
  | 'history-too-short'
  | 'not-computable' // a missing value makes the fit or the comparison impossible
  | 'bad-parameter'
  | 'bad-series' // not counts in time order: negative, fractional, not a number, too large, dates that do not fit

/** A refusal with its reason, so that no caller can take it for a number. */
export function failure(code: FailureCode, about: string, at?: number): StatisticsFailure {
  return at === undefined ? { ok: false, code, about } : { ok: false, code, about, at }
}
