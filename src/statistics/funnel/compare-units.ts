import { LARGEST_COUNT } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import type { CompareSettings, Comparison, NamedCount } from './comparison.ts'
import { checkFunnel, FUNNEL_SETTINGS, type FunnelKind } from './funnel-input.ts'
import { type FunnelPlot, funnelPlot } from './funnel-plot.ts'
import { judgedUnit, uncountedUnit, unjudgedUnit } from './judge-unit.ts'
import { offScale } from './mixed-law.ts'
import { type UnitScatter, unitScatter } from './unit-scatter.ts'

/** Chance of lying beyond the outer limits, both sides. */
const OUTER_CHANCE = 0.002

/** With fewer units the scatter between them is mostly that of the one that stands out. */
const LEAST_FOR_SCATTER = 10

/** When more than one in so many lie beyond limits that 998 of 1,000 keep, what they keep to is another law. */
const MOST_OUTSIDE = 10
const LEAST_OUTSIDE = 3
/** Limits ten times below and ten times above the middle (in odds, or in the ratio) tell nothing apart. */
const USELESS = Math.log(10)
const OUTER_Z = 3.09

/** Compares units with a target or with all of them together, and says for each whether it can be told apart. */
export function compareUnits(units: readonly NamedCount[], settings: CompareSettings): Comparison | StatisticsFailure {
  const { kind, target, fewest } = settings
  if (!(fewest >= 0)) return failure('bad-parameter', 'fewest')
  const counted = units.filter(({ denominator }) => denominator !== 0)
  const odd = units.findIndex((unit) => unit.denominator === 0 && !mayBeEmpty(unit, kind))
  if (odd >= 0) return failure('bad-series', 'more-than-all', odd + 1)
  const funnel = { ...FUNNEL_SETTINGS, kind, ...(target === undefined ? {} : { target }) }
  const bad = checkFunnel(counted, funnel)
  if (bad) return placed(bad, units, counted)
  if (target === undefined && counted.length < 2) return failure('not-computable', 'one-unit')
  const plot = funnelPlot(counted, funnel)
  if (!plot.ok)
    return plot.code === 'not-computable' ? sameForAll(units, counted, settings) : placed(plot, units, counted)
  const isScatterKnown = target === undefined && counted.length >= LEAST_FOR_SCATTER
  return compared(units, plot, isScatterKnown ? unitScatter(kind, counted, plot.target) : null, settings)
}

/** Matters where none were expected are set aside; a part of nothing is a slip. */
const mayBeEmpty = ({ numerator }: NamedCount, kind: FunnelKind) =>
  numerator === 0 || (kind === 'ratio' && Number.isInteger(numerator) && numerator > 0 && numerator <= LARGEST_COUNT)

function compared(
  units: readonly NamedCount[],
  plot: FunnelPlot,
  fitted: UnitScatter | null,
  { kind, target: given, fewest }: CompareSettings,
): Comparison {
  const target = fitted ? offScale(kind, fitted.centre) : plot.target
  const scatter = fitted && fitted.spread > 0 ? fitted : null
  // Limits that far apart are not looked for: they would say nothing, and may lie beyond what can be counted.
  const isTooWide = scatter !== null && OUTER_Z * Math.max(scatter.below, scatter.above) > USELESS
  const judged = isTooWide
    ? []
    : units.map((unit) =>
        unit.denominator === 0 ? uncountedUnit(unit) : judgedUnit(unit, { kind, target, scatter, fewest }),
      )
  const limited = judged.filter(({ limits }) => limits !== null)
  const outside = limited.filter(({ verdict }) => verdict === 'low' || verdict === 'high').length
  const isBroken = fitted !== null && outside >= LEAST_OUTSIDE && outside * MOST_OUTSIDE > limited.length
  const isNone = isTooWide || isBroken
  return {
    ok: true,
    kind,
    target,
    pooled: pooled(units),
    isTargetGiven: given !== undefined,
    method: isNone ? 'none' : scatter ? 'additive' : 'exact',
    phi: plot.phi,
    phiLimit: plot.phiLimit,
    scatter,
    inside: { count: limited.length - outside, of: limited.length },
    expectedByChance: isNone ? 0 : OUTER_CHANCE * limited.length,
    units: isNone
      ? units.map((unit) =>
          unit.denominator === 0
            ? uncountedUnit(unit)
            : unjudgedUnit(unit, kind, unit.denominator < fewest ? 'too-few' : 'no-limits'),
        )
      : judged,
  }
}

function pooled(units: readonly NamedCount[]): number {
  const counted = units.filter(({ denominator }) => denominator > 0)
  const sum = (part: 'numerator' | 'denominator') => counted.reduce((all, unit) => all + unit[part], 0)
  return sum('numerator') / sum('denominator')
}

/** A refusal with the unit's place among all that were given, not only among those with matters. */
const placed = (
  bad: StatisticsFailure,
  units: readonly NamedCount[],
  counted: readonly NamedCount[],
): StatisticsFailure =>
  bad.at === undefined ? bad : { ...bad, at: units.indexOf(counted[bad.at - 1] as NamedCount) + 1 }

/** Nobody late or everybody late: every unit is at the same end, so there are no limits and nothing to tell apart. */
function sameForAll(
  units: readonly NamedCount[],
  counted: readonly NamedCount[],
  { kind, fewest }: CompareSettings,
): Comparison {
  const value = counted[0]?.numerator === 0 ? 0 : 1
  return {
    ok: true,
    kind,
    target: value,
    pooled: value,
    isTargetGiven: false,
    method: 'exact',
    phi: null,
    phiLimit: null,
    scatter: null,
    inside: { count: counted.length, of: counted.length },
    expectedByChance: 0,
    units: units.map((unit) =>
      unit.denominator === 0
        ? uncountedUnit(unit)
        : unjudgedUnit(unit, kind, unit.denominator < fewest ? 'too-few' : 'alike'),
    ),
  }
}
