import { logMidP, midPUpper } from './count-law.ts'

/**
 * What was to be expected at a point: a mean, its standard error on the log scale, and the dispersion; `varies` is the variance
 * of the logarithm of means that are not the same each time, where their law is taken for a log-normal.
 */
export type Expectation = {
  readonly mean: number
  readonly se: number
  readonly phi: number
  readonly varies: number
  readonly df: number
}

/**
 * The dispersion of the count itself: scatter of counts around their mean, plus the mean's own uncertainty (a gamma law
 * of shape 1/se^2, which is what a log-scale normal approximation of a gamma posterior has). The scatter is an estimate
 * from `df` degrees of freedom; the tail widens as Student's t does beside the normal, at the point where alarms lie.
 */
export function predictiveDispersion({ mean, se, phi, df }: Expectation): number {
  return phi * (1 + TAIL_WIDENING / df) + mean * se * se
}

/** (z^2 + 1) / 2 at the normal point z = 2.58 of a level of 0.5 %: first order of the square of t / z. */
const TAIL_WIDENING = 3.8

/**
 * The same for the upper tail. Means that are not the same each time vary by factors, so their law is nearer to a log-normal than to the
 * gamma of the negative binomial: third cumulant 3v²m³ in place of 2v²m³. Cornish and Fisher's first term says how much
 * further the tail reaches at the point where alarms lie; below ten or so a day that is next to nothing.
 */
function tailDispersion(expectation: Expectation): number {
  const dispersion = predictiveDispersion(expectation)
  const varies = Math.min(expectation.varies, MOST_VARIED)
  const skewer = varies * varies * (expectation.mean / dispersion) ** 1.5
  return dispersion * (1 + REACH * skewer) ** 2
}

/** (z - 1 / z) / 6 at z = 2.58. */
const REACH = 0.365
/** A mean that varies by its own size is no longer near anything. */
const MOST_VARIED = 1

/** log mid-p of a count. */
export const logPValue = (count: number, expectation: Expectation): number =>
  logMidP(count, expectation.mean, tailDispersion(expectation))

/** The largest count that is still no alarm at this level. */
export const upperCount = (alpha: number, expectation: Expectation): number =>
  midPUpper(alpha, expectation.mean, tailDispersion(expectation))
