import { fitHouse, type HouseFit, plainPrior, type Span } from '../fit-house.ts'
import type { UsualHabit } from '../habit.ts'
import type { HouseDesign } from '../house-design.ts'
import type { HouseSettings } from '../house-settings.ts'
import type { PoolLately } from '../lately.ts'
import { HIGHEST_ETA, type Prior } from '../penalised-fit.ts'
import { ratioAt } from '../scatter.ts'
import { type CommonScatter, commonScatter } from './pool-dispersion.ts'
import { habitOfPool } from './pool-habit.ts'
import { unitsAround } from './pool-units.ts'

/** What the series of one category have in common, as seen before any one of them: the prior of each. */
export type Pool = {
  readonly prior: Prior
  readonly commonScatter: CommonScatter
  readonly poolLately: PoolLately
  readonly usualHabit: UsualHabit
}

/** Bounds of the gamma shape of levels: units that are all alike, units that have nothing in common. */
const MOST_ALIKE = 1000
const LEAST_ALIKE = 0.05

/** Fits the sum of the series and looks how far levels and scatter of the single ones differ; undefined when that cannot be fitted. */
export function fitPool(
  design: HouseDesign,
  series: readonly Float64Array[],
  { frequency, ...span }: Span & { readonly frequency: number },
  settings: HouseSettings,
): Pool | undefined {
  const total = sumOf(series, span, design.steps)
  const years = (span.to - span.from) / frequency
  const fit = fitHouse(design, total, span, plainPrior(design, settings.spread, years), settings)
  if (!fit) return undefined
  const shape = shapeOf(design, fit, span)
  const levels = series.map((y) => levelOf(y, shape, span))
  const phi = ratioAt(fit.scatter, mean(total, span.from, span.to))
  const law = levelLaw(levels, phi)
  const level = { mean: Math.log(law.mean), precision: law.shape }
  const roughly = series.map((y, index) => ({ y, ...around(levels[index]!, law, shape) }))
  const before = commonScatter(roughly, span, settings.downWeightAbove)
  const { prior, units } = unitsAround({ design, fit, level, span, settings }, roughly, before.scatter)
  return { prior, ...habitOfPool({ design, span, settings, before }, roughly, units) }
}

/** Sum over the series; a step some did not report is scaled up to all by their usual share. */
function sumOf(series: readonly Float64Array[], { from, to }: Span, steps: number): Float64Array {
  const usual = series.map((y) => mean(y, from, to))
  const all = usual.reduce((sum, value) => sum + value, 0)
  const total = new Float64Array(steps).fill(Number.NaN)
  for (let i = from; i < to; i++) {
    let sum = 0
    let present = 0
    let reporting = 0
    for (let s = 0; s < series.length; s++) {
      const count = series[s]![i]!
      if (Number.isNaN(count)) continue
      sum += count
      present += usual[s]!
      reporting += 1
    }
    if (reporting === series.length) total[i] = sum
    else if (present > all / 2) total[i] = (sum * all) / present
  }
  return total
}

function mean(y: Float64Array, from: number, to: number): number {
  let sum = 0
  let n = 0
  for (let i = from; i < to; i++) {
    if (Number.isNaN(y[i]!)) continue
    sum += y[i]!
    n += 1
  }
  return n === 0 ? 0 : sum / n
}

/** The category's course relative to its level: exp of all but the level. */
function shapeOf({ x, p, steps }: HouseDesign, { beta }: HouseFit, { from }: Span): Float64Array {
  const shape = new Float64Array(steps)
  for (let i = from; i < steps; i++) {
    let eta = 0
    for (let j = 1; j < p; j++) eta += x[i * p + j]! * beta[j]!
    shape[i] = Math.exp(Math.min(eta, HIGHEST_ETA))
  }
  return shape
}

type Level = { readonly cases: number; readonly exposure: number }

function levelOf(y: Float64Array, shape: Float64Array, { from, to }: Span): Level {
  let cases = 0
  let exposure = 0
  for (let i = from; i < to; i++) {
    if (Number.isNaN(y[i]!)) continue
    cases += y[i]!
    exposure += shape[i]!
  }
  return { cases, exposure }
}

type LevelLaw = { readonly mean: number; readonly shape: number }

/** Half a case is added to all that were seen: nothing in years is no proof of never. */
const UNSEEN = 0.5

/**
 * A gamma law of the levels over units by its first two moments, the scatter of counts taken off. It is no surer than
 * the cases of the whole pool make it.
 */
function levelLaw(levels: readonly Level[], phi: number): LevelLaw {
  const known = levels.filter(({ exposure }) => exposure > 0)
  const rates = known.map(({ cases, exposure }) => cases / exposure)
  const cases = known.reduce((sum, level) => sum + level.cases, 0)
  const exposure = known.reduce((sum, level) => sum + level.exposure, 0)
  const average = rates.reduce((sum, rate) => sum + rate, 0) / rates.length + UNSEEN / exposure
  let between = 0
  for (let i = 0; i < rates.length; i++) between += (rates[i]! - average) ** 2 - (phi * average) / known[i]!.exposure
  between /= Math.max(rates.length - 1, 1)
  const alike = between > 0 ? (average * average) / between : MOST_ALIKE
  const shape = Math.min(Math.max(alike, LEAST_ALIKE), MOST_ALIKE)
  return { mean: average, shape: 1 / (1 / shape + phi / (cases + UNSEEN)) }
}

/** A series at its own level, drawn towards those of the others: its expected counts, and how much of a coefficient that took. */
function around({ cases, exposure }: Level, { mean: average, shape: alike }: LevelLaw, shape: Float64Array) {
  const weight = exposure + alike / average
  const level = (cases + alike) / weight
  return { mean: (row: number) => level * shape[row]!, used: exposure / weight }
}
