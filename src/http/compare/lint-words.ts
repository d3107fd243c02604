import type { IndicatorDefinition } from '../../domain/indicators/definition.ts'
import { MEASURES, PERIOD_DAYS } from '../../domain/indicators/measures.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { measuresIn, parseFormula } from '../../statistics/indicators/formula.ts'
import type { LintFinding } from '../../statistics/indicators/lint-finding.ts'
import { lintIndicator } from '../../statistics/indicators/lint-indicator.ts'
import { lintText } from '../../statistics/indicators/lint-text.ts'
import { MATTER_OUTCOMES, type OutcomeBook } from '../../statistics/indicators/outcome-book.ts'
import { isGiven, type Sayings } from './sayings.ts'

/** What a formula is tried on: every way a matter can end up, with the days of a quarter. */
const BOOK: OutcomeBook = {
  measures: [...Object.keys(MEASURES), PERIOD_DAYS].map((id) => ({ id, title: MEASURES[id]?.title ?? text(id, id) })),
  outcomes: MATTER_OUTCOMES.outcomes,
}

/** Findings that hold whatever a count means. */
const ABOUT_FORM: readonly LintFinding['code'][] = ['no-fraction', 'one-decides']

const tried = new Set(BOOK.outcomes.flatMap(({ counts }) => Object.keys(counts)))

/** Why a definition cannot be used, in words; undefined when it can. */
export function faultOf({ formula }: Pick<IndicatorDefinition, 'formula'>): Text | undefined {
  const parsed = parseFormula(formula)
  if (parsed.ok) return undefined
  const at = parsed.at ?? 1
  if (parsed.about === 'formula-empty') return text('还没有算式', 'there is no formula yet')
  return text(`算式第${at}个字看不懂`, `the formula cannot be read at character ${at}`)
}

/** The counts that a formula names, and those of them that no matter here gives. */
export function namesIn(formula: string, sayings: Sayings): { readonly known: string[]; readonly missing: string[] } {
  const parsed = parseFormula(formula)
  const names = parsed.ok ? measuresIn(parsed.formula) : []
  const isKnown = (name: string) => name === PERIOD_DAYS || isGiven(name, sayings)
  return { known: names.filter(isKnown), missing: names.filter((name) => !isKnown(name)) }
}

/** What is to be known of a formula before its value is read; one sentence each. */
export function lintWords(definition: IndicatorDefinition, sayings: Sayings): Text[] {
  const { known, missing } = namesIn(definition.formula, sayings)
  const unknown = missing.map((name) =>
    text(`没有“${name}”这个计数，算不出`, `there is no count "${name}": it has no value`),
  )
  const whole = known.some((name) => !tried.has(name)) || missing.length > 0
  const answer = lintIndicator(definition as Parameters<typeof lintIndicator>[0], BOOK)
  const findings = answer.ok ? answer.findings : []
  return [
    ...unknown,
    ...findings
      .filter(({ code }) => code !== 'unknown-measure' && (!whole || ABOUT_FORM.includes(code)))
      .map((finding) => lintText(finding, definition)),
  ]
}
