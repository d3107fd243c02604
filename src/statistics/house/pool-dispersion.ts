import { corrected, robustWeight } from './robust-dispersion.ts'

/** The dispersion the series of a pool agree on, and how well they do: what it is worth in degrees of freedom of one's own. */
export type CommonDispersion = { readonly phi: number; readonly df: number }

/** One series around what its pool makes of it. */
export type Spread = {
  readonly y: Float64Array
  /** Expected count at a row. */
  readonly mean: (row: number) => number
  /** Coefficients its mean has taken up. */
  readonly used: number
}

/** Before anything is seen a pool's dispersion is worth so many degrees of freedom, and this guess weighs as so many series. */
const GUESSED_DF = 60
const GUESS_WEIGHS = 10
const ROUNDS = 3

/**
 * The common dispersion of series, high counts weighing less, and how far the single ones scatter around it beyond what
 * their own length and smallness of counts explain (moments, as in Smyth 2004, Stat Appl Genet Mol Biol 3:3).
 */
export function commonDispersion(
  spreads: readonly Spread[],
  { from, to }: { readonly from: number; readonly to: number },
  limit: number,
): CommonDispersion {
  let phi = 1
  let between = 0
  for (let round = 0; round < ROUNDS; round++) {
    const own = spreads.map((spread) => ownSpread(spread, { from, to, phi, limit }))
    let [sum, df, means, n] = [0, 0, 0, 0]
    for (const one of own) {
      sum += one.sum
      df += one.df
      means += one.means
      n += one.n
    }
    const raw = sum / Math.max(df, 1)
    between = betweenSeries(own, raw) / raw ** 2
    phi = corrected(raw, means / n, phi, limit)
  }
  return { phi, df: 2 / between }
}

/**
 * Degrees of freedom that a dispersion found on `df` small counts is worth: their squares scatter more than those of
 * normal variables, by the fourth cumulant of the negative binomial.
 */
export const worthOf = (df: number, phi: number, mean: number): number =>
  df / (1 + (6 * phi * phi - 6 * phi + 1) / (2 * phi * mean))

type OwnSpread = { readonly sum: number; readonly df: number; readonly means: number; readonly n: number }

function ownSpread(
  { y, mean, used }: Spread,
  {
    from,
    to,
    phi,
    limit,
  }: { readonly from: number; readonly to: number; readonly phi: number; readonly limit: number },
): OwnSpread {
  let [sum, means, n] = [0, 0, 0]
  for (let row = from; row < to; row++) {
    const count = y[row]!
    if (Number.isNaN(count)) continue
    const expected = mean(row)
    sum += (robustWeight(count, expected, phi, limit) * (count - expected) ** 2) / expected
    means += expected
    n += 1
  }
  return { sum, df: n - used, means, n }
}

/** Variance of the single dispersions around the common one, less what chance makes of it; the guess keeps it above 0. */
function betweenSeries(own: readonly OwnSpread[], phi: number): number {
  let [weights, sum] = [0, 0]
  const known = own.filter(({ df }) => df > 1)
  for (const { sum: squares, df, means, n } of known) {
    const chance = (2 * phi * phi) / worthOf(df, phi, means / n)
    weights += 1 / chance ** 2
    sum += ((squares / df - phi) ** 2 - chance) / chance ** 2
  }
  const seen = known.length === 0 ? 0 : Math.max(sum / weights, 0)
  const guess = (2 * phi * phi) / GUESSED_DF
  return (known.length * seen + GUESS_WEIGHS * guess) / (known.length + GUESS_WEIGHS)
}
