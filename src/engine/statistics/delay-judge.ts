import type { DelayLaw } from './delay-distribution.ts'
import { logMidP } from './house/count-law.ts'
import { type Expectation, predictiveDispersion } from './house/judge-count.ts'

/** One event day as it stands: what is in, what was to be expected in the end, and which share should be in by now. */
export type RunningDay = {
  readonly count: number
  readonly expectation: Expectation
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

function thinned({ expectation, law, delay }: RunningDay): Thinned {
  const { mean, se, phi, df } = expectation
  const share = law.share[Math.min(delay, law.share.length - 1)]!
  const estimate = law.estimate[Math.min(delay, law.share.length - 1)]!
  const dispersion = predictiveDispersion({ mean, se: 0, phi, df })
  return {
    mean: mean * share,
    // Thinning keeps a negative binomial one; days whose reports come together scatter more than coin tosses.
    scatter: 1 + (dispersion - 1) * share + (law.scatter - 1) * (1 - share),
    meanError: mean * share * se,
    shareError: mean * share * Math.sqrt(estimate),
  }
}

/** log mid-p of all reports in so far for a run of event days; errors of mean and share are common to the days of a run. */
export function logPOfRun(days: readonly RunningDay[]): number {
  let count = 0
  let mean = 0
  let variance = 0
  let meanError = 0
  let shareError = 0
  for (const day of days) {
    const part = thinned(day)
    count += day.count
    mean += part.mean
    variance += part.mean * part.scatter
    meanError += part.meanError
    shareError += part.shareError
  }
  variance += meanError ** 2 + shareError ** 2
  return logMidP(count, mean, Math.max(variance / mean, 1))
}

/** Lengths of the runs of latest event days that are looked at together. */
export const RUN_LENGTHS = [1, 2, 3, 5, 7] as const

/**
 * One p-value a day for the latest event days, still incomplete: runs of the last 1 to 7 event days, put together by
 * the Cauchy combination (Liu and Xie 2020), whose level holds under any dependence near the small p-values that matter.
 * `days` end with the latest event day.
 */
export function logPOfLatest(days: readonly RunningDay[]): number {
  const logs = RUN_LENGTHS.filter((length) => length <= days.length).map((length) => logPOfRun(days.slice(-length)))
  return cauchyCombination(logs)
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
