import type { CountSeries } from '../count-series.ts'

/** Which past counts a simple method compares with: `w` points before the current one, and around it in `b` years. */
export type BaseWindow = { readonly b: number; readonly w: number; readonly actY: boolean }

/** True when the series does not go back far enough for point `k`. */
export const lacksBase = ({ frequency }: CountSeries, { b, w }: BaseWindow, k: number): boolean =>
  k - b * frequency - w < 1

/** The base counts of point `k`, missing ones as null; windows that would reach `k` itself stop before it. */
export function baseCounts(
  { observed, frequency }: CountSeries,
  { b, w, actY }: BaseWindow,
  k: number,
): (number | null)[] {
  const counts = actY ? observed.slice(k - w - 1, k - 1) : []
  for (let year = 1; year <= b; year++) {
    const middle = k - year * frequency
    counts.push(...observed.slice(middle - w - 1, Math.min(middle + w, k - 1)))
  }
  return counts
}
