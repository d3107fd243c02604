import { normalQuantile } from '../numerics/normal.ts'
import type { FunnelCount, FunnelKind } from './funnel-input.ts'
import { errorOnScale, type Left, leftBy, mixedAtMost, offScale, onScale } from './mixed-law.ts'

/** How units lie about their middle, on the scale of units (log odds, log ratio). */
export type UnitScatter = {
  readonly centre: number
  /** Standard deviation between units; 0 where chance explains all. */
  readonly spread: number
  /** The same from the units on one side alone, where they reach further than `spread` says. */
  readonly below: number
  readonly above: number
  /** How many units' worth is known about the spread. */
  readonly known: number
}

/** A standardised residual counts up to here; beyond, a unit may be the one that is looked for. */
const BOUND = 1.5
/** Mean square of a standard normal cut at `BOUND`: P(|z| < b) - 2 b φ(b) + b² P(|z| > b). */
const WANTED = 0.8663855974622838 - 2 * 1.5 * 0.12951759566589174 + 2.25 * 0.1336144025377162
/** Mean slope of the cut residual: P(|z| < b). */
const SLOPE = 0.8663855974622838

/** Where within the step of its own count a unit is looked at: evenly, since a count only says between. */
const SHARES = [0.0625, 0.1875, 0.3125, 0.4375, 0.5625, 0.6875, 0.8125, 0.9375]

const NARROWEST = 1e-3
const WIDEST = 8
const STEPS = 18

type Known = FunnelCount & { readonly before: Left | null; readonly upTo: Left | null }
type Residuals = { readonly cut: number; readonly square: number; readonly down: number; readonly up: number }

/**
 * Middle and spread of units that differ by more than chance. Residuals are taken from the exact law of the counts and cut
 * at 1.5, and the spread is that at which their mean square is what it has to be: Paule and Mandel's equation (1982) for
 * counts, with Huber's second proposal (1964). A unit's weight is bounded by the spread between units, so neither
 * the largest nor the furthest has its way.
 */
export function unitScatter(kind: FunnelKind, units: readonly FunnelCount[], about: number): UnitScatter {
  const known = units.map((unit) => ({
    ...unit,
    before: unit.numerator === 0 ? null : leftBy(kind, unit.numerator - 1, unit.denominator),
    upTo:
      kind === 'proportion' && unit.numerator === unit.denominator
        ? null
        : leftBy(kind, unit.numerator, unit.denominator),
  }))
  let centre = onScale(kind, about)
  let [low, high] = [Math.log(NARROWEST), Math.log(WIDEST)]
  for (let step = 0; step < STEPS; step++) {
    const spread = Math.exp((low + high) / 2)
    for (let turn = 0; turn < (step < 4 ? 12 : 3); turn++) centre = moved(kind, known, centre, spread)
    if (squares(kind, known, centre, spread).both > WANTED) low = Math.log(spread)
    else high = Math.log(spread)
  }
  const spread = Math.exp((low + high) / 2)
  if (spread < 1.01 * NARROWEST) return { centre, spread: 0, below: 0, above: 0, known: units.length }
  const errors = units.map(({ denominator }) => errorOnScale(kind, denominator, offScale(kind, centre)))
  const sides = sidesOf(kind, known, centre, spread)
  return {
    centre,
    spread,
    ...sides,
    known: errors.reduce((sum, error) => sum + (spread ** 2 / (spread ** 2 + error ** 2)) ** 2, 0),
  }
}

const cutAt = (residual: number) => Math.min(Math.max(residual, -BOUND), BOUND)

/** Mean cut residual, and mean squares of it: over all, and over those below and above the middle. */
function residualsOf({ before, upTo }: Known, centre: number, spread: number): Residuals {
  const low = before ? mixedAtMost(before, centre, spread, spread) : 0
  const high = upTo ? mixedAtMost(upTo, centre, spread, spread) : 1
  let [cut, down, up] = [0, 0, 0]
  for (const share of SHARES) {
    const chance = low + share * (high - low)
    const residual = cutAt(chance <= 0 ? -BOUND : chance >= 1 ? BOUND : normalQuantile(chance))
    cut += residual
    if (residual < 0) down += residual * residual
    else up += residual * residual
  }
  const count = SHARES.length
  return { cut: cut / count, square: (down + up) / count, down: down / count, up: up / count }
}

/** One step of the middle towards where the cut residuals balance. */
function moved(kind: FunnelKind, units: readonly Known[], centre: number, spread: number): number {
  const rate = offScale(kind, centre)
  let [sum, weights] = [0, 0]
  for (const unit of units) {
    const scale = Math.hypot(spread, errorOnScale(kind, unit.denominator, rate))
    sum += residualsOf(unit, centre, spread).cut / scale
    weights += 1 / (scale * scale)
  }
  return centre + Math.min(Math.max(sum / (SLOPE * weights), -1), 1)
}

/** Weighted mean squares of the cut residuals; a unit that says little about the spread has little weight. */
function squares(kind: FunnelKind, units: readonly Known[], centre: number, spread: number) {
  const rate = offScale(kind, centre)
  const sums = { both: 0, down: 0, up: 0, weight: 0 }
  for (const unit of units) {
    const error = errorOnScale(kind, unit.denominator, rate)
    const weight = 1 / (spread * spread + error * error)
    const { square, down, up } = residualsOf(unit, centre, spread)
    sums.both += weight * square
    sums.down += weight * down
    sums.up += weight * up
    sums.weight += weight
  }
  const each = (sum: number) => sum / sums.weight
  return { both: each(sums.both), down: 2 * each(sums.down), up: 2 * each(sums.up) }
}

/** Spread from each side alone, by its mean square: never less than that of all. */
function sidesOf(kind: FunnelKind, units: readonly Known[], centre: number, spread: number) {
  const side = (which: 'down' | 'up') => {
    let [low, high] = [Math.log(spread), Math.log(4 * spread)]
    if (squares(kind, units, centre, spread)[which] <= WANTED) return spread
    for (let step = 0; step < 14; step++) {
      const middle = (low + high) / 2
      if (squares(kind, units, centre, Math.exp(middle))[which] > WANTED) low = middle
      else high = middle
    }
    return Math.exp((low + high) / 2)
  }
  return { below: side('down'), above: side('up') }
}
