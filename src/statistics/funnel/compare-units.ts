import { failure, type StatisticsFailure } from '../detection.ts'
import { meanInterval, proportionInterval } from '../indicators/exact-interval.ts'
import { checkFunnel, FUNNEL_SETTINGS, type FunnelCount, type FunnelKind } from './funnel-input.ts'
import { funnelLaw } from './funnel-law.ts'
import { type FunnelPlot, funnelPlot } from './funnel-plot.ts'

/** A unit (office, township, court; never a person) by the name it is shown with. */
export type NamedCount = FunnelCount & { readonly name: string }

export type CompareSettings = {
  readonly kind: FunnelKind
  /** What is right for all; absent: all units taken together. */
  readonly target?: number
  /** Below this denominator (matters, or expected matters for a ratio) a unit inside the limits is called too small. */
  readonly fewest: number
}

/** Matters it takes before a proportion says something, and expected matters for a ratio. */
export const FEWEST: Readonly<Record<FunnelKind, number>> = { proportion: 30, ratio: 5 }

/**
 * Where a unit stands. `low` and `high`: beyond the 99.8 % limits. `edge-…`: between the 95 % and the 99.8 % limits,
 * which chance does to one unit in twenty. `alike`: cannot be told apart. Which side is good is not for this to say.
 */
export type UnitVerdict = 'low' | 'edge-low' | 'alike' | 'edge-high' | 'high' | 'too-few' | 'nothing-counted'

export type Band = { readonly lower: number; readonly upper: number }

export type ComparedUnit = NamedCount & {
  readonly verdict: UnitVerdict
  /** Null when nothing was counted. */
  readonly rate: number | null
  /** What the unit's own count leaves open about its rate, at 95 %, exact. */
  readonly interval: Band | null
  /**
   * Limits for a unit of this size, ends inside; not cut at 0 and 1 when widened. Null when nothing was counted or
   * there is nothing to tell apart.
   */
  readonly limits: { readonly inner: Band; readonly outer: Band } | null
}

export type Comparison = {
  readonly ok: true
  readonly kind: FunnelKind
  readonly target: number
  readonly isTargetGiven: boolean
  /**
   * `additive` when units scatter more than chance explains: then only units outside that scatter stand out.
   * Against a given target always `exact`: what most do is no excuse there.
   */
  readonly method: 'exact' | 'additive'
  readonly phi: number | null
  readonly phiLimit: number | null
  readonly tau2: number
  /** How many units would stand beyond the outer limits by chance if none differed. */
  readonly expectedByChance: number
  /** In the order given; units are never ranked. */
  readonly units: readonly ComparedUnit[]
}

/** Chance of lying beyond the outer limits, both sides. */
const OUTER_CHANCE = 0.002

/** With fewer units the scatter between them is mostly that of the one that stands out. */
const LEAST_FOR_SCATTER = 10

/** Compares units with a target or with all of them together, and says for each whether it can be told apart. */
export function compareUnits(units: readonly NamedCount[], settings: CompareSettings): Comparison | StatisticsFailure {
  const { kind, target, fewest } = settings
  if (!(fewest >= 0)) return failure('bad-parameter', 'fewest')
  const counted = units.filter(({ denominator }) => denominator !== 0)
  const empty = units.findIndex(({ numerator, denominator }) => denominator === 0 && numerator !== 0)
  if (empty >= 0) return failure('bad-series', 'more-than-all', empty + 1)
  const funnel = { ...FUNNEL_SETTINGS, kind, ...(target === undefined ? {} : { target }) }
  const bad = checkFunnel(counted, funnel)
  if (bad) return placed(bad, units, counted)
  if (target === undefined && counted.length < 2) return failure('not-computable', 'one-unit')
  const plot = funnelPlot(counted, funnel)
  if (!plot.ok)
    return plot.code === 'not-computable' ? sameForAll(units, counted, settings) : placed(plot, units, counted)
  const isScatterKnown = target === undefined && counted.length >= LEAST_FOR_SCATTER
  const method = isScatterKnown && plot.phi > plot.phiLimit ? 'additive' : 'exact'
  const place = new Map(counted.map((unit, i) => [unit, i]))
  return {
    ok: true,
    kind,
    target: plot.target,
    isTargetGiven: target !== undefined,
    method,
    phi: plot.phi,
    phiLimit: plot.phiLimit,
    tau2: method === 'additive' ? plot.tau2 : 0,
    expectedByChance: OUTER_CHANCE * counted.length,
    units: units.map((unit) => {
      const at = place.get(unit)
      return at === undefined ? uncounted(unit) : judged(unit, plot, at, method, settings)
    }),
  }
}

