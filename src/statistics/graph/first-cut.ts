import { type Cascade, reachOf, type Wired, wire } from './cascade.ts'
import { exactReach } from './exact-reach.ts'
import { drawReach, meanOf } from './sampled-reach.ts'

/** What one cut link spares of the expected reach; `error` is 0 where it is exact. */
export type Cut = { readonly link: number; readonly falls: number; readonly error: number }

/**
 * How far a cascade is expected to reach, and what each single cut would spare. `first`: the links whose cut spares most; several when
 * they spare the same, or when the draws do not tell them apart; none where no cut spares anything.
 */
export type Analysis = {
  readonly method: 'exact' | 'sampled'
  readonly draws?: number
  /** Expected weight of what is reached beyond where it begins. */
  readonly expected: number
  readonly error: number
  /** Chance of each node, by name. */
  readonly chances: Readonly<Record<string, number>>
  /** Every link that spares something, the most first. */
  readonly cuts: readonly Cut[]
  readonly first: readonly number[]
}

const DRAWS = 4000
/** Half the width of a 95 % interval, in standard errors. */
export const INTERVAL = 1.96
/** What is this near is the same: sums of chances carry rounding. */
const SAME = 1e-9

/** Analyses a cascade exactly where that is quick, else by draws from a fixed seed. */
export function analyse(cascade: Cascade, draws = DRAWS): Analysis {
  const wired = wire(cascade)
  return exactly(wired) ?? sampled(wired, draws)
}

function exactly(wired: Wired): Analysis | undefined {
  const chances = exactReach(wired)
  if (!chances) return undefined
  const expected = reachOf(wired, chances)
  const cuts: Cut[] = []
  for (const { link } of wired.wires) {
    const without = exactReach(wired, link)
    if (!without) return undefined
    const falls = expected - reachOf(wired, without)
    if (falls > SAME) cuts.push({ link, falls, error: 0 })
  }
  cuts.sort((a, b) => b.falls - a.falls || a.link - b.link)
  const most = cuts[0]?.falls ?? 0
  const first = cuts.filter(({ falls }) => most - falls <= SAME * Math.max(1, most)).map(({ link }) => link)
  return { method: 'exact', expected, error: 0, chances: named(wired, chances), cuts, first }
}

/** By draws; what `analyse` does with a cascade that is too wide. */
export function sampled(wired: Wired, draws: number): Analysis {
  const { chances, reached, spared } = drawReach(wired, draws)
  const { mean: expected, error } = meanOf(reached)
  const cuts = [...spared].map(([link, column]): Cut => {
    const { mean, error: of } = meanOf(column)
    return { link, falls: mean, error: of }
  })
  cuts.sort((a, b) => b.falls - a.falls || a.link - b.link)
  const best = cuts[0] && spared.get(cuts[0].link)
  const isAsGood = ({ link }: Cut) => {
    const column = spared.get(link)
    if (!best || !column) return false
    const { mean, error: of } = meanOf(best.map((value, draw) => value - (column[draw] ?? 0)))
    return mean <= INTERVAL * of + SAME
  }
  return {
    method: 'sampled',
    draws,
    expected,
    error,
    chances: named(wired, chances),
    cuts,
    first: cuts.filter(isAsGood).map(({ link }) => link),
  }
}

const named = ({ names }: Wired, chances: readonly number[]) =>
  Object.fromEntries(names.map((name, node) => [name, chances[node] ?? 0]))
