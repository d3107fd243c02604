import { checkSettings } from './check-settings.ts'
import { checkTriangle } from './delay-distribution.ts'
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
  /** Days after which what was seen counts half: how fast a pace that drifts is followed. */
  readonly halfLife: number
  /** Reports' worth of "as on any other day" mixed into each kind of day. */
  readonly shrinkage: number
}

export const HAZARD_DEFAULTS: HazardSettings = { window: 180, halfLife: 20, shrinkage: 20 }

/** Of the reports of an event day the share in by now, and the variance of its logarithm: of the law, and of the day's own luck. */
export type ShareIn = { readonly share: number; readonly estimate: number; readonly own: number }

/**
 * How complete each event day is by now. What is still out comes in at a pace that hangs on its age and on the kind of
 * day it is; both are found together (a product of the two, by scaling in turns), from complete days and from those still
 * coming in, whose missing reports are guessed from the pace itself. How far days of the same age were off before says
 * how sure that is: batches at odd times and days of sickness are in it.
 */
export function sharesIn(late: LateReports, settings: HazardSettings): readonly ShareIn[] | StatisticsFailure {
  const refusal =
    checkTriangle({ reports: late.reports, stratum: late.reports.map(() => 0) }) ?? checkSettings(settings, SETTINGS)
  if (refusal) return refusal
  const rows = rowsOf(late, settings)
  const longest = Math.max(...late.reports.map((row) => row.length))
  const pace = paceOf(rows, { ...settings, longest, kinds: Math.max(...late.kind) + 1 })
  const off = errorsOf(rows, pace, longest)
  return late.reports.map((row, day) => {
    const known = knownOf(row)
    const share = shareAt(late.kind, day, known - 1, pace)
    const place = off[Math.min(known, longest) - 1]
    return { share, estimate: place?.common ?? 0, own: place?.own ?? 0 }
  })
}

const SETTINGS = { window: 'positive-whole', halfLife: 'positive', shrinkage: 'positive' } as const
const ROUNDS = 12

type Row = {
  readonly counts: readonly number[]
  readonly kinds: readonly number[]
  readonly day: number
  readonly age: number
}
type Pace = { readonly age: readonly number[]; readonly kind: readonly number[] }

const knownOf = (row: readonly number[]) => {
  const unknown = row.findIndex(Number.isNaN)
  return unknown < 0 ? row.length : unknown
}

function rowsOf({ reports, kind }: LateReports, { window }: HazardSettings): Row[] {
  return reports
    .map((row, day) => ({
      counts: row.slice(0, knownOf(row)),
      kinds: row.map((_, delay) => kind[day + delay] ?? 0),
      day,
      age: reports.length - 1 - day,
    }))
    .slice(-window)
}

/** Chance that a report still out comes in now. */
const hazard = ({ age, kind }: Pace, delay: number, label: number) =>
  delay >= age.length - 1 ? 1 : 1 - Math.exp(-(age[delay] ?? 0) * (kind[label] ?? 1))

function shareAt(kind: readonly number[], day: number, delay: number, pace: Pace): number {
  if (delay >= pace.age.length - 1) return 1
  let out = 1
  for (let d = 0; d <= delay; d++) out *= 1 - hazard(pace, d, kind[day + d] ?? 0)
  return Math.max(1 - out, 1e-6)
}

/** Scales ages and kinds in turns until what came in is what was to be expected of what was out. */
function paceOf(
  rows: readonly Row[],
  { longest, kinds, halfLife, shrinkage }: HazardSettings & { readonly longest: number; readonly kinds: number },
): Pace {
  let pace: Pace = { age: Array<number>(longest).fill(0.4), kind: Array<number>(kinds).fill(1) }
  for (let round = 0; round < ROUNDS; round++) {
    const [came, due] = [zeros(longest), zeros(longest)]
    const [kindCame, kindDue] = [zeros(kinds), zeros(kinds)]
    for (const { counts, kinds: labels, age } of rows) {
      // What came in on a day of reports is as old as that day, not as the event.
      let out = totalOf(counts, labels, pace)
      for (let delay = 0; delay < counts.length && delay < longest - 1; delay++) {
        const weight = 0.5 ** (Math.max(age - delay, 0) / halfLife)
        const label = labels[delay] ?? 0
        const rate = (pace.age[delay] ?? 0) * (pace.kind[label] ?? 1)
        // Exposure of the exponential law: reports leave during the day, not at its end.
        const expected = rate > 0 ? out * (1 - Math.exp(-rate)) : 0
        came[delay] = came[delay]! + weight * counts[delay]!
        due[delay] = due[delay]! + weight * expected
        kindCame[label] = kindCame[label]! + weight * counts[delay]!
        kindDue[label] = kindDue[label]! + weight * expected
        out = Math.max(out - counts[delay]!, 0)
      }
    }
    const even = round % 2 === 0
    pace = {
      age: even ? pace.age.map((one, d) => within((one * (came[d]! + 0.5)) / (due[d]! + 0.5))) : pace.age,
      kind: even
        ? pace.kind
        : pace.kind.map((one, k) => within((one * (kindCame[k]! + shrinkage / one)) / (kindDue[k]! + shrinkage))),
    }
  }
  return pace
}

const zeros = (n: number) => Array<number>(n).fill(0)
const within = (rate: number) => Math.min(Math.max(rate, 1e-3), 8)

/** All reports of a day: those in, and those still out by the pace; a day that is hardly in yet says little of how many. */
function totalOf(counts: readonly number[], labels: readonly number[], pace: Pace): number {
  const known = counts.reduce((sum, count) => sum + count, 0)
  if (counts.length >= pace.age.length) return known
  let out = 1
  for (let d = 0; d < counts.length; d++) out *= 1 - hazard(pace, d, labels[d] ?? 0)
  return known / Math.max(1 - out, LEAST_SHARE)
}
const LEAST_SHARE = 0.05

/** A law found on few days is off by so much before anything is seen, as so many days would show it. */
const USUAL_OFF = 0.02
const USUAL_WORTH = 10

/** What comes now is off by more than what the law was found on. */
const AHEAD = 2

/** By age: how far the share in was off on complete days, beyond what tossing a coin for each report makes of it. */
function errorsOf(rows: readonly Row[], pace: Pace, longest: number) {
  return Array.from({ length: longest }, (_, delay) => {
    let [sum, weights] = [USUAL_OFF * USUAL_WORTH, USUAL_WORTH]
    for (const { counts, kinds } of rows) {
      if (counts.length < longest) continue
      const total = counts.reduce((all, count) => all + count, 0)
      const share = shareAt(kinds, 0, delay, pace)
      if (total === 0 || share > 1 - 1e-9) continue
      const seen = counts.slice(0, delay + 1).reduce((all, count) => all + count, 0)
      const chance = total * share * (1 - share)
      const mean = total * share
      // Weighed as a share that is off by a fifth would have it.
      const weight = mean ** 2 / (chance + 0.04 * mean ** 2) ** 2
      sum += weight * mean ** 2 * (((seen - mean) ** 2 - chance) / mean ** 2)
      weights += weight * mean ** 2
    }
    const all = delay >= longest - 1 ? 0 : AHEAD * Math.max(sum / weights, 0)
    return { common: all / 2, own: all / 2 }
  })
}
