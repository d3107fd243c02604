import { normalUpperTail } from './normal.ts'

/** Powers that make counts more symmetric: 2/3 for Poisson counts with small means, 1/2 for large ones, 1 for none. */
export const POWER_TRANSFORMATIONS = ['2/3', '1/2', 'none'] as const
export type PowerTransformation = (typeof POWER_TRANSFORMATIONS)[number]

const EXPONENTS: Readonly<Record<PowerTransformation, number>> = { '2/3': 2 / 3, '1/2': 1 / 2, none: 1 }

/** A predicted count: its mean, and the variance of prediction over the mean (dispersion plus that of the estimate). */
export type Prediction = { readonly mean: number; readonly varianceRatio: number }

/** Bound `z` standard deviations above the mean on the transformed scale (Farrington et al. 1996, formula 5). */
export function powerBound(prediction: Prediction, z: number, power: PowerTransformation): number {
  const exponent = EXPONENTS[power]
  return (prediction.mean ** exponent + z * transformedDeviation(prediction, power)) ** (1 / exponent)
}

/** P(a count at least this high), by the normal law of the transformed count. */
export function powerUpperTail(count: number, prediction: Prediction, power: PowerTransformation): number {
  const exponent = EXPONENTS[power]
  return normalUpperTail((count ** exponent - prediction.mean ** exponent) / transformedDeviation(prediction, power))
}

function transformedDeviation({ mean, varianceRatio }: Prediction, power: PowerTransformation): number {
  switch (power) {
    case '2/3':
      return Math.sqrt((4 / 9) * Math.cbrt(mean) * varianceRatio)
    case '1/2':
      return Math.sqrt(varianceRatio / 4)
    case 'none':
      return Math.sqrt(mean * varianceRatio)
  }
}
