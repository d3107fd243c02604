import { checkInput } from '../check-input.ts'
import { checkSettings } from '../check-settings.ts'
import type { CountSeries } from '../count-series.ts'
import { type Detector, failure } from '../detection.ts'
import { normalQuantile, normalUpperTail } from '../numerics/normal.ts'

export type EarsSettings = {
  readonly method: 'C1' | 'C2' | 'C3'
  /** Points in the window of comparison, at least 3. */
  readonly baseline: number
  /** The standard deviation is never taken to be smaller. */
  readonly minSigma: number
  readonly alpha: number
  /** C3 as R's package computes it, which never looks at the current count (decision 0012), to compare with R. */
  readonly compatible: boolean
}

/** The usual settings; the levels differ because C3 adds up three days. */
export const EARS_DEFAULTS: Readonly<Record<EarsSettings['method'], EarsSettings>> = {
  C1: { method: 'C1', baseline: 7, minSigma: 0, alpha: 0.001, compatible: false },
  C2: { method: 'C2', baseline: 7, minSigma: 0, alpha: 0.001, compatible: false },
  C3: { method: 'C3', baseline: 7, minSigma: 0, alpha: 0.025, compatible: false },
}

/** Points that the window of C2 keeps away from the current one, so that a starting outbreak is not in it. */
const GUARD = 2

/** The first point with a full window. */
export const firstEarsPoint = ({ method, baseline }: EarsSettings): number =>
  baseline + { C1: 1, C2: 1 + GUARD, C3: 1 + 2 * GUARD }[method]

type Bound = { readonly upperbound: number | null; readonly alarm: boolean | null; readonly pvalue: number | null }
type Window = { readonly mean: number; readonly sd: number }

const NOTHING: Bound = { upperbound: null, alarm: null, pvalue: null }

/**
 * The Early Aberration Reporting System (Hutwagner, Thompson, Seeman, Treadwell 2003, J Urban Health 80:i89): the
 * count against mean and standard deviation of the days before. For series too short for anything better.
 */
export const ears: Detector<EarsSettings> = (series, settings, points) => {
  const refusal =
    checkInput(series, points) ??
    checkSettings(settings, {
      method: ['C1', 'C2', 'C3'],
      baseline: 'positive-whole',
      minSigma: 'not-negative',
      alpha: 'share',
    })
  if (refusal) return refusal
  if (settings.baseline < 3) return failure('bad-parameter', 'baseline')
  if (points[0]! < firstEarsPoint(settings)) return failure('history-too-short', 'baseline', points[0]!)
  const z = normalQuantile(1 - settings.alpha)
  const bounds = points.map((k) => boundAt(series, settings, z, k))
  return {
    ok: true,
    points,
    upperbound: bounds.map(({ upperbound }) => upperbound),
    alarm: bounds.map(({ alarm }) => alarm),
    pvalue: bounds.map(({ pvalue }) => pvalue),
  }
}

function boundAt(series: CountSeries, settings: EarsSettings, z: number, k: number): Bound {
  switch (settings.method) {
    case 'C1':
      return windowBound(series, windowBefore(series, settings, k - 1), z, k)
    case 'C2':
      return windowBound(series, windowBefore(series, settings, k - 1 - GUARD), z, k)
    case 'C3':
      return settings.compatible ? compatibleC3(series, settings, z, k) : publishedC3(series, settings, z, k)
  }
}

/** Mean and standard deviation of the window that ends with point `last`; undefined with a missing count in it. */
function windowBefore(
  { observed }: CountSeries,
  { baseline, minSigma }: EarsSettings,
  last: number,
): Window | undefined {
  let sum = 0
  for (let i = last - baseline; i < last; i++) {
    const count = observed[i]!
    if (count === null) return undefined
    sum += count
  }
  const mean = sum / baseline
  let squares = 0
  for (let i = last - baseline; i < last; i++) squares += (observed[i]! - mean) ** 2
  return { mean, sd: Math.max(Math.sqrt(squares / (baseline - 1)), minSigma) }
}

function windowBound({ observed }: CountSeries, window: Window | undefined, z: number, k: number): Bound {
  if (!window) return NOTHING
  const count = observed[k - 1]!
  const upperbound = window.mean + z * window.sd
  if (count === null) return { upperbound, alarm: null, pvalue: null }
  return { upperbound, alarm: count > upperbound, pvalue: normalUpperTail(standardised(count, window)) }
}

/** Standard deviations above the mean; a constant window and the same count again is no deviation at all. */
const standardised = (count: number, { mean, sd }: Window): number => (count === mean ? 0 : (count - mean) / sd)

/** C3 = Σ max(0, C2 - 1) over the current and the two points before; as a bound on the current count. */
function publishedC3(series: CountSeries, settings: EarsSettings, z: number, k: number): Bound {
  const window = windowBefore(series, settings, k - 1 - GUARD)
  const past = addUp(excess(series, settings, k - 1), excess(series, settings, k - 2))
  if (!window || past === null) return NOTHING
  const upperbound = past < z ? window.mean + window.sd * (1 + z - past) : 0
  const current = excess(series, settings, k)
  return { upperbound, alarm: current === null ? null : past + current >= z, pvalue: null }
}

const addUp = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

function excess(series: CountSeries, settings: EarsSettings, k: number): number | null {
  const window = windowBefore(series, settings, k - 1 - GUARD)
  const count = series.observed[k - 1]!
  return window && count !== null ? Math.max(0, standardised(count, window) - 1) : null
}

/** R's bound starts from the current count itself, so its alarm depends on the two days before alone. */
function compatibleC3(series: CountSeries, settings: EarsSettings, z: number, k: number): Bound {
  const { observed } = series
  const window = windowBefore(series, settings, k - 1 - GUARD)
  const past = addUp(rawExcess(series, settings, k - 1), rawExcess(series, settings, k - 2))
  const count = observed[k - 1]!
  if (!window || past === null || count === null) return NOTHING
  const upperbound = Math.max(0, count + window.sd * (z - past))
  return { upperbound, alarm: Number.isNaN(upperbound) ? null : count > upperbound, pvalue: null }
}

/** As R divides: a constant window gives NaN or infinity. */
function rawExcess(series: CountSeries, settings: EarsSettings, k: number): number | null {
  const window = windowBefore(series, settings, k - 1 - GUARD)
  const count = series.observed[k - 1]!
  return window && count !== null ? Math.max(0, (count - window.mean) / window.sd - 1) : null
}
