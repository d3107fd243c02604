import { failure, type StatisticsFailure } from '../detection.ts'
import { type Counts, type Formula, formulaValue, measuresIn, parseFormula } from './formula.ts'
import { asFraction } from './fraction.ts'
import { countedFraction, type Indicator } from './indicator.ts'
import { lintExchanges, meritOf, mixesOf, plus, SMALLEST } from './lint-exchanges.ts'
import type { LintFinding } from './lint-finding.ts'
import type { Outcome, OutcomeBook } from './outcome-book.ts'
import type { ReferenceRange } from './reference-range.ts'

const MANY = 20
const USUAL_FEWEST = 30
const MOST_OUTCOMES = 8

/** Checks an indicator against every way its matters can end up: none, all, one, worse for better, and who counts. */
export function lintIndicator(
  indicator: Indicator,
  book: OutcomeBook,
): { readonly ok: true; readonly findings: readonly LintFinding[] } | StatisticsFailure {
  const done = book.outcomes.filter(({ isBookkeeping }) => !isBookkeeping)
  if (done.length === 0 || book.outcomes.length > MOST_OUTCOMES) return failure('bad-parameter', 'outcomes')
  const { kind, range, formula: source } = indicator
  if (range && !((range.from ?? Number.NEGATIVE_INFINITY) <= (range.to ?? Number.POSITIVE_INFINITY)))
    return failure('bad-parameter', 'range')
  const parsed = parseFormula(source)
  if (!parsed.ok) return parsed
  const { formula } = parsed
  const known = new Set(book.measures.map(({ id }) => id))
  const unknown = measuresIn(formula).filter((name) => !known.has(name))
  if (unknown.length > 0) return { ok: true, findings: unknown.map((name) => ({ code: 'unknown-measure', name })) }
  const ofAll = [...lintDirection(indicator, formula, done), ...lintChange(formula, done)]
  return {
    ok: true,
    findings: [
      ...(kind === 'plain' || countedFraction(formula, kind) ? [] : [{ code: 'no-fraction' } as const]),
      ...lintNone(indicator, formula),
      ...ofAll,
      ...lintAll(indicator, formula, done),
      ...lintWhole(indicator, formula, done),
      ...lintOne(indicator, formula),
      // Written the wrong way round, every worse ending pays: that has been said.
      ...(ofAll.length > 0 ? [] : lintExchanges(indicator, formula, book.outcomes)),
    ],
  }
}

/** A plain count of nothing is rightly 0. */
function lintNone({ kind }: Indicator, formula: Formula): LintFinding[] {
  const value = formulaValue(formula, {})
  return value === null || (kind === 'plain' && value === 0) ? [] : [{ code: 'value-of-nothing', value }]
}

const all = ({ counts }: Outcome, matters = MANY): Counts => plus({}, counts, matters)
const bestOf = (outcomes: readonly Outcome[]) => outcomes.reduce((one, each) => (each.worth > one.worth ? each : one))
const worstOf = (outcomes: readonly Outcome[]) => outcomes.reduce((one, each) => (each.worth < one.worth ? each : one))
const isIn = ({ from, to }: ReferenceRange, value: number) => (from ?? value) <= value && value <= (to ?? value)

function lintDirection({ wanted }: Indicator, formula: Formula, done: readonly Outcome[]): LintFinding[] {
  const best = formulaValue(formula, all(bestOf(done)))
  const worst = formulaValue(formula, all(worstOf(done)))
  if (wanted === 'inside' || best === null || worst === null) return []
  const merit = meritOf(wanted, undefined)
  return merit(worst) > merit(best) + SMALLEST ? [{ code: 'wrong-way', best, worst }] : []
}

function lintChange(formula: Formula, done: readonly Outcome[]): LintFinding[] {
  const values = mixesOf(done).flatMap(({ counts }) => formulaValue(formula, counts) ?? [])
  const first = values[0]
  const isSame = values.every((value) => Math.abs(value - (first ?? 0)) <= SMALLEST * Math.max(1, Math.abs(value)))
  return first !== undefined && isSame ? [{ code: 'never-changes', value: first }] : []
}

function lintAll({ range, wanted }: Indicator, formula: Formula, done: readonly Outcome[]): LintFinding[] {
  const findings: LintFinding[] = []
  for (const outcome of done)
    if (formulaValue(formula, all(outcome)) === null) findings.push({ code: 'no-value', outcome, matters: MANY })
  if (!range || wanted === 'inside') return findings
  const best = bestOf(done)
  const ofBest = formulaValue(formula, all(best))
  if (ofBest !== null && !isIn(range, ofBest)) findings.push({ code: 'best-outside-range', value: ofBest })
  const outcome = worstOf(done)
  const ofWorst = formulaValue(formula, plus(all(outcome, MANY - 1), best.counts, 1))
  if (ofWorst !== null && isIn(range, ofWorst))
    findings.push({ code: 'worst-inside-range', value: ofWorst, outcome, matters: MANY })
  return findings
}

/** A share has to be a part of its whole: all ended one way, and in every mix. The first that shows it is not is enough. */
function lintWhole({ kind }: Indicator, formula: Formula, done: readonly Outcome[]): LintFinding[] {
  if (kind !== 'share') return []
  const scale = asFraction(formula)?.scale ?? 1
  const cases = [
    ...done.map((outcome) => ({ outcome, counts: all(outcome) })),
    ...mixesOf(done).map(({ counts }) => ({ outcome: null, counts })),
  ]
  for (const { outcome, counts } of cases) {
    const value = formulaValue(formula, counts)
    if (value !== null && (value > scale * (1 + SMALLEST) || value < -SMALLEST))
      return [{ code: 'no-part-of-whole', value, outcome }]
  }
  return []
}

/** With one matter a share is all or nothing: it takes some before a range can be missed by more than chance. */
function lintOne({ kind, range, fewest }: Indicator, formula: Formula): LintFinding[] {
  if (kind !== 'share' && kind !== 'ratio') return []
  const scale = asFraction(formula)?.scale ?? 1
  const wanted = kind === 'share' ? fewestFor((range?.from ?? 0) / scale, (range?.to ?? scale) / scale) : USUAL_FEWEST
  // Without a range nothing is judged, so any number above one will do.
  const least = Math.max(kind === 'share' && range ? wanted : 2, 2)
  return fewest !== undefined && fewest >= least ? [] : [{ code: 'one-decides', fewest: Math.max(wanted, 2) }]
}

/** The smallest number of matters that, all on the wrong side, rule the range out at 95 %; the usual 30 without one. */
function fewestFor(from: number, to: number): number {
  if (from <= SMALLEST && to >= 1 - SMALLEST) return USUAL_FEWEST
  // Clopper and Pearson's upper end of 0 of n is 1 - 0.025^(1/n).
  const needed = (share: number) =>
    share > 0 ? Math.floor(Math.log(0.025) / Math.log1p(-Math.min(share, 1))) + 1 : Number.POSITIVE_INFINITY
  return Math.min(needed(from), needed(1 - to))
}
