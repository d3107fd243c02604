export type Correction = 'BH' | 'BY' | 'holm' | 'hochberg' | 'bonferroni'

/**
 * P-values adjusted for how many there are, so that each compares with the level wanted for all together. Missing ones
 * stay missing and do not count; so does what is no probability. BH (Benjamini and Hochberg 1995, JRSS B 57:289) keeps the share of false alarms among
 * all alarms; BY does so under any dependence; the others keep the chance of a single false alarm.
 */
export function adjusted(pvalues: readonly (number | null)[], correction: Correction): (number | null)[] {
  const known = pvalues
    .flatMap((p, index) => (p !== null && p >= 0 && p <= 1 ? [{ p, index }] : []))
    .sort((a, b) => a.p - b.p)
  const values = adjustSorted(
    known.map(({ p }) => p),
    correction,
  )
  const result: (number | null)[] = pvalues.map(() => null)
  for (const [rank, { index }] of known.entries()) result[index] = Math.min(1, values[rank]!)
  return result
}

function adjustSorted(p: readonly number[], correction: Correction): number[] {
  const n = p.length
  switch (correction) {
    case 'bonferroni':
      return p.map((value) => n * value)
    case 'holm':
      return runningMax(p.map((value, i) => (n - i) * value))
    case 'hochberg':
      return runningMinFromEnd(p.map((value, i) => (n - i) * value))
    case 'BH':
      return runningMinFromEnd(p.map((value, i) => (n / (i + 1)) * value))
    case 'BY': {
      const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0)
      return runningMinFromEnd(p.map((value, i) => ((harmonic * n) / (i + 1)) * value))
    }
  }
}

function runningMax(values: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY
  return values.map((value) => (highest = Math.max(highest, value)))
}

const runningMinFromEnd = (values: readonly number[]): number[] =>
  runningMax(values.map((value) => -value).reverse())
    .map((value) => -value)
    .reverse()
