import { poissonMass } from './poisson-mass.ts'

const EPSILON = Number.EPSILON
const TINY = 1e-300

/** P(G <= x) for a gamma variable with this shape and rate 1: the regularised lower incomplete gamma function. */
export function gammaLowerTail(shape: number, x: number): number {
  if (x <= 0) return 0
  return x < shape + 1 ? lowerSeries(shape, x) : 1 - upperFraction(shape, x)
}

/** P(G > x) for a gamma variable with this shape and rate 1. */
export function gammaUpperTail(shape: number, x: number): number {
  if (x <= 0) return 1
  return x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x)
}

/** Abramowitz and Stegun 6.5.29; all terms positive, so nothing cancels. */
function lowerSeries(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let divisor = shape + 1; term > sum * EPSILON; divisor++) {
    term *= x / divisor
    sum += term
  }
  return sum * poissonMass(shape, x)
}

/** Abramowitz and Stegun 6.5.31 in even form, by the modified Lentz method. */
function upperFraction(shape: number, x: number): number {
  const front = poissonMass(shape, x)
  if (front === 0) return 0
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let i = 1; ; i++) {
    const a = -i * (i - shape)
    b += 2
    d = a * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + a / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const factor = d * c
    value *= factor
    // The other way round, so that no number, with which no comparison holds, ends it too.
    if (!(Math.abs(factor - 1) >= 2 * EPSILON)) return front * shape * value
  }
}
