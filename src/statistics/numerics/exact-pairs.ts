/** A number as the sum of two doubles, the second below the last digit of the first: about 32 decimal digits. */
export type Pair = { readonly high: number; readonly low: number }

/** The exact sum of two doubles (Knuth, The Art of Computer Programming 2, section 4.2.2). */
export function exactSum(a: number, b: number): Pair {
  const high = a + b
  const part = high - a
  return { high, low: a - (high - part) + (b - part) }
}

/** 2^27 + 1: multiplying by it splits a double into halves whose products are exact. */
const SPLIT = 134217729

/** The exact product of two doubles (Dekker 1971, Numerische Mathematik 18:224). */
export function exactProduct(a: number, b: number): Pair {
  const high = a * b
  const aScaled = a * SPLIT
  const aHigh = aScaled - (aScaled - a)
  const aLow = a - aHigh
  const bScaled = b * SPLIT
  const bHigh = bScaled - (bScaled - b)
  const bLow = b - bHigh
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) }
}

export function times(a: Pair, b: Pair): Pair {
  const { high, low } = exactProduct(a.high, b.high)
  return exactSum(high, low + (a.high * b.low + a.low * b.high))
}

/** By a whole number. */
export function over({ high, low }: Pair, n: number): Pair {
  const quotient = high / n
  const back = exactProduct(quotient, n)
  return exactSum(quotient, (high - back.high - back.low + low) / n)
}

export function onePlus({ high, low }: Pair): Pair {
  const total = exactSum(1, high)
  return exactSum(total.high, total.low + low)
}
