import type { FunnelCount, FunnelKind } from './funnel-input.ts'
import type { UnitScatter } from './unit-scatter.ts'

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
 * which chance does to one unit in twenty. `alike`: cannot be told apart. `no-limits`: the table scatters too much for any.
 * `none-expected`: matters where none were expected. Which side is good is not for this to say.
 */
export type UnitVerdict =
  | 'low'
  | 'edge-low'
  | 'alike'
  | 'edge-high'
  | 'high'
  | 'too-few'
  | 'nothing-counted'
  | 'none-expected'
  | 'no-limits'

export type Band = { readonly lower: number; readonly upper: number }

export type ComparedUnit = NamedCount & {
  readonly verdict: UnitVerdict
  /** Null when nothing was counted. */
  readonly rate: number | null
  /** What the unit's own count leaves open about its rate, at 95 %, exact. */
  readonly interval: Band | null
  /** Limits for a unit of this size, ends inside. Null when nothing was counted or there is nothing to tell apart. */
  readonly limits: { readonly inner: Band; readonly outer: Band } | null
}

export type Comparison = {
  readonly ok: true
  readonly kind: FunnelKind
  /** What units are compared with: a given target, all taken together, or the middle of units that differ. */
  readonly target: number
  /** All units taken together. */
  readonly pooled: number
  readonly isTargetGiven: boolean
  /**
   * `additive` when units scatter more than chance explains: then only units outside that scatter stand out. `none` when
   * they scatter so much that limits say nothing. Against a given target always `exact`.
   */
  readonly method: 'exact' | 'additive' | 'none'
  readonly phi: number | null
  readonly phiLimit: number | null
  /** Null where chance alone is reckoned with. */
  readonly scatter: UnitScatter | null
  /** How many of the units that have limits lie inside the outer ones; before `none` was decided. */
  readonly inside: { readonly count: number; readonly of: number }
  /** How many units would stand beyond the outer limits by chance if none differed. */
  readonly expectedByChance: number
  /** In the order given; units are never ranked. */
  readonly units: readonly ComparedUnit[]
}
