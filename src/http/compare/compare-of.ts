import type { CauseView, CompareLine, CompareView } from '../../domain/compare/compare-view.ts'
import type { CountRow } from '../../domain/counts/count-row.ts'
import { type IndicatorDefinition, isCompared } from '../../domain/indicators/definition.ts'
import { measureNamed, ofPeriod, PERIOD_DAYS } from '../../domain/indicators/measures.ts'
import { periodDays } from '../../domain/indicators/named-period.ts'
import { FEW } from '../../domain/views/small-counts.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { compareUnits } from '../../statistics/funnel/compare-units.ts'
import type { ComparedUnit, Comparison } from '../../statistics/funnel/comparison.ts'
import { verdictText, WHOLE_COUNTY } from '../../statistics/funnel/comparison-text.ts'
import { funnelCurve } from '../../statistics/funnel/funnel-curve.ts'
import { formulaValue, parseFormula } from '../../statistics/indicators/formula.ts'
import { countedFraction, type Indicator, readIndicator } from '../../statistics/indicators/indicator.ts'
import { INTERVAL_SETTINGS } from '../../statistics/indicators/measured.ts'
import { noteOf, rangeWord, sentenceOf } from './compare-words.ts'
import {
  type CompareWish,
  type Comparing,
  type Counted,
  countLines,
  happenedBy,
  needsOf,
  sumOf,
} from './count-lines.ts'
import { sightText } from './line-units.ts'
import { lintWords, namesIn } from './lint-words.ts'
import { ratingsIn, sayingsOf, titleOf } from './sayings.ts'
import { toldLines } from './told-lines.ts'

/** Points of the drawn bands. */
const POINTS = 60
const USUAL_FEWEST = 30

/** One indicator in one period, unit by unit in the order of the administration; never sorted by value. */
export async function compareOf(
  comparing: Comparing,
  wish: CompareWish,
  definition: IndicatorDefinition,
  causes: readonly CauseView[] = [],
): Promise<CompareView> {
  const { directory, actor, procedures } = comparing
  const sayings = sayingsOf(procedures, definition.kinds)
  const { known, missing } = namesIn(definition.formula, sayings)
  const counted = await countLines(comparing, wish, definition, needsOf(known))
  const countsOf = countsIn(counted, comparing, wish, known)
  const days = periodDays(wish.period)
  const read = missing.length > 0 ? undefined : reader({ ...definition, formula: ofPeriod(definition.formula, days) })
  // Reporters rate in trust that nobody reads who said what.
  const ratings = ratingsIn(known, sayings)
  const ratingsOf = countsIn(counted, comparing, wish, ratings.map(questionName))
  const told = toldLines(counted.lines.map(({ rows }) => Object.values(ratingsOf(rows))))
  const measured = counted.lines.map(({ unitId, isOwn, rows }, at) => {
    const tells = told[at] ?? 'small'
    if (tells !== 'told') return { unitId, isOwn, counts: {}, ...NOTHING, tells }
    const counts = countsOf(rows)
    return { unitId, isOwn, counts, ...(read?.(counts) ?? NOTHING), tells }
  })
  // Of those that are told alone: else the others would follow from the whole.
  const whole = read?.(countsOf(counted.lines.flatMap(({ rows }, at) => (told[at] === 'told' ? rows : [])))) ?? NOTHING
  const { outOfSight } = counted.sight
  const comparison =
    isCompared(definition) && missing.length === 0 && outOfSight.length === 0
      ? compared(
          measured.filter(({ tells }) => tells === 'told'),
          definition,
        )
      : undefined
  const about = aboutWhole(directory.units[wish.unitId])
  const lines = measured.map(({ rangeVerdict, tells, ...line }): CompareLine => {
    const unit = comparison?.units.find(({ name }) => name === line.unitId)
    const judged = unit && comparison ? verdictText(unit.verdict, comparison, about) : rangeWord(rangeVerdict, missing)
    return {
      ...line,
      isOutside: unit?.verdict === 'low' || unit?.verdict === 'high',
      word: tells === 'told' ? judged : UNTOLD[tells],
      causes: causes.filter(({ unitId }) => unitId === line.unitId),
      mayExplain: !line.isOwn && actor.unitId === line.unitId,
    }
  })
  const named = comparison && withNames(comparison, (id) => directory.units[id]?.name ?? text(id, id))
  return {
    unitId: wish.unitId,
    period: wish.period,
    at: counted.asked.span.at,
    indicator: definition,
    measures: known.map((id) => ({
      id,
      title: titleOf(id, sayings) ?? text('期间天数', 'days of the period'),
      opens: id !== PERIOD_DAYS && !measureNamed(id)?.isDays && ratingsIn([id], sayings).length === 0,
    })),
    kinds: counted.kinds,
    sight: sightText(counted.sight, directory.units[wish.unitId]?.name ?? WHOLE_COUNTY, {
      by: definition.by,
      isAll: seesAll(comparing),
    }),
    missing,
    lint: lintWords(definition, sayings),
    sentence: withFew(
      outOfSight.length > 0 && missing.length === 0 ? ALONE : sentenceOf(definition, named, about, missing),
      measured.filter(({ tells }) => tells === 'small').length,
    ),
    note: noteOf(definition, comparison, about),
    whole: { numerator: whole.numerator, denominator: whole.denominator, value: whole.value },
    lines,
    isPercent: definition.kind === 'share',
    funnel: comparison ? { target: comparison.target, curve: curveOf(comparison) } : null,
  }
}

