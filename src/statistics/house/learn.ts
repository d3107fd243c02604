import { fitHouse, type HouseFit, meanAt, plainPrior, predict, type Span } from './fit-house.ts'
import { deviationBy, expectedDeviation, type Habit, learnHabit, type UsualHabit } from './habit.ts'
import type { HouseDesign } from './house-design.ts'
import type { HouseSettings } from './house-settings.ts'
import type { Expectation } from './judge-count.ts'
import {
  type Course,
  columnsOf,
  copyOf,
  type Late,
  latelyAt,
  nothingLately,
  type PoolLately,
  remember,
  takenByCut,
} from './lately.ts'
import { type LevelNow, levelNow } from './level-change.ts'
import type { Prior } from './penalised-fit.ts'
import type { CommonScatter } from './pool/pool-dispersion.ts'
import { addCount, noClasses, ratioAt, robustWeight, type Scatter, scaled, scatterOf, worthOf } from './scatter.ts'

/** One checked series and what is known beside it. */
export type HouseWork = {
  readonly y: Float64Array
  /** What is judged in the place of `y`, from which is learnt. */
  readonly judged?: readonly number[]
  readonly frequency: number
  readonly design: HouseDesign
  readonly settings: HouseSettings
  /** What the pool expects; without it nothing but small effects. */
  readonly prior?: Prior
  /** A scatter many series agree on, and how many degrees of freedom it is worth. */
  readonly commonScatter?: CommonScatter
  /** What all series of the pool were of late, and which shares of that and of its own come again with a usual one. */
  readonly poolLately?: PoolLately
  readonly usualHabit?: UsualHabit
  /** Of reports that come in late; rows before the last `gap` have to be complete. */
  readonly late?: Late
}

/** A fit, what the latest counts around it are wont to do, and the scatter that is left beside both. */
export type Learnt = {
  readonly fit: HouseFit
  readonly course: Course
  readonly habit: Habit
  readonly scatter: Scatter
  readonly df: number
  readonly festive: number
}

/** Learns from the steps up to `to`; undefined where they are too few. */
export function fitUpTo(work: HouseWork, to: number): Learnt | undefined {
  const { y, frequency, design, prior, settings } = work
  const from = Math.max(to + settings.gap - Math.round(settings.years * frequency), 0)
  if (!isEnough(work, { from, to })) return undefined
  const fitTo = (end: number) => {
    const expected = prior ?? plainPrior(design, settings.spread, (end - from) / frequency)
    const fit = fitHouse(design, y, { from, to: end }, expected, settings)
    return fit && learn(work, fit)
  }
  const learnt = fitTo(to)
  if (!learnt) return undefined
  const { since } = levelAt(work, learnt, to + settings.gap - settings.guard)
  // Otherwise the season would take the rise to the new level for a wave, and carry on with its fall.
  const cut = since !== undefined && since < to && since - from >= settings.leastHistory
  return cut ? (fitTo(since) ?? learnt) : learnt
}

function learn(work: HouseWork, fit: HouseFit): Learnt {
  const { settings, y, usualHabit } = work
  const { from, to } = fit.span
  const course = courseOf(work, fit)
  const habit = learnHabit(course, settings.memory, from, to, usualHabit)
  const classes = noClasses()
  const lately = nothingLately(settings.memory, course.pool)
  const x = new Float64Array(columnsOf(settings.memory, course.pool))
  for (let row = from; row < to; row++) {
    const count = y[row]!
    if (Number.isNaN(count)) continue
    latelyAt(lately, settings.memory, course, row, x)
    const mean = fit.mu[row]! * (1 + deviationBy(habit.shares, x))
    addCount(classes, count, mean, ratioAt(fit.scatter, mean), settings.downWeightAbove)
    remember(lately, settings.memory, course, row)
  }
  const left = scatterOf(classes, fit.kept, fit.scatter, settings.downWeightAbove)
  const law = shared(work, fit, left)
  return { fit, course, habit, ...law, festive: festiveExcess(work, fit, law.scatter) }
}

/** How much the weeks around long holidays scatter from year to year, as a share of the mean squared: what is beyond other weeks. */
function festiveExcess({ y, design, frequency, settings }: HouseWork, fit: HouseFit, scatter: Scatter): number {
  const { from, to } = fit.span
  const years = (to - from) / frequency
  let [sum, weights] = [0, 0]
  for (let row = from; row < to; row++) {
    const count = y[row]!
    const share = design.festive[row]!
    if (share === 0 || Number.isNaN(count)) continue
    const mean = fit.mu[row]!
    const ratio = ratioAt(scatter, mean)
    const weight = robustWeight(count, mean, ratio, settings.downWeightAbove)
    const precision = (share * share) / (2 * ratio * ratio)
    sum += precision * (weight * (count - mean) ** 2 - ratio * mean)
    weights += precision * share * share * mean * mean
  }
  const seen = years > 1 ? years / (years - 1) : 1
  return Math.max((sum * seen * (weights > 0 ? 1 : 0) + USUAL_FESTIVE * FESTIVE_WORTH) / (weights + FESTIVE_WORTH), 0)
}
const USUAL_FESTIVE = 0.02
const FESTIVE_WORTH = 200

