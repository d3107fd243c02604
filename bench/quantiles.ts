/** The value below which a share of the measurements lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

/** Median and 99th percentile in milliseconds, to a hundredth. */
export const p50p99 = (milliseconds: readonly number[]) => ({
  p50: rounded(quantile(milliseconds, 0.5)),
  p99: rounded(quantile(milliseconds, 0.99)),
})

/** To a hundredth. */
export const rounded = (value: number): number => Math.round(value * 100) / 100
