import { checkSettings } from './check-settings.ts'
import type { Pace } from './delay-days.ts'
import { checkTriangle, type DelayLaw } from './delay-distribution.ts'
import { type PaceRow, paceOf } from './delay-pace.ts'
import type { StatisticsFailure } from './detection.ts'

/**
 * Reports by event day (a row) and by the days they took, NaN where still unknown, and which kind of day each calendar
 * day is for whoever reports: a weekday, a day off, the end of a month. One label a day, from the first row's day on.
 */
export type LateReports = {
  readonly reports: readonly (readonly number[])[]
  readonly kind: readonly number[]
}

export type HazardSettings = {
  /** Event days looked back at. */
  readonly window: number
  /** Days after which what was seen of ages and kinds of days counts half; the pace as a whole is followed day by day. */
  readonly halfLife: number
}

export const HAZARD_DEFAULTS: HazardSettings = { window: 240, halfLife: 90 }

/**
 * Of the reports of an event day the share in by now, and how unsure its logarithm is: the variance of the day's own luck, and
 * standard deviations by what it shares with other days (each day of arrival, each kind of day).
 */
export type ShareIn = { readonly share: number; readonly own: number; readonly common: readonly number[] }

export const ALL_IN: ShareIn = { share: 1, own: 0, common: [] }

/** The whole variance of the logarithm of a share. */
export const varianceOfShare = ({ own, common }: ShareIn): number => common.reduce((sum, sd) => sum + sd * sd, own)

/** A share as a law of delay for an event day judged by what is in by now. */
export const lawOfShare = ({ share, own, common }: ShareIn): DelayLaw => ({
  share: [share],
  estimate: [0],
  own: [own],
  common,
  scatter: 1,
})

/**
 * How complete each event day is by now. What is still out comes in at a pace that hangs on its age, on the kind of day it is, and on
 * what that very day brought of reports of every age: a batch, a clerk who is ill, a pace that drifts are seen in the arrivals, of
 * complete days and of those still coming in.
 */
export function sharesIn(late: LateReports, settings: HazardSettings): readonly ShareIn[] | StatisticsFailure {
  const refusal =
    checkTriangle({ reports: late.reports, stratum: late.reports.map(() => 0) }) ?? checkSettings(settings, SETTINGS)
  if (refusal) return refusal
  const longest = Math.max(...late.reports.map((row) => row.length))
  if (longest < 2) return late.reports.map(() => ALL_IN)
  const before = Math.max(late.reports.length - settings.window, 0)
  const rows = late.reports.slice(before).map((row, day): PaceRow => ({ counts: row.slice(0, knownOf(row)), day }))
  const kind = rows.map(({ day }) => late.kind[before + day] ?? 0)
  const kinds = Math.max(...kind) + 1
  const pace = paceOf({ rows, kind, kinds, longest, halfLife: settings.halfLife })
  const own = ownLuck(rows, kind, pace)
  return late.reports.map((_, at) => {
    const row = rows[at - before]
    return row && row.counts.length < longest ? shareOf(row, kind, pace, own) : ALL_IN
  })
}

const SETTINGS = { window: 'positive-whole', halfLife: 'positive' } as const

const knownOf = (row: readonly number[]) => {
  const unknown = row.findIndex(Number.isNaN)
  return unknown < 0 ? row.length : unknown
}

const rateAt = ({ age, kind, day }: Pace, labels: readonly number[], delay: number, s: number) =>
  Math.exp(age[delay]! + kind[labels[s]!]! + day[s]!)

const LEAST_SHARE = 1e-6
/** What comes now is off by more than what the pace was found on. */
const AHEAD = 1.4

function shareOf({ counts, day }: PaceRow, kind: readonly number[], pace: Pace, own: readonly number[]): ShareIn {
  const rates = Array.from(counts, (_, delay) => rateAt(pace, kind, delay, day + delay))
  const all = rates.reduce((sum, rate) => sum + rate, 0)
  const hangs = Math.exp(-all) / Math.max(-Math.expm1(-all), LEAST_SHARE)
  const { length } = pace.age
  const common = Array<number>(length + 1 + pace.kind.length).fill(0)
  for (const [delay, rate] of rates.entries()) {
    const s = day + delay
    const [ago, label] = [kind.length - 1 - s, length + 1 + kind[s]!]
    common[ago] = hangs * rate * Math.sqrt(AHEAD * pace.dayVariance[s]!)
    common[label] = common[label]! + hangs * rate * Math.sqrt(AHEAD * pace.kindVariance[kind[s]!]!)
  }
  return { share: Math.max(-Math.expm1(-all), LEAST_SHARE), own: own[counts.length - 1] ?? 0, common }
}

/** Shares are off by so much before anything is seen, as so many days would show it. */
const USUAL_OFF = 0.005
const USUAL_WORTH = 10

/** By age: how far the share in was off on complete days, beyond what tossing a coin for each report makes of it. */
function ownLuck(rows: readonly PaceRow[], kind: readonly number[], pace: Pace): readonly number[] {
  const ages = pace.age.length
  const sums = Array<number>(ages).fill(USUAL_OFF * USUAL_WORTH)
  const weights = Array<number>(ages).fill(USUAL_WORTH)
  for (const { counts, day } of rows) {
    if (counts.length <= ages) continue
    const total = counts.reduce((all, count) => all + count, 0)
    let [seen, all] = [0, 0]
    for (let delay = 0; delay < ages; delay++) {
      seen += counts[delay]!
      all += rateAt(pace, kind, delay, day + delay)
      const share = -Math.expm1(-all)
      if (total === 0 || share > 1 - 1e-9) break
      const [mean, chance] = [total * share, total * share * (1 - share)]
      // Weighed as a share that is off by a fifth would have it.
      const weight = (mean / (chance + 0.04 * mean ** 2)) ** 2
      sums[delay] = sums[delay]! + weight * ((seen - mean) ** 2 - chance)
      weights[delay] = weights[delay]! + weight * mean ** 2
    }
  }
  return sums.map((sum, delay) => Math.max(sum / weights[delay]!, 0))
}
