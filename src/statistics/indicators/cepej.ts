import { failure, type StatisticsFailure } from '../detection.ts'
import {
  checkCounts,
  type IntervalSettings,
  type Measured,
  measuredRate,
  measuredRatio,
  measuredShare,
} from './measured.ts'

/** The four figures CEPEJ computes from, of one office, category and period. */
export type CaseFlow = {
  readonly pendingStart: number
  readonly incoming: number
  readonly resolved: number
  /** Length of the period in days: 365 for a year, 366 for a leap year. */
  readonly periodDays: number
}

export type CepejFigures = {
  readonly ok: true
  /** pending at the start + incoming − resolved: what is left. */
  readonly pendingEnd: number
  /** resolved / incoming. */
  readonly clearanceRate: Measured
  /** resolved / pending at the end. */
  readonly turnover: Measured
  /** period × pending at the end / resolved, in days. Nothing resolved: no value. */
  readonly dispositionDays: Measured
}

/**
 * Clearance rate, case turnover ratio, disposition time and total backlog.
 *
 * @see European Commission for the Efficiency of Justice (CEPEJ), evaluation of judicial systems, methodological note
 * @returns `bad-series` naming the figure that is no count, or `pendingEnd` when more were resolved than there were
 */
export function cepejFigures(flow: CaseFlow, settings: IntervalSettings): CepejFigures | StatisticsFailure {
  const { pendingStart, incoming, resolved, periodDays } = flow
  if (!(periodDays > 0 && periodDays < Number.MAX_VALUE)) return failure('bad-parameter', 'periodDays')
  const bad = checkCounts({ pendingStart, incoming, resolved }, settings)
  if (bad) return bad
  const pendingEnd = pendingStart + incoming - resolved
  if (pendingEnd < 0) return failure('bad-series', 'pendingEnd')
  const clearanceRate = measuredRatio(resolved, incoming, 1, settings)
  if (!clearanceRate.ok) return clearanceRate
  const turnover = measuredRatio(resolved, pendingEnd, 1, settings)
  if (!turnover.ok) return turnover
  const dispositionDays = measuredRatio(pendingEnd, resolved, periodDays, settings)
  return dispositionDays.ok ? { ok: true, pendingEnd, clearanceRate, turnover, dispositionDays } : dispositionDays
}

/**
 * Efficiency rate: what was resolved in a period by working post of the court in it (posts may be fractions). Of a
 * whole court only: it says nothing of any person in it.
 */
export function efficiencyRate(
  resolved: number,
  posts: number,
  settings: IntervalSettings,
): Measured | StatisticsFailure {
  const rate = measuredRate(resolved, posts, 1, settings)
  return rate.ok || rate.about !== 'exposure' ? rate : failure('bad-series', 'posts')
}

/** Share of pending cases older than a set time: CEPEJ's look at the backlog. */
export const oldPendingShare = (
  older: number,
  pending: number,
  settings: IntervalSettings,
): Measured | StatisticsFailure => measuredShare(older, pending, settings)