function courseOf({ y, design, late, poolLately }: HouseWork, fit: HouseFit): Course {
  const course = {
    y,
    mean: (row: number) => meanAt(design, fit, row),
    weekday: (row: number) => design.weekday[row]!,
    scatter: fit.scatter,
  }
  const beside = { ...(late ? { late } : {}), ...(poolLately ? { pool: poolLately } : {}) }
  return { ...course, ...beside, taken: takenByCut(course, fit.span.from, fit.span.to) }
}

/** What a pool knows stands in for a short history, once the pool itself has one. */
function isEnough({ y, settings, commonScatter }: HouseWork, { from, to }: Span): boolean {
  if (commonScatter) return to - from >= settings.leastHistory
  let counted = 0
  for (let i = from; i < to; i++) if (!Number.isNaN(y[i]!)) counted += 1
  return counted >= settings.leastHistory
}

const DAYS_A_YEAR = 365

/** What is to be expected at a point, by regression, level, and the counts of late. */
export function expectAt(work: HouseWork, learnt: Learnt, point: number): Expectation {
  const { eta, se } = predict(work.design, learnt.fit, point - 1)
  const level = levelAt(work, learnt, point - 1 - work.settings.guard)
  const { deviation, variance: unsure } = deviationAt(work, learnt, point - 1, level)
  const factor = level.since === undefined ? level.factor + level.unmoved * deviation : level.factor * (1 + deviation)
  const variance = level.variance + unsure + learnt.festive * work.design.festive[point - 1]! ** 2
  const mean = factor * Math.exp(eta)
  const unsureMean = se * se * hangingTogether(learnt) + variance / (factor * factor)
  return {
    mean,
    se: Math.sqrt(unsureMean),
    phi: ratioAt(learnt.scatter, mean),
    // A week is a sum of days, whose long tails even out.
    varies: work.frequency === DAYS_A_YEAR ? learnt.scatter.excess + unsureMean : 0,
    df: learnt.df,
  }
}

/**
 * Counts that hang together tell less of the level. What of it then comes again of itself is corrected by the latest counts,
 * which makes up for that where a pool says how much it is.
 */
const hangingTogether = ({ course, habit }: Learnt) => (course.pool ? 1 : habit.together)

/** What the counts up to the row before say of it beyond regression and level. */
function deviationAt(work: HouseWork, { fit, course: plain, habit }: Learnt, row: number, { factor, since }: LevelNow) {
  const { memory } = work.settings
  const { to } = fit.span
  const fresh = since !== undefined && since < to
  const lately = fresh ? nothingLately(memory, plain.pool) : copyOf(habit.end)
  const course: Course = { ...plain, mean: (at) => plain.mean(at) * (since !== undefined && at >= since ? factor : 1) }
  for (let at = fresh ? since : to; at < row; at++) remember(lately, memory, course, at)
  const x = new Float64Array(columnsOf(memory, plain.pool))
  latelyAt(lately, memory, course, row, x)
  return expectedDeviation(habit, x)
}

/** What the counts before row `end` say of the level. */
function levelAt(work: HouseWork, { fit, habit }: Learnt, end: number): LevelNow {
  const mean = (row: number) => meanAt(work.design, fit, row) * (work.late?.(row).share ?? 1)
  const ratio = (expected: number) => habit.together * ratioAt(fit.scatter, expected)
  return levelNow({ y: work.y, mean, from: fit.span.from, end, ratio }, work.settings.motion)
}

/** A series' own scatter and that of its pool, each by what it is worth. */
function shared(
  { commonScatter: common }: HouseWork,
  { df, mu, span }: HouseFit,
  own: Scatter,
): { scatter: Scatter; df: number } {
  if (!common) return { scatter: own, df }
  let means = 0
  for (let row = span.from; row < span.to; row++) means += mu[row]!
  const mean = means / (span.to - span.from)
  const usual = ratioAt(common.scatter, mean)
  const worth = worthOf(df, usual, mean)
  const by = ((ratioAt(own, mean) / usual) * worth + common.df) / (worth + common.df)
  return { scatter: scaled(common.scatter, by), df: worth + common.df }
}
