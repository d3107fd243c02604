import { failure, type StatisticsFailure } from '../detection.ts'
import { type IntervalSettings, type Measured, measuredRatio, measuredShare, NOTHING_COUNTED } from './measured.ts'

/**
 * CourTools 2, clearance rate: outgoing over incoming cases, as a proportion. 1 and above: keeping up.
 *
 * @see National Center for State Courts, CourTools, Trial Court Performance Measures
 */
export const clearanceRate = (
  outgoing: number,
  incoming: number,
  settings: IntervalSettings,
): Measured | StatisticsFailure => measuredRatio(outgoing, incoming, 1, settings)

/** CourTools 3, time to disposition: share of the cases disposed of within the guideline, both in days. */
export function timeToDisposition(
  days: readonly number[],
  guidelineDays: number,
  settings: IntervalSettings,
): Measured | StatisticsFailure {
  const bad = checkDays(days) ?? checkBands([guidelineDays])
  return bad ?? measuredShare(days.filter((each) => each <= guidelineDays).length, days.length, settings)
}

/** One age band of open cases: older than `above` days (the first: from 0 on), up to and with `upTo` (null: no end). */
export type AgeBand = {
  readonly above: number
  readonly upTo: number | null
  readonly count: number
  readonly share: Measured
}

export type PendingAge = {
  readonly ok: true
  readonly bands: readonly AgeBand[]
  readonly medianDays: number | null
  /** Nine in ten are at most this old. */
  readonly ninetiethDays: number | null
}

/** CourTools 4, age of active pending cases: how many in each band. `bands` are the upper ends in days, ascending. */
export function agePending(
  days: readonly number[],
  bands: readonly number[],
  settings: IntervalSettings,
): PendingAge | StatisticsFailure {
  const bad = checkDays(days) ?? checkBands(bands)
  if (bad) return bad
  const answer: AgeBand[] = []
  for (const [index, above] of [-1, ...bands].entries()) {
    const upTo = bands[index] ?? null
    const count = days.filter((each) => each > above && (upTo === null || each <= upTo)).length
    const share = measuredShare(count, days.length, settings)
    if (!share.ok) return share
    answer.push({ above: Math.max(above, 0), upTo, count, share })
  }
  const ascending = days.toSorted((a, b) => a - b)
  return { ok: true, bands: answer, medianDays: atShare(ascending, 0.5), ninetiethDays: atShare(ascending, 0.9) }
}

export type TrialDateCertainty = {
  readonly ok: true
  /** Mean number of settings a tried case needed; null when none was tried. */
  readonly meanSettings: number | null
  readonly onFirst: Measured
  readonly withinTwo: Measured
}

/** CourTools 5, trial date certainty: how often each case that was tried had been set for trial, at least once. */
export function trialDateCertainty(
  settingsPerCase: readonly number[],
  settings: IntervalSettings,
): TrialDateCertainty | StatisticsFailure {
  const wrong = settingsPerCase.findIndex((times) => !Number.isSafeInteger(times) || times < 1)
  if (wrong >= 0) return failure('bad-series', 'settings', wrong + 1)
  const within = (most: number) =>
    measuredShare(settingsPerCase.filter((times) => times <= most).length, settingsPerCase.length, settings)
  const onFirst = within(1)
  const withinTwo = within(2)
  if (!onFirst.ok) return onFirst
  if (!withinTwo.ok) return withinTwo
  if (settingsPerCase.length === 0)
    return { ok: true, meanSettings: null, onFirst: NOTHING_COUNTED, withinTwo: NOTHING_COUNTED }
  const sum = settingsPerCase.reduce((total, times) => total + times, 0)
  return { ok: true, meanSettings: sum / settingsPerCase.length, onFirst, withinTwo }
}

/** The smallest value with at least this share of all at or below it: a day that some case has, not one between. */
const atShare = (ascending: readonly number[], share: number): number | null =>
  ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? null

function checkDays(days: readonly number[]): StatisticsFailure | undefined {
  const wrong = days.findIndex((each) => !(each >= 0 && each < Number.MAX_VALUE))
  return wrong < 0 ? undefined : failure('bad-series', 'days', wrong + 1)
}

function checkBands(bands: readonly number[]): StatisticsFailure | undefined {
  const wrong = bands.findIndex((each, i) => !(each >= 0 && each < Number.MAX_VALUE) || each <= (bands[i - 1] ?? -1))
  return wrong < 0 ? undefined : failure('bad-parameter', 'bands', wrong + 1)
}
