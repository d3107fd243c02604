const MOST_STEPS = 2000
/** Neighbouring doubles differ by about this share of themselves. */
const RELATIVE = 2 * Number.EPSILON

/**
 * The x between `low` and `high` where a continuous function that changes sign there is 0, to the last digits of x.
 * Bisection with inverse quadratic steps where they are safe: Chandrupatla, Advances in Engineering Software 28 (1997).
 */
export function monotoneRoot(value: (x: number) => number, low: number, high: number): number {
  let a = low
  let b = high
  let c = low
  let atA = value(a)
  let atB = value(b)
  let atC = atA
  let share = 0.5
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = a + share * (b - a)
    const atX = value(x)
    if (Math.sign(atX) === Math.sign(atA)) {
      c = a
      atC = atA
    } else {
      c = b
      atC = atB
      b = a
      atB = atA
    }
    a = x
    atA = atX
    const best = Math.abs(atA) < Math.abs(atB) ? a : b
    const tolerance = RELATIVE * Math.abs(best) + Number.MIN_VALUE
    if (atA === 0 || Math.abs(b - a) <= 2 * tolerance) return best
    const least = tolerance / Math.abs(b - a)
    share = Math.min(Math.max(nextShare(a, b, c, atA, atB, atC), least), 1 - least)
  }
  return a
}

function nextShare(a: number, b: number, c: number, atA: number, atB: number, atC: number): number {
  const xi = (a - b) / (c - b)
  const phi = (atA - atB) / (atC - atB)
  // Outside this region the parabola would leave the bracket.
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  return (atA / (atB - atA)) * (atC / (atB - atC)) + ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB))
}
