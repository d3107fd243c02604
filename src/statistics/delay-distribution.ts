import { checkSettings } from './check-settings.ts'
import { LARGEST_COUNT } from './count-series.ts'
import { failure, type StatisticsFailure } from './detection.ts'

/** Reports by event day and by the days they took: row `t` holds the reports of event day `t` with delay 0, 1, …; NaN where still unknown. */
export type ReportingTriangle = {
  readonly reports: readonly (readonly number[])[]
  /** Which event days share a delay law (their weekday, say); one label a row. */
  readonly stratum: readonly number[]
}

export type DelaySettings = {
  /** Event days looked back at most. */
  readonly window: number
  /** Days after which a row counts half. */
  readonly halfLife: number
  /** Reports' worth of the common law mixed into each stratum. */
  readonly shrinkage: number
}

export const DELAY_DEFAULTS: DelaySettings = { window: 120, halfLife: 60, shrinkage: 30 }

/** The share of reports in by each delay, with its uncertainty: of the estimate, and of one day's own share around it. */
export type DelayLaw = {
  readonly share: readonly number[]
  /** Variance of log share through estimation. */
  readonly estimate: readonly number[]
  /** How far one day's reports scatter beyond the binomial around the share: 1 is binomial. */
  readonly scatter: number
  /** Variance of one day's own log share, beyond the scatter; none unless said. */
  readonly own?: readonly number[]
  /** Standard deviations of log share by causes that event days have in common, the same ones at the same places; none unless said. */
  readonly common?: readonly number[]
}

/**
 * The delay law of each stratum from what is in by now: shares of the last step of each delay among all reports up to it
 * (reverse-time hazards, Lawless 1994), shrunk towards the law common to all days, older days counting less.
 */
export function delayLaws(
  triangle: ReportingTriangle,
  settings: DelaySettings,
): ReadonlyMap<number, DelayLaw> | StatisticsFailure {
  const refusal = checkTriangle(triangle) ?? checkSettings(settings, SETTINGS)
  if (refusal) return refusal
  const longest = Math.max(...triangle.reports.map((row) => row.length))
  const weights = triangle.reports.map((_, t) => {
    const age = triangle.reports.length - 1 - t
    return age < settings.window ? 0.5 ** (age / settings.halfLife) : 0
  })
  const common = hazards(triangle, weights, longest, undefined)
  const commonHazard = common.map(({ last, all }) => (all > 0 ? last / all : 0))
  const scatter = scatterOf(triangle, weights, commonHazard)
  const laws = new Map<number, DelayLaw>()
  for (const label of new Set(triangle.stratum)) {
    const own = hazards(triangle, weights, longest, label)
    const shrunk = own.map(({ last, all }, d) => ({
      hazard: (last + settings.shrinkage * commonHazard[d]!) / (all + settings.shrinkage),
      worth: all + Math.min(settings.shrinkage, common[d]!.all),
    }))
    laws.set(label, lawOf(shrunk, scatter))
  }
  return laws
}

const SETTINGS = { window: 'positive-whole', halfLife: 'positive', shrinkage: 'positive' } as const

/** Refuses reports that are no counts, and a day without any place for them; what is not known yet is not a number. */
export function checkTriangle({ reports, stratum }: ReportingTriangle): StatisticsFailure | undefined {
  if (reports.length === 0) return failure('bad-series', 'empty')
  if (stratum.length !== reports.length) return failure('bad-series', 'stratum')
  for (const [day, row] of reports.entries()) {
    if (row.length === 0) return failure('bad-series', 'empty', day + 1)
    const isReport = (count: number) =>
      Number.isNaN(count) || (Number.isSafeInteger(count) && count >= 0 && count <= LARGEST_COUNT)
    if (!row.every(isReport)) return failure('bad-series', 'count', day + 1)
  }
  return undefined
}

type Hazard = { last: number; all: number }

function hazards(
  { reports, stratum }: ReportingTriangle,
  weights: readonly number[],
  longest: number,
  label: number | undefined,
): Hazard[] {
  const sums = Array.from({ length: longest }, () => ({ last: 0, all: 0 }))
  for (let t = 0; t < reports.length; t++) {
    if (label !== undefined && stratum[t] !== label) continue
    let all = 0
    for (let d = 0; d < reports[t]!.length; d++) {
      const count = reports[t]![d]!
      if (Number.isNaN(count)) break
      all += count
      sums[d]!.last += weights[t]! * count
      sums[d]!.all += weights[t]! * all
    }
  }
  return sums
}

/** Pearson scatter of the reports around the common law, at least binomial. */
function scatterOf({ reports }: ReportingTriangle, weights: readonly number[], hazard: readonly number[]): number {
  let sum = 0
  let terms = 0
  for (let t = 0; t < reports.length; t++) {
    if (weights[t] === 0) continue
    let all = reports[t]![0] ?? 0
    for (let d = 1; d < reports[t]!.length; d++) {
      const count = reports[t]![d]!
      if (Number.isNaN(count)) break
      all += count
      const expected = all * hazard[d]!
      const variance = expected * (1 - hazard[d]!)
      if (variance < 0.05) continue
      sum += (count - expected) ** 2 / variance
      terms += 1
    }
  }
  return terms < 20 ? 1.5 : Math.max(sum / terms, 1)
}

function lawOf(steps: readonly { hazard: number; worth: number }[], scatter: number): DelayLaw {
  const share = Array<number>(steps.length).fill(1)
  const estimate = Array<number>(steps.length).fill(0)
  for (let d = steps.length - 2; d >= 0; d--) {
    const { hazard, worth } = steps[d + 1]!
    const kept = Math.max(1 - hazard, 1e-3)
    share[d] = share[d + 1]! * kept
    estimate[d] = estimate[d + 1]! + (scatter * hazard) / (kept * Math.max(worth, 1))
  }
  return { share, estimate, scatter }
}
