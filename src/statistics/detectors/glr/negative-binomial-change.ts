import { bracketedNewton, type Slope } from '../../numerics/bracketed-newton.ts'

/** Counts whose mean may have changed by the factor exp(kappa), upwards or downwards, at index `from`. */
export type ChangeWindow = {
  readonly counts: readonly number[]
  readonly means: readonly number[]
  readonly from: number
  readonly alpha: number
  readonly dir: 'inc' | 'dec'
}

/** The log likelihood ratio at its best kappa, at least 0. The slope falls in kappa, so a bracket always holds it. */
export function bestChange(window: ChangeWindow): number {
  const { dir, counts, from } = window
  const atRest = slopeAt(window, 0).slope
  if (dir === 'inc' ? atRest <= 0 : atRest >= 0) return 0
  if (counts.every((count, i) => i < from || count === 0)) return downToNothing(window)
  const { low, high } = startBracket(window)
  const kappa = bracketedNewton((tried) => slopeAt(window, tried), low, high)
  return valueAt(window, kappa)
}

/** Of zeros alone: the limit of the likelihood. */
function downToNothing({ means, from, alpha }: ChangeWindow): number {
  let sum = 0
  for (let i = from; i < means.length; i++) sum += Math.log1p(alpha * means[i]!) / alpha
  return sum
}

type Bracket = { readonly low: number; readonly high: number }

/** Where every count sits at or above its changed mean the slope is not negative, and the other way round. */
function startBracket(window: ChangeWindow): Bracket {
  const { counts, means, from, dir } = window
  if (dir === 'inc') {
    let high = 0
    for (let i = from; i < counts.length; i++) high = Math.max(high, Math.log(counts[i]! / means[i]!))
    return { low: 0, high }
  }
  let low = -1
  while (slopeAt(window, low).slope < 0) low *= 2
  return { low, high: 0 }
}

/** Where R starts its first search. */
export const NEWTON_START = 0.5
/** R takes at least one step, except from this near to here, and none from below the second. */
const NEWTON_BEFORE = 0.4
const LEAST_KAPPA = -18

/** R's plain Newton steps and its clamp, to compare with R; a search that ends nowhere counts as no change. */
export function newtonChange(window: ChangeWindow, start: number): number {
  let before = NEWTON_BEFORE
  let kappa = start
  for (let step = 0; step < 1000 && kappa > LEAST_KAPPA && Math.abs(kappa - before) > 1e-6; step++) {
    before = kappa
    const { slope, curvature } = slopeAt(window, kappa)
    kappa -= slope / curvature
  }
  if (Number.isNaN(kappa)) return 0
  return window.dir === 'inc' ? Math.max(0, kappa) : Math.min(0, kappa)
}

/** First and second derivative of the log likelihood ratio in kappa. */
function slopeAt({ counts, means, from, alpha }: ChangeWindow, kappa: number): Slope {
  const factor = Math.exp(kappa)
  let slope = 0
  let curvature = 0
  for (let i = from; i < counts.length; i++) {
    const mean = means[i]! * factor
    const scale = 1 + alpha * mean
    slope += (counts[i]! - mean) / scale
    curvature -= (mean * (1 + alpha * counts[i]!)) / (scale * scale)
  }
  return { slope, curvature }
}

/** The log likelihood ratio; NaN far out, where the mean overflows. */
export function valueAt({ counts, means, from, alpha }: ChangeWindow, kappa: number): number {
  const factor = Math.exp(kappa)
  let sum = 0
  for (let i = from; i < counts.length; i++) {
    const ratio = Math.log1p(alpha * means[i]!) - Math.log1p(alpha * means[i]! * factor)
    sum += kappa * counts[i]! + (counts[i]! + 1 / alpha) * ratio
  }
  return sum
}