/** A refusal with the unit's place among all that were given, not only among those with matters. */
const placed = (
  bad: StatisticsFailure,
  units: readonly NamedCount[],
  counted: readonly NamedCount[],
): StatisticsFailure =>
  bad.at === undefined ? bad : { ...bad, at: units.indexOf(counted[bad.at - 1] as NamedCount) + 1 }

function judged(
  unit: NamedCount,
  plot: FunnelPlot,
  at: number,
  method: 'exact' | 'additive',
  { kind, fewest }: CompareSettings,
): ComparedUnit {
  const { rate, limits } = plot.units[at] as FunnelPlot['units'][number]
  const { denominator } = unit
  const { quantile } = funnelLaw(kind, denominator, plot.target)
  // Whole counts, not interpolated: between them lie limits that 3 of 3 would cross although it is the likeliest count.
  const [outerLow, innerLow, innerHigh, outerHigh] = FUNNEL_SETTINGS.probs.map((p, i) => {
    const byChance = quantile(p) / denominator
    const withSpread = method === 'additive' ? (limits.additive[i] as number) : byChance
    return p < 0.5 ? Math.min(byChance, withSpread) : Math.max(byChance, withSpread)
  }) as [number, number, number, number]
  const inner = { lower: innerLow, upper: innerHigh }
  const outer = { lower: outerLow, upper: outerHigh }
  const verdict = verdictOf(rate, inner, outer, denominator < fewest)
  return { ...unit, verdict, rate, interval: ownInterval(unit, kind), limits: { inner, outer } }
}

function verdictOf(rate: number, inner: Band, outer: Band, isSmall: boolean): UnitVerdict {
  if (rate < outer.lower) return 'low'
  if (rate > outer.upper) return 'high'
  if (isSmall) return 'too-few'
  if (rate < inner.lower) return 'edge-low'
  return rate > inner.upper ? 'edge-high' : 'alike'
}

function ownInterval({ numerator, denominator }: NamedCount, kind: FunnelKind): Band {
  if (kind === 'proportion') return proportionInterval(numerator, denominator, 0.95, 'exact')
  const { lower, upper } = meanInterval(numerator, 0.95, 'exact')
  return { lower: lower / denominator, upper: upper / denominator }
}

const uncounted = (unit: NamedCount): ComparedUnit => ({
  ...unit,
  verdict: 'nothing-counted',
  rate: null,
  interval: null,
  limits: null,
})

/** Nobody late or everybody late: every unit is at the same end, so there are no limits and nothing to tell apart. */
function sameForAll(
  units: readonly NamedCount[],
  counted: readonly NamedCount[],
  { kind, fewest }: CompareSettings,
): Comparison {
  const first = counted[0] as NamedCount
  return {
    ok: true,
    kind,
    target: first.numerator === 0 ? 0 : 1,
    isTargetGiven: false,
    method: 'exact',
    phi: null,
    phiLimit: null,
    tau2: 0,
    expectedByChance: 0,
    units: units.map((unit) =>
      unit.denominator === 0
        ? uncounted(unit)
        : {
            ...uncounted(unit),
            verdict: unit.denominator < fewest ? 'too-few' : 'alike',
            rate: unit.numerator / unit.denominator,
            interval: ownInterval(unit, kind),
          },
    ),
  }
}
