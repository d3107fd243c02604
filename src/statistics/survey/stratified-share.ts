import { normalQuantile } from '../numerics/normal.ts'

/** One part of the population: how many there are, how many answered, how many of these said so. */
export type SharePart = { readonly population: number; readonly answered: number; readonly hits: number }

export type StratifiedShare = {
  readonly share: number
  readonly lower: number
  readonly upper: number
  /** As many answers of a simple random sample of a large population would be as sure. */
  readonly effective: number
}

/** A part's own share is drawn towards that of all as if so many more had answered: none of ten is not never. */
const BORROWED = 1

/**
 * The share of a population that was asked part by part: each answer stands for as many as its part has for each that answered
 * (post-stratification), so a part that answered little counts no less. The interval is Wilson's with the effective size that the
 * design gives: variances within the parts, finite population correction (Cochran 1977, 5.3 and 5.6). Parts of which nobody answered are left out;
 * null when all are.
 */
export function stratifiedShare(parts: readonly SharePart[], level = 0.95): StratifiedShare | null {
  const seen = parts.filter(({ answered, population }) => answered > 0 && population > 0)
  const whole = seen.reduce((sum, { population }) => sum + population, 0)
  if (whole === 0) return null
  const share = seen.reduce((sum, { population, answered, hits }) => sum + (population / whole) * (hits / answered), 0)
  let variance = 0
  let simple = 0
  for (const { population, answered, hits } of seen) {
    const weight = population / whole
    const left = population > 1 ? Math.max(0, (population - answered) / (population - 1)) : 0
    const own = (hits + BORROWED * share) / (answered + BORROWED)
    variance += (weight ** 2 * left * own * (1 - own)) / answered
    simple += (weight ** 2 * left) / answered
  }
  // Where all agree no spread is seen: then the sizes alone say how sure it is.
  const spread = share * (1 - share)
  const effective = variance > 0 ? spread / variance : simple > 0 ? 1 / simple : Number.POSITIVE_INFINITY
  const size = spread > 0 ? effective : simple > 0 ? 1 / simple : Number.POSITIVE_INFINITY
  return { share, effective: size, ...wilson(share, size, normalQuantile((1 + level) / 2)) }
}

function wilson(share: number, size: number, z: number): { lower: number; upper: number } {
  if (!Number.isFinite(size)) return { lower: share, upper: share }
  const square = z ** 2 / size
  const middle = (share + square / 2) / (1 + square)
  const half = (Math.sqrt((share * (1 - share)) / size + square / (4 * size)) * z) / (1 + square)
  return { lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) }
}
