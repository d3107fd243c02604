/** A Poisson count by inversion of one uniform number. */
export function poissonCount(mean: number, u: number): number {
  let x = 0
  let p = Math.exp(-mean)
  let sum = p
  while (sum < u && x < MOST) {
    x += 1
    p *= mean / x
    sum += p
  }
  return x
}

/** A count with this mean and variance `phi * mean` by inversion of one uniform number; Poisson when `phi` is 1. */
export function negativeBinomialCount(mean: number, phi: number, u: number): number {
  if (phi <= 1) return poissonCount(mean, u)
  const size = mean / (phi - 1)
  const ratio = 1 - 1 / phi
  let x = 0
  let p = Math.exp(-size * Math.log(phi))
  let sum = p
  while (sum < u && x < MOST) {
    x += 1
    p *= ((size + x - 1) / x) * ratio
    sum += p
  }
  return x
}

/** Rounding can keep the sum below a uniform number near 1; no mean in use comes near this count. */
const MOST = 1_000_000
