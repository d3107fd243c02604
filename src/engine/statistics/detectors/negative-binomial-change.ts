/** A stretch of counts whose mean may have changed by the factor exp(kappa), upwards or downwards. */
export type ChangeWindow = {
  readonly counts: number[]
  readonly means: number[]
  readonly alpha: number
  readonly dir: 'inc' | 'dec'
}

const SETTLED = 1e-12
const MOST_STEPS = 200

/** The log likelihood ratio at its best kappa, at least 0. The slope falls in kappa, so a bracket always holds it. */
export function bestChange(window: ChangeWindow): number {
  const { dir, means, alpha, counts } = window
  const atRest = slopeAt(window, 0).slope
  if (dir === 'inc' ? atRest <= 0 : atRest >= 0) return 0
  // All counts 0: the change down to nothing is the limit of the likelihood.
  if (counts.every((count) => count === 0))
    return means.reduce((sum, mean) => sum + Math.log1p(alpha * mean) / alpha, 0)
  return valueAt(window, bracketedNewton(window, startBracket(window)))
}

type Bracket = { readonly low: number; readonly high: number }

/** Where every count sits at or above its changed mean the slope is not negative, and the other way round. */
function startBracket(window: ChangeWindow): Bracket {
  const { counts, means, dir } = window
  if (dir === 'inc') return { low: 0, high: Math.max(...counts.map((count, i) => Math.log(count / means[i]!))) }
  let low = -1
  while (slopeAt(window, low).slope < 0) low *= 2
  return { low, high: 0 }
}

function bracketedNewton(window: ChangeWindow, bracket: Bracket): number {
  let { low, high } = bracket
  let kappa = (low + high) / 2
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curvature } = slopeAt(window, kappa)
    if (slope > 0) low = kappa
    else high = kappa
    const newton = kappa - slope / curvature
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - kappa) <= SETTLED * (1 + Math.abs(kappa))) return next
    kappa = next
  }
  return kappa
}

/** R's plain Newton steps and its clamp, to compare with R; a search that ends nowhere counts as no change. */
export function newtonChange(window: ChangeWindow): number {
  let kappa = 0.5
  for (let step = 0; step < 1000; step++) {
    const { slope, curvature } = slopeAt(window, kappa)
    const move = slope / curvature
    kappa -= move
    if (Math.abs(move) <= 1e-6 || kappa <= -18) break
  }
  const value = valueAt(window, window.dir === 'inc' ? Math.max(0, kappa) : Math.min(0, kappa))
  return Number.isNaN(value) ? 0 : value
}

/** First and second derivative of the log likelihood ratio in kappa. */
function slopeAt({ counts, means, alpha }: ChangeWindow, kappa: number): { slope: number; curvature: number } {
  const factor = Math.exp(kappa)
  let slope = 0
  let curvature = 0
  for (let i = 0; i < counts.length; i++) {
    const mean = means[i]! * factor
    const scale = 1 + alpha * mean
    slope += (counts[i]! - mean) / scale
    curvature -= (mean * (1 + alpha * counts[i]!)) / (scale * scale)
  }
  return { slope, curvature }
}

function valueAt({ counts, means, alpha }: ChangeWindow, kappa: number): number {
  const factor = Math.exp(kappa)
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const ratio = Math.log1p(alpha * means[i]!) - Math.log1p(alpha * means[i]! * factor)
    sum += kappa * counts[i]! + (counts[i]! + 1 / alpha) * ratio
  }
  return sum
}
