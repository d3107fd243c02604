/** How far units scatter beyond chance. */
export type OverDispersion = {
  readonly zWinsorised: readonly number[]
  /** Mean square of the winsorised z; about 1 when chance explains everything. */
  readonly phi: number
  /** Above this, chance alone is no explanation (two standard errors of phi above 1). */
  readonly phiLimit: number
  /** `phi`, but never below 1: chance is the least there is. */
  readonly phiUsed: number
  /** Variance between units, in squared units of the rate; 0 when chance explains the scatter. */
  readonly tau2: number
}

/**
 * Estimates the scatter between units from their z and standard errors, without letting the outliers it is meant to
 * find inflate the scatter.
 *
 * @param z - how many standard errors each unit lies from the target
 * @param se - standard error of each unit's rate, above 0
 * @param winsorise - share of units pulled in at each end, from 0 to below 0.5
 * @see Spiegelhalter, Statistics in Medicine 24 (2005), 1185–1202, and JRSS A 175 (2012), 1–47
 */
export function overDispersion(z: readonly number[], se: readonly number[], winsorise: number): OverDispersion {
  const count = z.length
  const ascending = z.toSorted((a, b) => a - b)
  const low = between(ascending, winsorise)
  const high = between(ascending, 1 - winsorise)
  const zWinsorised = z.map((value) => Math.min(Math.max(value, low), high))
  const phi = zWinsorised.reduce((sum, value) => sum + value * value, 0) / count
  return {
    zWinsorised,
    phi,
    phiLimit: 1 + 2 * Math.sqrt(2 / count),
    phiUsed: Math.max(1, phi),
    tau2: varianceBetween(phi, se),
  }
}

/** The quantile at position 1 + (I - 1) q of the ordered values, linear between neighbours. */
function between(ascending: readonly number[], q: number): number {
  const position = (ascending.length - 1) * q
  const below = Math.floor(position)
  const lower = ascending[below] as number
  const upper = ascending[Math.ceil(position)] as number
  return lower === upper ? lower : lower + (position - below) * (upper - lower)
}

/** DerSimonian and Laird's moment estimate, with the winsorised sum of squares. */
function varianceBetween(phi: number, se: readonly number[]): number {
  const count = se.length
  if (count * phi < count - 1) return 0
  let sum = 0
  let squares = 0
  for (const each of se) {
    const precision = 1 / (each * each)
    sum += precision
    squares += precision * precision
  }
  const spread = sum - squares / sum
  return spread > 0 ? (count * phi - (count - 1)) / spread : 0
}
