import type { Scan } from './space-time-scan.ts'

/** How unusual the first cluster is: p-value, and how many of the replicates reached its ratio. */
export type ScanChance = { readonly p: number; readonly reached: number }

/**
 * Chance of a ratio at least this high anywhere, by scanning replicates that spread the same total over units and
 * periods by their expected shares (Dwass 1957, Ann Math Stat 28:181): p = (1 + reached) / (replicates + 1).
 */
export function scanChance(scan: Scan, ratio: number, replicates: number, uniform: () => number): ScanChance {
  const cumulative = cumulated(scan.expected)
  // Equal ratios may differ in their last digits.
  const leastEqual = ratio * (1 - 1e-11)
  let reached = 0
  for (let r = 0; r < replicates; r++) {
    if (scan.highestRatio(spread(scan, cumulative, uniform)) >= leastEqual) reached++
  }
  return { p: (1 + reached) / (replicates + 1), reached }
}

function cumulated(rows: readonly (readonly number[])[]): Float64Array {
  let sum = 0
  return Float64Array.from(rows.flat(), (value) => {
    sum += value
    return sum
  })
}

function spread({ expected, totalCases }: Scan, cumulative: Float64Array, uniform: () => number): number[][] {
  const cases = expected.map((row) => row.map(() => 0))
  const periods = cases[0]!.length
  const all = cumulative[cumulative.length - 1]!
  for (let n = 0; n < totalCases; n++) {
    const cell = firstAbove(cumulative, uniform() * all)
    const row = cases[Math.floor(cell / periods)]!
    row[cell % periods] = row[cell % periods]! + 1
  }
  return cases
}

function firstAbove(cumulative: Float64Array, value: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}
