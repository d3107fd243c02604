import type { DelayLaw } from './delay-distribution.ts'
import { logMidP } from './house/count-law.ts'

/** One event day as it stands: what is in, what was to be expected in the end, and which share should be in by now. */
export type RunningDay = {
  readonly count: number
  /** The final count to be expected, the standard error of its logarithm, and its variance over mean, error included. */
  readonly expected: number
  readonly error: number
  readonly dispersion: number
  readonly law: DelayLaw
  /** Days since the event day. */
  readonly delay: number
}

/** What is to be expected of the reports in by now: the final counts thinned by the share that comes so fast. */
type Thinned = {
  readonly mean: number
  readonly scatter: number
  readonly meanError: number
  readonly shareError: number
}

function thinned({ expected, error, dispersion, law, delay }: RunningDay): Thinned {
  const place = Math.min(delay, law.share.length - 1)
  const share = law.share[place]!
  const scatter = Math.max(dispersion - expected * error * error, 1)
  return {
    mean: expected * share,
    // Thinning keeps a negative binomial one; days whose reports come together scatter more than coin tosses.
    scatter: 1 + (scatter - 1) * share + (law.scatter - 1) * (1 - share) + expected * share * (law.own?.[place] ?? 0),
    meanError: expected * share * error,
    shareError: expected * share * Math.sqrt(law.estimate[place]!),
  }
}

/** log mid-p of all reports in so far for a run of event days; errors of mean and share are common to the days of a run, as far as their causes are. */
export function logPOfRun(days: readonly RunningDay[]): number {
  let count = 0
  let mean = 0
  let variance = 0
  let meanError = 0
  let shareError = 0
  const causes: number[] = []
  for (const day of days) {
    const part = thinned(day)
    count += day.count
    mean += part.mean
    variance += part.mean * part.scatter
    meanError += part.meanError
    shareError += part.shareError
    for (const [at, sd] of (day.law.common ?? []).entries()) causes[at] = (causes[at] ?? 0) + part.mean * sd
  }
  variance += meanError ** 2 + shareError ** 2 + causes.reduce((sum, error) => sum + error * error, 0)
  return logMidP(count, mean, Math.max(variance / mean, 1))
}

/** Runs of event days that are looked at together: how many, and how many days ago the last of them was. */
const RUNS: readonly (readonly [length: number, ago: number])[] = [
  [1, 0],
  [2, 0],
  [4, 0],
  [7, 0],
  [2, 2],
  [4, 2],
  [4, 4],
]

/** Days that may be in a run, the latest included: too young to say what is to be expected of each other. */
export const LONGEST_AGO = 8

/**
 * One p-value a day for the latest event days, still incomplete: runs of them, some a few days old because late reports
 * come in for those too, put together by the Cauchy
 * combination (Liu and Xie 2020), whose level holds under any dependence near the small p-values that matter.
 * `days` end with the latest event day.
 */
export function logPOfLatest(days: readonly RunningDay[]): number {
  const runs = RUNS.filter(([length, ago]) => length + ago <= days.length)
  return cauchyCombination(
    runs.map(([length, ago]) => logPOfRun(days.slice(days.length - ago - length, days.length - ago))),
  )
}

/** Below this the tangent of the combination is 1 / (pi p) to double precision. */
const LOG_SMALL = Math.log(1e-8)

/** The combined log p of several, with equal weights. */
export function cauchyCombination(logs: readonly number[]): number {
  const least = Math.min(...logs)
  if (least < LOG_SMALL) {
    const sum = logs.reduce((total, logP) => total + Math.exp(least - logP), 0)
    return least + Math.log(logs.length) - Math.log(sum)
  }
  const mean = logs.reduce((total, logP) => total + Math.tan((0.5 - Math.exp(logP)) * Math.PI), 0) / logs.length
  return Math.log(0.5 - Math.atan(mean) / Math.PI)
}
