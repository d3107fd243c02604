import type { FunnelKind } from './funnel-input.ts'

/**
 * What a count leaves open about its unit, on the scale of units: log odds of a proportion, log of a ratio. A law in
 * steps: `weights` (their sum is 1) at `start`, `start + step`, …
 */
export type Left = { readonly start: number; readonly step: number; readonly weights: Float64Array }

/** Weights below this share of the highest change nothing that is looked at. */
const NEGLIGIBLE = 1e-12
const MOST_STEPS = 4000

/** The place of a proportion or ratio on the scale of units. */
export const onScale = (kind: FunnelKind, rate: number): number =>
  kind === 'proportion' ? Math.log(rate / (1 - rate)) : Math.log(rate)

/** Back from the scale of units to a proportion or ratio. */
export const offScale = (kind: FunnelKind, place: number): number =>
  kind === 'proportion' ? 1 / (1 + Math.exp(-place)) : Math.exp(place)

/** Standard error of a unit's place on the scale, by its size and a rate it may have. */
export const errorOnScale = (kind: FunnelKind, denominator: number, rate: number): number =>
  Math.sqrt(1 / (denominator * rate * (kind === 'proportion' ? 1 - rate : 1)))

/**
 * P(at most `count`) is the chance that a unit lies below a beta or gamma variate of these shapes, at its place on the
 * scale; so for units that differ it is one smooth integral over that variate. Counts between whole ones are allowed.
 *
 * @param finest - steps are at most this wide
 */
export function leftBy(kind: FunnelKind, count: number, denominator: number, finest = Number.POSITIVE_INFINITY): Left {
  const [a, b] = [count + 1, denominator - count]
  const isShare = kind === 'proportion'
  const mode = isShare ? Math.log(a / b) : Math.log(a / denominator)
  const step = Math.min(0.3 * Math.sqrt(1 / a + (isShare ? 1 / b : 0)), finest)
  // Relative to the mode, so that no power of a large number is taken.
  const logShare = (x: number) => a * (x - mode) - (a + b) * Math.log1p((a * Math.expm1(x - mode)) / (a + b))
  const logGamma = (x: number) => a * (x - mode - Math.expm1(x - mode))
  const height = (at: number) => Math.exp(isShare ? logShare(mode + at * step) : logGamma(mode + at * step))
  let first = 0
  while (first > -MOST_STEPS && height(first) > NEGLIGIBLE) first--
  let last = 0
  while (last < MOST_STEPS && height(last) > NEGLIGIBLE) last++
  const weights = Float64Array.from({ length: last - first + 1 }, (_, at) => height(first + at))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return { start: mode + first * step, step, weights: weights.map((weight) => weight / sum) }
}

/** P(at most the count) when units lie about `centre` with the spread `below` it and the spread `above` it (two half normal laws). */
export function mixedAtMost({ start, step, weights }: Left, centre: number, below: number, above: number): number {
  // Half a step is added to the spread, lest a spread finer than the steps sees them.
  const [low, high] = [Math.hypot(below, step / 2), Math.hypot(above, step / 2)]
  let sum = 0
  for (let at = 0; at < weights.length; at++) {
    const away = start + at * step - centre
    sum += (weights[at] as number) * quickCdf(away / (away < 0 ? low : high))
  }
  return Math.min(sum, 1)
}

/** P(Z <= z) to 7.5e-8, a tenth of the cost of the one to the last digits (Abramowitz and Stegun 26.2.17). */
function quickCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    0.3989422804014327 *
    Math.exp(-0.5 * z * z) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z > 0 ? 1 - tail : tail
}
