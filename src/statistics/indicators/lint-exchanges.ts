import { type Counts, type Formula, formulaValue, measuresIn } from './formula.ts'
import { asFraction } from './fraction.ts'
import type { Indicator } from './indicator.ts'
import type { LintFinding } from './lint-finding.ts'
import type { Outcome } from './outcome-book.ts'
import type { ReferenceRange } from './reference-range.ts'

/** So many of each outcome at once, in counts and in matters. */
export type Mix = { readonly counts: Counts; readonly matters: number }

/** How many matters of each outcome are tried: every mix of these. */
const MIDDLE = 4
const SIZES = [1, MIDDLE, 20]
/** A change smaller than this is rounding. */
export const SMALLEST = 1e-9

/**
 * Replaces one matter's outcome by a worse one, in every mix, and keeps the plainest example of each pair that pays.
 * What pays by bookkeeping pays for almost every outcome, so one example of it is enough. Where neither end is wanted
 * only leaving the denominator is looked for: coming into the range by another ending is what a range is for.
 */
export function lintExchanges(
  { wanted, range }: Indicator,
  formula: Formula,
  outcomes: readonly Outcome[],
): LintFinding[] {
  if (wanted === 'inside' && !range) return []
  const found = new Map<string, LintFinding>()
  const names = measuresIn(formula)
  const seen = outcomes
    .filter((outcome) => names.some((name) => (outcome.counts[name] ?? 0) !== 0))
    .toSorted((a, b) => a.worth - b.worth)
  const tried = { formula, denominator: asFraction(formula)?.denominator, merit: meritOf(wanted, range) }
  for (const mix of mixesOf(seen))
    for (const from of seen)
      for (const to of outcomes) {
        const key = to.isBookkeeping ? to.id : `${from.id}>${to.id}`
        if (from.isBookkeeping || to.worth >= from.worth || found.has(key)) continue
        const finding = tryExchange(tried, mix, from, to)
        if (finding && (wanted !== 'inside' || finding.code === 'gameable-denominator')) found.set(key, finding)
      }
  return [...found.values()]
}

/** What a value is taken for: the higher, the better. */
export function meritOf(wanted: Indicator['wanted'], range: ReferenceRange | undefined): (value: number) => number {
  if (wanted === 'higher') return (value) => value
  if (wanted === 'lower') return (value) => -value
  return (value) => Math.min(0, value - (range?.from ?? value), (range?.to ?? value) - value)
}

type Tried = {
  readonly formula: Formula
  readonly denominator: Formula | undefined
  readonly merit: (value: number) => number
}

function tryExchange(
  { formula, denominator, merit }: Tried,
  { counts, matters }: Mix,
  from: Outcome,
  to: Outcome,
): LintFinding | undefined {
  const changed = plus(plus(counts, from.counts, -1), to.counts, 1)
  const before = formulaValue(formula, counts)
  const after = formulaValue(formula, changed)
  if (before === null || after === null) return undefined
  if (!(merit(after) - merit(before) > SMALLEST * Math.max(1, Math.abs(before)))) return undefined
  const exchange = { from, to, before, after, matters }
  const isCounted = denominator && formulaValue(denominator, counts) !== formulaValue(denominator, changed)
  return { code: isCounted ? 'gameable-denominator' : 'not-monotone', exchange }
}

/** Every mix of sizes, even ones of middle size first: they make the plainest examples. */
export function mixesOf(outcomes: readonly Outcome[]): readonly Mix[] {
  let mixes: Mix[] = [{ counts: {}, matters: 0 }]
  for (const outcome of outcomes)
    mixes = mixes.flatMap((mix) =>
      SIZES.map((size) => ({ counts: plus(mix.counts, outcome.counts, size), matters: mix.matters + size })),
    )
  const even = mixes.find((mix) => mix.matters === MIDDLE * outcomes.length) as Mix
  return [even, ...mixes]
}

/** Counts with so many times others on top. */
export function plus(counts: Counts, more: Counts, factor: number): Counts {
  const sum: Record<string, number> = { ...counts }
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + factor * count
  return sum
}
