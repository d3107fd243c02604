/** How counts are brought to mean 0 and variance 1 before they are added up. */
export const CUSUM_TRANSFORMATIONS = ['standard', 'rossi', 'anscombe', 'anscombe2nd', 'pearsonNegBin', 'none'] as const
export type CusumTransformation = (typeof CUSUM_TRANSFORMATIONS)[number]

/** In-control mean of a point (null when unknown), and the dispersion of the negative binomial law. */
type InControl = { readonly mean: number | null; readonly alpha: number }

/** The standardised count; NaN where the mean is 0 or unknown and the transformation needs it. */
export function standardise(x: number, { mean, alpha }: InControl, trans: CusumTransformation): number {
  const m = mean ?? Number.NaN
  switch (trans) {
    case 'standard':
      return (x - m) / Math.sqrt(m)
    case 'rossi':
      return (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * Math.sqrt(m))
    case 'anscombe':
      return (1.5 * (x ** (2 / 3) - m ** (2 / 3))) / m ** (1 / 6)
    case 'anscombe2nd':
      return (x ** (2 / 3) - (m ** (2 / 3) - m ** (-1 / 3) / 9)) / ((2 / 3) * m ** (1 / 6))
    case 'pearsonNegBin':
      return (x - m) / Math.sqrt(m + alpha * m * m)
    case 'none':
      return x
  }
}

/** The count at which a chart with `room` left up to its limit would warn; NaN where there is none. */
export function cusumBound(
  room: number,
  { mean, alpha }: InControl,
  trans: Exclude<CusumTransformation, 'none'>,
): number {
  const m = mean ?? Number.NaN
  switch (trans) {
    case 'standard':
      return Math.ceil(Math.sqrt(m) * room + m)
    case 'rossi':
      return 2 * Math.sqrt(m) * room + 5 * m - 2 * Math.sqrt(4 * m * m + 2 * m ** 1.5 * room)
    case 'anscombe':
      return ((2 / 3) * m ** (1 / 6) * room + m ** (2 / 3)) ** 1.5
    case 'anscombe2nd':
      // The exponent of the last term differs from the one above by its sign, in R as in the source it follows.
      return ((2 / 3) * m ** (1 / 6) * room + (m ** (2 / 3) - m ** (1 / 3) / 9)) ** 1.5
    case 'pearsonNegBin':
      return Math.sqrt(m + alpha * m * m) * room + m
  }
}
