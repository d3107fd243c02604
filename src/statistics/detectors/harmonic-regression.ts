import type { CountSeries } from '../count-series.ts'
import {
  type CountFit,
  type CountLaw,
  fitCounts,
  LEAST_MEAN,
  poissonLaw,
  predictorAt,
} from '../numerics/fit/count-regression.ts'

/** Seasonal waves a year, a linear trend or not, and how many steps the first count lies into its year. */
export type HarmonicShape = {
  readonly waves: number
  readonly trend: boolean
  readonly frequency: number
  readonly shift: number
}

/** In-control means of a chart: a fit to the past, and what it says of any point. */
export type HarmonicFit = { readonly fit: CountFit; readonly meanAt: (k: number) => number }

/** Fits trend and waves to points 1 to `last`, missing counts left out. Undefined without any count. */
export function fitHarmonics(
  { observed }: CountSeries,
  shape: HarmonicShape,
  last: number,
  law: CountLaw = poissonLaw,
  startMeans?: Float64Array,
): HarmonicFit | undefined {
  const points = Array.from({ length: last }, (_, i) => i + 1).filter((k) => observed[k - 1] !== null)
  if (points.length === 0) return undefined
  const rows = points.map((k) => rowAt(shape, k))
  const columns = rows[0]!.map((_, column) => Float64Array.from(rows, (row) => row[column]!))
  const fit = fitCounts({ counts: Float64Array.from(points, (k) => observed[k - 1]!), columns, startMeans }, law)
  return { fit, meanAt: (k) => Math.max(Math.exp(predictorAt(fit, rowAt(shape, k))), LEAST_MEAN) }
}

function rowAt({ waves, trend, frequency, shift }: HarmonicShape, k: number): number[] {
  const t = k + shift
  const row = trend ? [1, t] : [1]
  for (let s = 1; s <= waves; s++) {
    const angle = (2 * Math.PI * s * t) / frequency
    row.push(Math.cos(angle), Math.sin(angle))
  }
  return row
}
