import { betaLowerTail } from './incomplete-beta.ts'

/** P(|T| >= |t|) for Student's t with these degrees of freedom (Abramowitz and Stegun 26.7.1); NaN below 1 degree. */
export function studentTwoSided(t: number, degrees: number): number {
  if (Number.isNaN(t) || !(degrees > 0)) return Number.NaN
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return 0
  return betaLowerTail(degrees / (degrees + square), square / (degrees + square), degrees / 2, 0.5)
}
