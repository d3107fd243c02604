import { wilsonInterval } from '../../src/statistics/wilson-interval.ts'

/** The smallest threshold on a score that lets at most this share of quiet points through. */
export function thresholdAt(quiet: readonly number[], rate: number): number {
  const falling = [...quiet].sort((a, b) => b - a)
  return falling[Math.min(Math.floor(rate * falling.length), falling.length - 1)] as number
}

/** Share of scores above a threshold, in per cent, with its interval. */
export function share(scores: readonly number[], threshold: number): string {
  return percent(scores.filter((score) => score > threshold).length, scores.length)
}

/** `43.9 [41.3, 46.6]`, per cent with the 95 % interval after Wilson. */
export function percent(hits: number, trials: number): string {
  const [low, high] = wilsonInterval(hits, trials)
  return `${tenth(100 * (hits / trials))} [${tenth(100 * low)}, ${tenth(100 * high)}]`
}

const tenth = (value: number) => value.toFixed(value < 2 ? 2 : 1)

export type Paired = {
  readonly gained: number
  readonly lost: number
  /** Two-sided exact McNemar test. */
  readonly p: number
  /** Difference in percentage points and its 95 % interval (normal, paired). */
  readonly difference: number
  readonly low: number
  readonly high: number
}

/** Compares two methods on the same runs, each at its own threshold. */
export function paired(ours: readonly boolean[], theirs: readonly boolean[]): Paired {
  let gained = 0
  let lost = 0
  for (let i = 0; i < ours.length; i++) {
    if (ours[i] && !theirs[i]) gained += 1
    if (!ours[i] && theirs[i]) lost += 1
  }
  const n = ours.length
  const difference = (gained - lost) / n
  const error = (1.96 * Math.sqrt(Math.max(gained + lost - (gained - lost) ** 2 / n, 0))) / n
  return {
    gained,
    lost,
    p: signTest(gained, lost),
    difference: 100 * difference,
    low: 100 * (difference - error),
    high: 100 * (difference + error),
  }
}

/** `+1.3 points [0.2, 2.4], 54 gained, 36 lost, p = 0.03`. */
export function pairedText({ gained, lost, p, difference, low, high }: Paired): string {
  const size = p < 0.0001 ? p.toExponential(0) : p.toFixed(p < 0.01 ? 4 : 2)
  return `${difference > 0 ? '+' : ''}${difference.toFixed(1)} points [${low.toFixed(1)}, ${high.toFixed(1)}], ${gained} gained, ${lost} lost, p = ${size}`
}

function signTest(a: number, b: number): number {
  const n = a + b
  let log = -n * Math.LN2
  let sum = 0
  for (let k = 0; k <= Math.min(a, b); k++) {
    sum += Math.exp(log)
    log += Math.log((n - k) / (k + 1))
  }
  return Math.min(2 * sum, 1)
}

/** Lines of a Markdown table. */
export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
]
