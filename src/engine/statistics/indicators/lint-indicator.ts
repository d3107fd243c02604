import { failure, type StatisticsFailure } from '../detection.ts'
import { proportionInterval } from './exact-interval.ts'
import { type Counts, type Formula, formulaValue, measuresIn, parseFormula } from './formula.ts'
import { asFraction } from './fraction.ts'
import type { Indicator } from './indicator.ts'
import type { Outcome, OutcomeBook } from './outcome-book.ts'

/** Something about a formula that whoever reads its value has to know, with the numbers that show it. */
export type LintFinding =
  /** A count the book does not know. */
  | { readonly code: 'unknown-measure'; readonly name: string }
  /** With nothing done it has a value all the same. */
  | { readonly code: 'value-of-nothing'; readonly value: number }
  /** It has no value for `matters` matters, all ended one way. */
  | { readonly code: 'no-value'; readonly outcome: Outcome; readonly matters: number }
  /** Even with every matter ended the best way it lies outside its range. */
  | { readonly code: 'best-outside-range'; readonly value: number }
  /** A share that exceeds the whole. */
  | { readonly code: 'above-whole'; readonly value: number; readonly outcome: Outcome }
  /** One matter decides; so many are needed before the range can be missed by more than chance. */
  | { readonly code: 'one-decides'; readonly fewest: number }
  /** A worse outcome gives a better value, though the denominator stays. */
  | { readonly code: 'not-monotone'; readonly exchange: Exchange }
  /** A worse outcome gives a better value, because the matter leaves or enters the denominator. */
  | { readonly code: 'gameable-denominator'; readonly exchange: Exchange }

/** One matter of many ends up worse than it did, and the value looks better. */
export type Exchange = {
  readonly from: Outcome
  readonly to: Outcome
  readonly before: number
  readonly after: number
  /** Matters there are in the example. */
  readonly matters: number
}

const MANY = 20
const USUAL_FEWEST = 30
/** How many matters of each outcome the exchanges are tried with: every mix of these. */
const MIDDLE = 4
const SIZES = [1, MIDDLE, 20]
const MOST_OUTCOMES = 8
/** A change smaller than this is rounding. */
const SMALLEST = 1e-9

/** Checks an indicator against every way its matters can end up: none, all, one, worse for better, and who counts. */
export function lintIndicator(
  indicator: Indicator,
  book: OutcomeBook,
): { readonly ok: true; readonly findings: readonly LintFinding[] } | StatisticsFailure {
  if (book.outcomes.length === 0 || book.outcomes.length > MOST_OUTCOMES) return failure('bad-parameter', 'outcomes')
  const parsed = parseFormula(indicator.formula)
  if (!parsed.ok) return parsed
  const { formula } = parsed
  const known = new Set(book.measures.map(({ id }) => id))
  const unknown = measuresIn(formula).filter((name) => !known.has(name))
  if (unknown.length > 0) return { ok: true, findings: unknown.map((name) => ({ code: 'unknown-measure', name })) }
  return {
    ok: true,
    findings: [
      ...lintNone(formula),
      ...lintAll(indicator, formula, book),
      ...lintOne(indicator, formula),
      ...lintExchanges(indicator, formula, book),
    ],
  }
}

function lintNone(formula: Formula): LintFinding[] {
  const value = formulaValue(formula, {})
  return value === null ? [] : [{ code: 'value-of-nothing', value }]
}

function lintAll({ kind, range, wanted }: Indicator, formula: Formula, { outcomes }: OutcomeBook): LintFinding[] {
  const findings: LintFinding[] = []
  const scale = asFraction(formula)?.scale ?? 1
  const done = outcomes.filter(({ isBookkeeping }) => !isBookkeeping)
  for (const outcome of done) {
    const value = formulaValue(formula, times(outcome.counts, MANY))
    if (value === null) findings.push({ code: 'no-value', outcome, matters: MANY })
    else if (kind === 'share' && value > scale * (1 + SMALLEST)) findings.push({ code: 'above-whole', value, outcome })
  }
  const best = done.reduce((one, other) => (other.worth > one.worth ? other : one), done[0] as Outcome)
  const value = formulaValue(formula, times(best.counts, MANY))
  const isOutside = value !== null && ((range?.from ?? value) > value || (range?.to ?? value) < value)
  if (isOutside && wanted !== 'inside') findings.push({ code: 'best-outside-range', value })
  return findings
}

