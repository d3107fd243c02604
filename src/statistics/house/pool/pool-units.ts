import { inverseForm } from '../cholesky.ts'
import type { HouseFit, Span } from '../fit-house.ts'
import type { HouseDesign } from '../house-design.ts'
import type { HouseSettings, HouseSpread } from '../house-settings.ts'
import { HIGHEST_ETA, type Prior, penalisedFit } from '../penalised-fit.ts'
import { ratioAt, robustWeight, type Scatter } from '../scatter.ts'
import { rowTimes } from '../sparse-rows.ts'
import type { Spread } from './pool-dispersion.ts'

/** How far one unit's season, weekdays, … are thought to lie from those of its category. The level has its own law. */
const WITHIN: Omit<HouseSpread, 'level'> = { trend: 0.15, season: 0.15, weekday: 0.1, holiday: 0.15 }
/** What is thought counts as much as so many units whose coefficients are known; none are thought to be quite the same. */
const THOUGHT_WEIGHS = 5
const LEAST_WITHIN = 0.03
/** Counts that hang together make coefficients scatter by so much more. */
const HANG_TOGETHER = 1.5

type Around = {
  readonly design: HouseDesign
  /** The sum of the pool. */
  readonly fit: HouseFit
  /** The law of levels on the log scale: a gamma law has its mode at the log of its mean and curvature equal to its shape. */
  readonly level: { readonly mean: number; readonly precision: number }
  readonly span: Span
  readonly settings: HouseSettings
}

/**
 * What a pool expects of each of its units, and each unit by that. How far units lie from their category is found on them, coefficient by
 * coefficient: one step of a regression each, enough to say how far, and the moments of what comes out.
 */
export function unitsAround(
  around: Around,
  roughly: readonly Spread[],
  scatter: Scatter,
): { prior: Prior; units: Spread[] } {
  const thought = priorOf(around, (j) => within(around.design, j) ** 2)
  const units = roughly.map((spread) => oneStep(around, spread, scatter, thought))
  return { prior: priorOf(around, (j) => foundWithin(units, thought, j, within(around.design, j) ** 2)), units }
}

const within = ({ part }: HouseDesign, j: number) => WITHIN[part[j] as keyof typeof WITHIN]

function priorOf({ design: { p }, fit: { beta, factor }, level }: Around, variance: (j: number) => number): Prior {
  const mean = Float64Array.from(beta)
  const precision = new Float64Array(p)
  mean[0] = level.mean
  precision[0] = level.precision
  // The factor's diagonal gives the variance of a coefficient the others being known: a lower bound, enough here.
  for (let j = 1; j < p; j++) precision[j] = 1 / (variance(j) + 1 / factor[j * p + j]! ** 2)
  return { mean, precision }
}

type Unit = Spread & { readonly beta: Float64Array; readonly variance: Float64Array }

/** A unit's own course as far as one step from its level leads. */
function oneStep({ design, span, settings }: Around, { y, mean }: Spread, scatter: Scatter, prior: Prior): Unit {
  const { p, rows, steps } = design
  const weight = new Float64Array(steps)
  for (let row = span.from; row < span.to; row++) {
    const expected = mean(row)
    const ratio = ratioAt(scatter, expected)
    weight[row] = robustWeight(y[row]!, expected, ratio, settings.downWeightAbove) / ratio
  }
  const start = Float64Array.from(prior.mean)
  start[0] = start[0]! + Math.log(mean(span.from)) - rowTimes(rows, span.from, start)
  const { beta, factor } = penalisedFit({ rows, p, y, weight, ...span }, prior, start, Number.POSITIVE_INFINITY)
  const variance = new Float64Array(p)
  const unit = new Float64Array(p)
  let used = p
  for (let j = 0; j < p; j++) {
    unit.fill(0)
    unit[j] = 1
    variance[j] = inverseForm(factor, p, unit)
    used -= prior.precision[j]! * variance[j]!
  }
  const means = new Float64Array(steps)
  for (let row = span.from; row < steps; row++) means[row] = Math.exp(Math.min(rowTimes(rows, row, beta), HIGHEST_ETA))
  return { y, mean: (row) => means[row]!, used: Math.max(used, 0), beta, variance }
}

/** Variance of a coefficient over units: what they show beyond chance, unshrunk, each by how much it tells, mixed with what was thought. */
function foundWithin(units: readonly Unit[], { mean, precision }: Prior, j: number, thought: number): number {
  const spread = 1 / precision[j]!
  let [sum, known] = [0, 0]
  for (const { beta, variance } of units) {
    // How much of a unit's own estimate the prior has left.
    const left = 1 - variance[j]! / spread
    if (!(left > 1e-3)) continue
    const chance = variance[j]! / left
    const weight = (spread / (spread + chance)) ** 2
    sum += weight * (((beta[j]! - mean[j]!) / left) ** 2 - HANG_TOGETHER * chance)
    known += weight
  }
  return Math.max((sum + THOUGHT_WEIGHS * thought) / (known + THOUGHT_WEIGHS), LEAST_WITHIN ** 2)
}
