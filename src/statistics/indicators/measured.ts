import { LARGEST_COUNT } from '../count-series.ts'
import { failure, type StatisticsFailure } from '../detection.ts'
import { meanInterval, proportionInterval, ratioInterval, type TailRule } from './exact-interval.ts'

/** With a larger scale a value could exceed what a number holds. */
const LARGEST_SCALE = 1e200

/** An indicator's value and what chance leaves open. Null value: nothing was counted, so there is none; never 0 or ∞. */
export type Measured = {
  readonly ok: true
  readonly value: number | null
  /** Null where nothing was counted; `upper` also where it is unbounded. */
  readonly lower: number | null
  readonly upper: number | null
}

export type IntervalSettings = { readonly level: number; readonly rule: TailRule }

export const INTERVAL_SETTINGS: IntervalSettings = { level: 0.95, rule: 'exact' }

export const NOTHING_COUNTED: Measured = { ok: true, value: null, lower: null, upper: null }

/** A share: `part` of `all`, both whole numbers. The interval is Clopper–Pearson's or its mid-p form. */
export function measuredShare(part: number, all: number, settings: IntervalSettings): Measured | StatisticsFailure {
  const bad = checkCounts({ part, all }, settings)
  if (bad) return bad
  if (part > all) return failure('bad-series', 'more-than-all')
  if (all === 0) return NOTHING_COUNTED
  return { ok: true, value: part / all, ...proportionInterval(part, all, settings.level, settings.rule) }
}

/**
 * A rate: `count` by exposure (people, days, working posts), times `per` (10 000 people). The interval is Garwood's or
 * its mid-p form; the exposure is taken as known.
 */
export function measuredRate(
  count: number,
  exposure: number,
  per: number,
  settings: IntervalSettings,
): Measured | StatisticsFailure {
  const bad = checkCounts({ count }, settings)
  if (bad) return bad
  if (!(exposure >= 0 && exposure < Number.MAX_VALUE)) return failure('bad-series', 'exposure')
  if (!(per > 0 && per < LARGEST_SCALE)) return failure('bad-parameter', 'per')
  if (exposure === 0) return NOTHING_COUNTED
  const scale = per / exposure
  if (!(scale < LARGEST_SCALE)) return failure('bad-series', 'exposure')
  const { lower, upper } = meanInterval(count, settings.level, settings.rule)
  return { ok: true, value: (count * per) / exposure, lower: lower * scale, upper: upper * scale }
}

/**
 * A ratio of two counts that are not part of each other, times `scale`: closed to filed, pending to closed. The
 * interval takes the two as independent; matters that are in both make it a little too wide.
 */
export function measuredRatio(
  count: number,
  other: number,
  scale: number,
  settings: IntervalSettings,
): Measured | StatisticsFailure {
  const bad = checkCounts({ count, other }, settings)
  if (bad) return bad
  if (!(scale > 0 && scale < LARGEST_SCALE)) return failure('bad-parameter', 'scale')
  if (other === 0) return NOTHING_COUNTED
  const { lower, upper } = ratioInterval(count, other, settings.level, settings.rule)
  const scaled = upper === null ? null : upper * scale
  return { ok: true, value: (count * scale) / other, lower: lower * scale, upper: scaled }
}

/** Refuses, by its name, what is no whole count from 0 to `LARGEST_COUNT`, and settings out of range. */
export function checkCounts(
  counts: Readonly<Record<string, number>>,
  { level, rule }: IntervalSettings,
): StatisticsFailure | undefined {
  if (!(level > 0 && level < 1)) return failure('bad-parameter', 'level')
  if (rule !== 'exact' && rule !== 'mid-p') return failure('bad-parameter', 'rule')
  const wrong = Object.entries(counts).find(
    ([, value]) => !(value >= 0) || !Number.isInteger(value) || value > LARGEST_COUNT,
  )
  return wrong && failure('bad-series', wrong[0])
}
