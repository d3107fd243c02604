import { dayNumber } from '../../domain/time/day-number.ts'
import { checkInput } from '../check-input.ts'
import type { CountSeries } from '../count-series.ts'
import { type Detection, failure, type StatisticsFailure } from '../detection.ts'
import { type HouseDesign, houseDesign } from './house-design.ts'
import type { HouseSettings } from './house-settings.ts'
import { logPValue, predictiveDispersion, upperCount } from './judge-count.ts'
import type { Late } from './lately.ts'
import { expectAt, fitUpTo, type HouseWork, type Learnt } from './learn.ts'
import type { LevelMotion } from './level-change.ts'

/** Why a point has the answer it has. */
export type HouseReason = 'above' | 'within' | 'no-count' | 'too-little-data'

/** What the house detector says beside bound, alarm and p-value. */
export type HouseExtra = {
  readonly expected: readonly (number | null)[]
  /** Natural log of the p-value, exact also where the p-value itself is 0 in double precision. */
  readonly logP: readonly (number | null)[]
  /** Variance over mean of the count that was to be expected, the uncertainty of the mean included. */
  readonly dispersion: readonly (number | null)[]
  /** Standard error of the expected count on the log scale. */
  readonly error: readonly (number | null)[]
  readonly reason: readonly HouseReason[]
}

export type HouseDetection = Detection & HouseExtra

/**
 * The house detector for one series: days (frequency 365) or weeks (52). One regression with level, trend, season,
 * weekday and holidays, all but the level drawn towards no effect; past outbreaks count less; the mid-p value of the
 * negative binomial says how surprising the count is, the uncertainty of the mean included.
 */
export function house(
  series: CountSeries,
  settings: HouseSettings,
  points: readonly number[],
): HouseDetection | StatisticsFailure {
  const wrong = checkInput(series, points) ?? checkHouseSettings(settings)
  if (wrong) return wrong
  const { frequency } = series
  return judge({ y: countsOf(series), frequency, design: designOf(series, settings), settings }, points)
}

/**
 * The same for counts that are still coming in: what is expected at a point is the final count, followed through the days
 * that are not complete by what is in of them. `settings.gap` is how long reports may take.
 */
export function houseOfLate(
  series: CountSeries,
  late: Late,
  settings: HouseSettings,
  points: readonly number[],
): HouseDetection | StatisticsFailure {
  const wrong = checkInput(series, points) ?? checkHouseSettings(settings)
  if (wrong) return wrong
  return judge(
    { y: countsOf(series), frequency: series.frequency, design: designOf(series, settings), settings, late },
    points,
  )
}

/** Refuses settings no result could be trusted with. */
export function checkHouseSettings(settings: HouseSettings): StatisticsFailure | undefined {
  const { alpha, years, gap, guard, motion, harmonics, downWeightAbove, leastHistory, spread } = settings
  if (!(alpha > 0 && alpha < 0.5)) return failure('bad-parameter', 'alpha')
  if (!(years > 0 && years <= 100)) return failure('bad-parameter', 'years')
  if (!(Number.isInteger(gap) && gap >= 0)) return failure('bad-parameter', 'gap')
  if (!(Number.isInteger(guard) && guard >= 0 && guard <= gap)) return failure('bad-parameter', 'guard')
  if (!isMotion(motion)) return failure('bad-parameter', 'motion')
  if (!(Number.isInteger(harmonics) && harmonics >= 0 && harmonics <= 12)) return failure('bad-parameter', 'harmonics')
  if (!(downWeightAbove >= 1)) return failure('bad-parameter', 'downWeightAbove')
  if (!(Number.isInteger(leastHistory) && leastHistory >= 4)) return failure('bad-parameter', 'leastHistory')
  if (!Object.values(spread).every((sd) => sd > 0)) return failure('bad-parameter', 'spread')
  return undefined
}

const isMotion = ({ chance, leastRun, longest }: LevelMotion) =>
  chance >= 0 && chance < 1 && leastRun >= 2 && longest >= leastRun && longest < Number.POSITIVE_INFINITY

/** The design over all steps of a series. */
export function designOf(series: CountSeries, settings: HouseSettings): HouseDesign {
  const { frequency, observed, dates } = series
  const days = dates?.map((date) => dayNumber(date))
  return houseDesign({ frequency, steps: observed.length, ...(days ? { days } : {}) }, settings)
}

/** Counts with NaN where nothing was reported. */
export const countsOf = ({ observed }: CountSeries): Float64Array => {
  const y = new Float64Array(observed.length)
  for (let i = 0; i < y.length; i++) y[i] = observed[i] ?? Number.NaN
  return y
}

/** Days are judged by a fit made once a week, as far as it would have been known: the answer for a point depends on nothing after it. */
export const stepsAFit = (frequency: number) => (frequency === 365 ? 7 : 1)

/** Judges points of a checked series. */
export function judge(work: HouseWork, points: readonly number[]): HouseDetection {
  const { frequency, settings } = work
  const every = stepsAFit(frequency)
  const latest = points.reduce((most, point) => Math.max(most, point), 0)
  let fittedTo = -1
  let fit: Learnt | undefined
  const answers = points.map((point) => {
    // Late reports are all judged on one day, by what is complete then.
    const before = work.late ? latest : every * Math.floor((point - 1) / every)
    const to = Math.max(before - settings.gap, 0)
    if (to !== fittedTo) fit = fitUpTo(work, to)
    fittedTo = to
    return answer(work, fit, point)
  })
  return {
    ok: true,
    points,
    upperbound: answers.map(({ upper }) => upper),
    alarm: answers.map(({ alarm }) => alarm),
    pvalue: answers.map(({ logP }) => (logP === null ? null : Math.exp(logP))),
    logP: answers.map(({ logP }) => logP),
    expected: answers.map(({ expected }) => expected),
    dispersion: answers.map(({ dispersion }) => dispersion),
    error: answers.map(({ error }) => error),
    reason: answers.map(({ reason }) => reason),
  }
}

type Answer = {
  readonly upper: number | null
  readonly alarm: boolean | null
  readonly logP: number | null
  readonly expected: number | null
  readonly dispersion: number | null
  readonly error: number | null
  readonly reason: HouseReason
}

const UNKNOWN = { upper: null, alarm: null, logP: null, expected: null, dispersion: null, error: null } as const

function answer(work: HouseWork, fit: Learnt | undefined, point: number): Answer {
  if (!fit) return { ...UNKNOWN, reason: 'too-little-data' }
  const expectation = expectAt(work, fit, point)
  const count = (work.judged ?? work.y)[point - 1]!
  const upper = upperCount(work.settings.alpha, expectation)
  const known = {
    upper,
    expected: expectation.mean,
    dispersion: predictiveDispersion(expectation),
    error: expectation.se,
  }
  if (Number.isNaN(count)) return { ...UNKNOWN, ...known, reason: 'no-count' }
  const alarm = count > upper
  return { ...known, alarm, logP: logPValue(count, expectation), reason: alarm ? 'above' : 'within' }
}
