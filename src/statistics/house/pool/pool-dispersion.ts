import {
  addClasses,
  addCount,
  noClasses,
  POISSON,
  ratioAt,
  type Scatter,
  type SizeClasses,
  scatterOf,
  worthOf,
} from '../scatter.ts'

/** The scatter the series of a pool agree on, and how well they do: what it is worth in degrees of freedom of one's own. */
export type CommonScatter = { readonly scatter: Scatter; readonly df: number }

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
/** Of a law not known yet the first look takes less to be out of the ordinary. */
const WIDER = [4, 2, 1, 1] as const
/** Of one known already two looks are enough. */
const NO_WIDER = [1, 1] as const

/**
 * The common scatter of series, high counts weighing less, and how far the single ones scatter around it beyond what
 * their own length and smallness of counts explain (moments, as in Smyth 2004, Stat Appl Genet Mol Biol 3:3).
 */
export function commonScatter(spreads: readonly Spread[], span: Rows, last: number, known?: Scatter): CommonScatter {
  let scatter = known ?? POISSON
  let between = 0
  for (const wider of known ? NO_WIDER : WIDER) {
    const limit = wider * last
    const own = spreads.map((spread) => ownSpread(spread, { ...span, scatter, limit }))
    between = betweenSeries(own, scatter)
    const all = noClasses()
    let [df, n] = [0, 0]
    for (const one of own) {
      addClasses(all, one.classes)
      df += one.df
      n += one.n
    }
    scatter = scatterOf(all, Math.max(df, 1) / Math.max(n, 1), scatter, limit)
  }
  return { scatter, df: 2 / between }
}

type Rows = { readonly from: number; readonly to: number }
/** `squares` are in units of what the common scatter makes of them. */
type OwnSpread = {
  readonly classes: SizeClasses
  readonly squares: number
  readonly df: number
  readonly means: number
  readonly n: number
}

function ownSpread(
  { y, mean, used }: Spread,
  { from, to, scatter, limit }: Rows & { readonly scatter: Scatter; readonly limit: number },
): OwnSpread {
  const classes = noClasses()
  for (let row = from; row < to; row++) {
    const count = y[row]!
    if (Number.isNaN(count)) continue
    const expected = mean(row)
    addCount(classes, count, expected, ratioAt(scatter, expected), limit)
  }
  let [squares, means, n] = [0, 0, 0]
  for (const one of classes) {
    if (one.n === 0) continue
    squares += one.squares / ratioAt(scatter, one.means / one.n)
    means += one.means
    n += one.n
  }
  return { classes, squares, df: n - used, means, n }
}

/** Variance of the single scatters around the common one, as a share of it, less what chance makes of it; the guess keeps it above 0. */
function betweenSeries(own: readonly OwnSpread[], scatter: Scatter): number {
  const known = own.filter(({ df }) => df > 1)
  const average = known.reduce((sum, { squares }) => sum + squares, 0) / known.reduce((sum, { df }) => sum + df, 0)
  let [weights, sum] = [0, 0]
  for (const { squares, df, means, n } of known) {
    const chance = 2 / worthOf(df, ratioAt(scatter, means / n), means / n)
    weights += 1 / chance ** 2
    sum += ((squares / df / average - 1) ** 2 - chance) / chance ** 2
  }
  const seen = known.length === 0 ? 0 : Math.max(sum / weights, 0)
  const guess = 2 / GUESSED_DF
  return (known.length * seen + GUESS_WEIGHS * guess) / (known.length + GUESS_WEIGHS)
}
