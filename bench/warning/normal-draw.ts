import type { Uniform } from '../../src/statistics/simulator/mrg32k3a.ts'

/** A standard normal number from two uniform ones (Box and Muller 1958). */
export const normalDraw = (uniform: Uniform): number =>
  Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
