import { checkInput } from '../check-input.ts'
import { checkSettings } from '../check-settings.ts'
import { type Detector, failure } from '../detection.ts'
import { type BaseWindow, baseCounts, lacksBase } from './base-counts.ts'

export type RkiSettings = BaseWindow

export const RKI_DEFAULTS: RkiSettings = { b: 2, w: 4, actY: false }

/** Bounds for base means from 0 to 20, by the whole part of the mean (Riebler 2004). */
const BOUNDS = [
  3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633, 19.05, 20.335, 21.364, 22.945,
  23.762, 25.4, 26.306, 27.735, 28.966, 30.017,
]
const LARGEST_TABULATED = 20

/**
 * The simple rule of the Robert Koch Institute: a tabulated bound for small means, mean and two standard deviations
 * for larger ones (Riebler, thesis, Munich 2004). Quick to explain; warns often.
 */
export const rki: Detector<RkiSettings> = (series, settings, points) => {
  const refusal = checkInput(series, points) ?? checkSettings(settings, { b: 'whole', w: 'whole', actY: 'switch' })
  if (refusal) return refusal
  const bounds: number[] = []
  for (const k of points) {
    if (lacksBase(series, settings, k)) return failure('history-too-short', 'b', k)
    const base = baseCounts(series, settings, k)
    if (base.length === 0) return failure('bad-parameter', 'w')
    if (isComplete(base)) bounds.push(boundOf(base))
    else return failure('not-computable', 'missing-count', k)
  }
  const counts = points.map((k) => series.observed[k - 1]!)
  return {
    ok: true,
    points,
    upperbound: bounds.map((bound) => (Number.isNaN(bound) ? null : bound)),
    alarm: bounds.map((bound, i) => (counts[i] === null || Number.isNaN(bound) ? null : counts[i]! > bound)),
    pvalue: points.map(() => null),
  }
}

const isComplete = (counts: readonly (number | null)[]): counts is number[] => !counts.includes(null)

function boundOf(base: readonly number[]): number {
  const mean = base.reduce((sum, count) => sum + count, 0) / base.length
  if (mean <= LARGEST_TABULATED) return BOUNDS[Math.floor(mean)]!
  const squares = base.reduce((sum, count) => sum + (count - mean) ** 2, 0)
  return mean + 2 * Math.sqrt(squares / (base.length - 1))
}
