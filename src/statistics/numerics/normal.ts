const LN_SQRT_2PI = 0.9189385332046727

/** Beyond this the series loses digits of the tail to cancellation, and the continued fraction is quick. */
const TAIL_FROM = 2.5
/** The smallest positive double is about exp(-745): further out the tail is 0. */
const TAIL_ENDS = 38.6

/** P(Z <= z) for the standard normal; relative accuracy about 1e-14 in both tails. */
export const normalCdf = (z: number): number => normalUpperTail(-z)

/** P(Z > z) for the standard normal; relative accuracy about 1e-14 in both tails. */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  if (z > TAIL_FROM) return z > TAIL_ENDS ? 0 : Math.exp(logDensity(z)) / millsDenominator(z)
  if (z < -TAIL_FROM) return 1 - normalUpperTail(-z)
  return 0.5 - centralArea(z)
}

const logDensity = (z: number) => -0.5 * z * z - LN_SQRT_2PI

/**
 * Area between 0 and z by the alternating-free series of Marsaglia, "Evaluating the normal distribution",
 * Journal of Statistical Software 11 (2004).
 */
function centralArea(z: number): number {
  let term = z
  let sum = z
  for (let i = 3; ; i += 2) {
    term *= (z * z) / i
    const next = sum + term
    if (next === sum) return sum * Math.exp(logDensity(z))
    sum = next
  }
}

/** density(z) / P(Z > z) = z + 1/(z + 2/(z + 3/(z + …))), Abramowitz and Stegun 26.2.14, evaluated from far inside. */
function millsDenominator(z: number): number {
  let inner = z
  for (let i = Math.ceil(20 + 400 / (z * z)); i >= 1; i--) inner = z + i / inner
  return inner
}

// Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988): relative accuracy about 1e-16.
const CENTRE_OVER = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
]
const CENTRE_UNDER = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
]
const MIDDLE_OVER = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const MIDDLE_UNDER = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
]
const FAR_OVER = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
  1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const FAR_UNDER = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1,
]

/** The z with P(Z <= z) = p; minus and plus infinity at 0 and 1, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const fromCentre = p - 0.5
  if (Math.abs(fromCentre) <= 0.425) {
    const r = 0.180625 - fromCentre * fromCentre
    return (fromCentre * polynomial(CENTRE_OVER, r)) / polynomial(CENTRE_UNDER, r)
  }
  const r = Math.sqrt(-Math.log(fromCentre < 0 ? p : 1 - p))
  const size =
    r <= 5
      ? polynomial(MIDDLE_OVER, r - 1.6) / polynomial(MIDDLE_UNDER, r - 1.6)
      : polynomial(FAR_OVER, r - 5) / polynomial(FAR_UNDER, r - 5)
  return fromCentre < 0 ? -size : size
}

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