const UNTOLD = {
  small: text(`评价的不到${FEW}件，不说数`, `fewer than ${FEW} ratings: not told`),
  hidden: text(`说了就能推出别处不到${FEW}件的，不说数`, `would give away fewer than ${FEW} elsewhere: not told`),
}
const ALONE = text(
  '别的单位不在您看得到的范围里，只有数，没有比。',
  'Other units are out of your sight: figures alone, nothing compared.',
)

const withFew = ({ zh, en }: Text, few: number): Text =>
  few === 0
    ? text(zh, en)
    : text(`${zh}另有${few}个评价不到${FEW}件，不说。`, `${en} Of ${few} more fewer than ${FEW} rated: not told.`)

/** Whether a reader sees what every unit has, by the line of units. */
const seesAll = ({ actor, directory }: Comparing) =>
  Object.values(directory.units).every(({ path }) => path.startsWith(actor.unitPath))

/** How much each of these counts is in some matters. */
function countsIn(counted: Counted, comparing: Comparing, { period }: CompareWish, names: readonly string[]) {
  const happened = happenedBy(counted, comparing)
  const days = periodDays(period)
  return (rows: readonly CountRow[]): Readonly<Record<string, number>> =>
    Object.fromEntries(
      names.map((name) => [name, name === PERIOD_DAYS ? days : sumOf(name, rows, counted.asked, happened)]),
    )
}

const questionName = (field: string) => `said_${field}`

const NOTHING = {
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  rangeVerdict: null,
} as const

/** Reads a definition from counts: both sides of the fraction, the value with its interval, and where it lies in its range. */
function reader(definition: IndicatorDefinition) {
  const parsed = parseFormula(definition.formula)
  const fraction = parsed.ok ? countedFraction(parsed.formula, definition.kind) : undefined
  return (counts: Readonly<Record<string, number>>) => {
    const answer = readIndicator(definition as Indicator, counts, INTERVAL_SETTINGS)
    const [numerator, denominator] = fraction
      ? [formulaValue(fraction.numerator, counts), formulaValue(fraction.denominator, counts)]
      : [null, null]
    if (!answer.ok) return { ...NOTHING, numerator, denominator }
    const { value, lower, upper } = answer.measured
    return { numerator, denominator, value, lower, upper, rangeVerdict: answer.verdict }
  }
}

type Line = { readonly unitId: string; readonly numerator: number | null; readonly denominator: number | null }

function compared(lines: readonly Line[], { fewest = USUAL_FEWEST }: IndicatorDefinition): Comparison | undefined {
  const answer = compareUnits(
    lines.map(({ unitId, numerator, denominator }) => ({
      name: unitId,
      numerator: numerator ?? 0,
      denominator: denominator ?? 0,
    })),
    { kind: 'proportion', fewest },
  )
  return answer.ok ? answer : undefined
}

/** The same with what units are called, for a sentence in each language. */
const withNames = (comparison: Comparison, nameOf: (id: string) => Text) => {
  const named = (locale: 'zh' | 'en') => ({
    ...comparison,
    units: comparison.units.map((unit): ComparedUnit => ({ ...unit, name: nameOf(unit.name)[locale] })),
  })
  return { zh: named('zh'), en: named('en') }
}

const aboutWhole = (unit: { readonly kind: string; readonly name: Text } | undefined): Text =>
  !unit || unit.kind === 'county' ? WHOLE_COUNTY : text(`${unit.name.zh}总体`, `${unit.name.en} as a whole`)

function curveOf(comparison: Comparison) {
  const most = Math.max(10, ...comparison.units.map(({ denominator }) => denominator)) * 1.08
  const sizes = Array.from({ length: POINTS }, (_, at) => Math.max(2, Math.round((most * (at + 1)) / POINTS)))
  return funnelCurve(
    comparison,
    [...new Set([3, 5, 8, 12, ...sizes])].sort((one, other) => one - other),
  )
}
