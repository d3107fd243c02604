const LN_SQRT_2PI = 0.9189385332046727

/** From here the asymptotic series below has an error under 1e-17. */
const SERIES_FROM = 15

/** Values up to here are tabulated by the recursion once, because counts are whole numbers and mostly small. */
const TABLE_SIZE = 16

/**
 * ln Γ(x+1) minus Stirling's approximation √(2πx) (x/e)^x: the small part of a factorial.
 * With it a probability is computed without subtracting large logarithms (Loader, "Fast and accurate computation of
 * binomial probabilities", 2000).
 */
export function stirlingError(x: number): number {
  if (x >= SERIES_FROM) return stirlingSeries(x)
  const tabulated = STIRLING_ERRORS[x]
  return tabulated ?? smallStirlingError(x)
}

function smallStirlingError(x: number): number {
  return x === 0 ? Number.POSITIVE_INFINITY : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - LN_SQRT_2PI
}

/** Abramowitz and Stegun 6.1.40. */
function stirlingSeries(x: number): number {
  const r = 1 / (x * x)
  const tail = 1 / 1188 - r * (691 / 360360 - r * (1 / 156))
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * tail)))) / x
}

/** ln Γ(x) for x > 0; absolute accuracy about 1e-14 below 100. */
export function logGamma(x: number): number {
  if (x >= SERIES_FROM) return (x - 0.5) * Math.log(x) - x + LN_SQRT_2PI + stirlingSeries(x)
  if (Number.isNaN(x)) return x
  let product = 1
  let shifted = x
  while (shifted < SERIES_FROM) product *= shifted++
  return logGamma(shifted) - Math.log(product)
}

const STIRLING_ERRORS: readonly number[] = Array.from({ length: TABLE_SIZE }, (_, x) => smallStirlingError(x))

/**
 * x ln(x/m) + m - x, the deviance part of a probability, without cancellation when x is near m (Loader 2000).
 */
export function devianceTerm(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x === 0 ? m : x * Math.log(x / m) + m - x
  const v = (x - m) / (x + m)
  let sum = (x - m) * v
  let power = 2 * x * v
  for (let j = 3; ; j += 2) {
    power *= v * v
    const next = sum + power / j
    // Also where there is no number: a comparison with it never holds.
    if (Object.is(next, sum)) return sum
    sum = next
  }
}
