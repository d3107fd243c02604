import type { Question, SurveyAnswers, SurveyContent } from '../../domain/surveys/survey.ts'
import type {
  OptionResult,
  QuestionResult,
  SurveyResult,
  SurveyVerdict,
  ToldShare,
  UnitResult,
} from '../../domain/surveys/survey-view.ts'
import { FEW, toldAlone, toldParts } from '../../domain/views/small-counts.ts'
import { compareUnits } from '../../statistics/funnel/compare-units.ts'
import { FEWEST, type UnitVerdict } from '../../statistics/funnel/comparison.ts'
import { type SharePart, stratifiedShare } from '../../statistics/survey/stratified-share.ts'

export type TakenAnswer = { readonly unitId: string; readonly answers: SurveyAnswers }

/** What a closed survey says: shares weighed by households, with intervals; no small count and none that follows from another. */
export function surveyResult({ questions, strata }: SurveyContent, taken: readonly TakenAnswer[]): SurveyResult {
  const byUnit = Map.groupBy(taken, ({ unitId }) => unitId)
  const answered = strata.map(({ unitId }) => byUnit.get(unitId)?.length ?? 0)
  const parts = strata.map(({ households }, at) => ({ population: households, answered: answered[at] ?? 0, hits: 0 }))
  const half = stratifiedShare(parts.map((part) => ({ ...part, hits: part.answered / 2 })))
  return {
    questions: questions.map((question) => questionResult(question, strata, byUnit)),
    effective: half ? Math.round(Math.min(half.effective, 1e9)) : 0,
    missing: strata.flatMap(({ unitId }, at) => (answered[at] === 0 ? [unitId] : [])),
    // In the order of the letters: that of coming in is not kept.
    remarks: taken.flatMap(({ answers: { remark } }) => remark ?? []).sort(),
  }
}

type Strata = SurveyContent['strata']
type ByUnit = ReadonlyMap<string, readonly TakenAnswer[]>

function questionResult({ id, type, options }: Question, strata: Strata, byUnit: ByUnit): QuestionResult {
  const answersOf = (unitId: string) =>
    (byUnit.get(unitId) ?? []).flatMap(({ answers }) => {
      const ticked = answers.ticked[id]
      return ticked ? [ticked] : []
    })
  const partsFor = (fits: (ticked: readonly string[]) => boolean): SharePart[] =>
    strata.map(({ unitId, households }) => {
      const all = answersOf(unitId)
      return { population: households, answered: all.length, hits: all.filter(fits).length }
    })
  const sum = (parts: readonly SharePart[], what: 'answered' | 'hits') =>
    parts.reduce((all, each) => all + each[what], 0)
  const perOption = options.map((option) => partsFor((ticked) => ticked.includes(option.id)))
  const answered = sum(
    partsFor(() => true),
    'answered',
  )
  const counts = perOption.map((parts) => sum(parts, 'hits'))
  const told = type === 'multiple' ? counts.map((count) => toldOf(count, answered)) : toldParts(counts).parts
  const good = options.filter(({ favourable }) => favourable).map((option) => option.id)
  const favourable = partsFor((ticked) => ticked.some((one) => good.includes(one)))
  const hasGood = good.length > 0 && type !== 'multiple'
  const isTold = told.every((count) => typeof count === 'number')
  return {
    id,
    answered: toldAlone(answered),
    options: options.map((option, at): OptionResult => {
      const count = told[at] ?? 'hidden'
      const share = typeof count === 'number' ? shareOf(perOption[at] ?? []) : undefined
      return { id: option.id, count, ...(share ? { share } : {}) }
    }),
    ...(hasGood && (isTold || bothEnough(sum(favourable, 'hits'), answered)) ? optional(shareOf(favourable)) : {}),
    units: hasGood ? unitResults(strata, favourable) : [],
  }
}

const optional = (favourable: ToldShare | undefined) => (favourable ? { favourable } : {})

/** A count and what is left of all without it: neither may be small. */
const bothEnough = (hits: number, all: number): boolean =>
  (hits === 0 || hits >= FEW) && (hits === all || all - hits >= FEW) && all >= FEW
const toldOf = (hits: number, all: number) => (bothEnough(hits, all) ? hits : hits < FEW ? 'few' : 'hidden')

function shareOf(parts: readonly SharePart[]): ToldShare | undefined {
  const found = stratifiedShare(parts)
  if (!found) return undefined
  return { percent: percent(found.share), lower: percent(found.lower), upper: percent(found.upper) }
}

const percent = (share: number) => Math.round(share * 1000) / 10

const VERDICTS: Readonly<Record<UnitVerdict, SurveyVerdict>> = {
  low: 'low',
  'edge-low': 'edge-low',
  alike: 'alike',
  'edge-high': 'edge-high',
  high: 'high',
  'no-limits': 'no-limits',
  'too-few': 'too-few',
  'nothing-counted': 'too-few',
  'none-expected': 'too-few',
}

/**
 * Each unit by itself, in the order of the survey. Where one alone would be hidden, the smallest of the others is hidden with it: else it
 * followed from the whole.
 */
function unitResults(strata: Strata, parts: readonly SharePart[]): UnitResult[] {
  const isShown = parts.map(({ answered, hits }) => answered >= FEW && bothEnough(hits, answered))
  const hidden = isShown.filter((shown) => !shown).length
  if (hidden === 1) {
    const sizes = parts.map(({ answered }, at) => (isShown[at] ? answered : Number.POSITIVE_INFINITY))
    isShown[sizes.indexOf(Math.min(...sizes))] = false
  }
  const shown = strata.flatMap(({ unitId }, at) => {
    const part = parts[at]
    return isShown[at] && part ? [{ name: unitId, numerator: part.hits, denominator: part.answered }] : []
  })
  const compared = shown.length > 1 ? compareUnits(shown, { kind: 'proportion', fewest: FEWEST.proportion }) : undefined
  const verdicts = new Map(compared?.ok ? compared.units.map(({ name, verdict }) => [name, verdict]) : [])
  return strata.map(({ unitId }, at): UnitResult => {
    const part = parts[at]
    if (!isShown[at] || !part) return { unitId, verdict: 'hidden' }
    const share = shareOf([part])
    const verdict = verdicts.get(unitId) ?? 'alike'
    return {
      unitId,
      ...(share ? { share } : {}),
      verdict: VERDICTS[verdict],
    }
  })
}