/** With one matter a share is all or nothing: it takes some before a range can be missed by more than chance. */
function lintOne({ kind, range, fewest }: Indicator, formula: Formula): LintFinding[] {
  if (kind !== 'share' || fewest !== undefined) return []
  const scale = asFraction(formula)?.scale ?? 1
  return [
    { code: 'one-decides', fewest: Math.max(fewestFor((range?.from ?? 0) / scale, (range?.to ?? scale) / scale), 2) },
  ]
}

/** The smallest number of matters that, all on the wrong side, rule the range out at 95 %; the usual 30 without one. */
function fewestFor(from: number, to: number): number {
  if (from <= 0 && to >= 1) return USUAL_FEWEST
  for (let n = 1; n < 10_000; n++) {
    const none = proportionInterval(0, n, 0.95, 'exact').upper
    if ((from > 0 && none < from) || (to < 1 && 1 - none > to)) return n
  }
  return USUAL_FEWEST
}

/**
 * Replaces one matter's outcome by a worse one, in every mix, and keeps the plainest example of each pair that pays.
 * What pays by bookkeeping pays for almost every outcome, so one example of it is enough.
 */
function lintExchanges({ wanted }: Indicator, formula: Formula, { outcomes }: OutcomeBook): LintFinding[] {
  if (wanted === 'inside') return []
  const found = new Map<string, LintFinding>()
  const names = measuresIn(formula)
  const seen = outcomes
    .filter((outcome) => names.some((name) => (outcome.counts[name] ?? 0) !== 0))
    .toSorted((a, b) => a.worth - b.worth)
  const denominator = asFraction(formula)?.denominator
  for (const mix of mixesOf(seen))
    for (const from of seen)
      for (const to of outcomes) {
        const key = to.isBookkeeping ? to.id : `${from.id}>${to.id}`
        if (to.worth >= from.worth || found.has(key)) continue
        const finding = tryExchange(formula, denominator, mix, from, to, wanted === 'higher')
        if (finding) found.set(key, finding)
      }
  return [...found.values()]
}

type Mix = { readonly counts: Counts; readonly matters: number }

function tryExchange(
  formula: Formula,
  denominator: Formula | undefined,
  { counts, matters }: Mix,
  from: Outcome,
  to: Outcome,
  isHigherBetter: boolean,
): LintFinding | undefined {
  const changed = plus(plus(counts, from.counts, -1), to.counts, 1)
  const before = formulaValue(formula, counts)
  const after = formulaValue(formula, changed)
  if (before === null || after === null) return undefined
  const gain = isHigherBetter ? after - before : before - after
  if (!(gain > SMALLEST * Math.max(1, Math.abs(before)))) return undefined
  const exchange = { from, to, before, after, matters }
  const isCounted = denominator && formulaValue(denominator, counts) !== formulaValue(denominator, changed)
  return { code: isCounted ? 'gameable-denominator' : 'not-monotone', exchange }
}

/** Every mix of sizes, even ones of middle size first: they make the plainest examples. */
function mixesOf(outcomes: readonly Outcome[]): Mix[] {
  let mixes: Mix[] = [{ counts: {}, matters: 0 }]
  for (const outcome of outcomes)
    mixes = mixes.flatMap((mix) =>
      SIZES.map((size) => ({ counts: plus(mix.counts, outcome.counts, size), matters: mix.matters + size })),
    )
  const even = mixes.find((mix) => mix.matters === MIDDLE * outcomes.length) as Mix
  return [even, ...mixes]
}

const times = (counts: Counts, factor: number): Counts => plus({}, counts, factor)

function plus(counts: Counts, more: Counts, factor: number): Counts {
  const sum: Record<string, number> = { ...counts }
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + factor * count
  return sum
}
