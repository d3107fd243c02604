import { logMidP, midPUpper } from './count-law.ts'

/** What was to be expected at a point: a mean, its standard error on the log scale, and the dispersion. */
export type Expectation = { readonly mean: number; readonly se: number; readonly phi: number; readonly df: number }

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

/** log mid-p of a count. */
export const logPValue = (count: number, expectation: Expectation): number =>
  logMidP(count, expectation.mean, predictiveDispersion(expectation))

/** The largest count that is still no alarm at this level. */
export const upperCount = (alpha: number, expectation: Expectation): number =>
  midPUpper(alpha, expectation.mean, predictiveDispersion(expectation))
