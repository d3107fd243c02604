// What each way of looking at late reports makes of what is in by the end of a day.

import { dayNumber, weekdayOf } from '../../../src/domain/time/day-number.ts'
import { chinaCalendar } from '../../../src/procedures/calendar/china-holidays.ts'
import { DELAY_DEFAULTS, type DelayLaw, delayLaws } from '../../../src/statistics/delay-distribution.ts'
import {
  ALL_IN as ALL_REPORTED,
  HAZARD_DEFAULTS,
  lawOfShare,
  sharesIn,
  varianceOfShare,
} from '../../../src/statistics/delay-hazard.ts'
import { LONGEST_AGO, logPOfLatest, type RunningDay } from '../../../src/statistics/delay-judge.ts'
import { type HouseDetection, houseOfLate } from '../../../src/statistics/house/house.ts'
import { HOUSE_DAILY } from '../../../src/statistics/house/house-settings.ts'
import { LATE_DATES, type LateSeries, LONGEST, REPORT_DAY } from './foreign-delay.ts'

export const LATE_METHODS = [
  'house, level and delay together',
  'house, thinned by a law of weekdays',
  'last 2 days left out',
  'last 4 days left out',
  'last 7 days left out',
  'knows the law',
] as const
export type LateMethod = (typeof LATE_METHODS)[number]

type Reports = LateSeries['reports']
const LATEST = 11
const ALL_IN: DelayLaw = { share: [1], estimate: [0], scatter: 1 }
const SETTINGS = { ...HOUSE_DAILY, gap: LONGEST, calendar: chinaCalendar }
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

export function judgeLateDay(series: LateSeries, reports: Reports, today: number): Record<LateMethod, number> {
  const known = reports
    .slice(0, today + 1)
    .map((row, t) => row.map((reported, d) => (t + d <= today ? reported : Number.NaN)))
  const inByNow = known.map((row) => sum(row.filter((count) => !Number.isNaN(count))))
  const points = Array.from({ length: LATEST }, (_, i) => today + 1 - (LATEST - 1) + i)
  const dates = LATE_DATES.slice(0, today + 1)
  const complete = inByNow.map((count, t) => (t <= today - LONGEST ? count : null))
  const far = answered(
    houseOfLate({ frequency: 365, observed: complete, dates }, () => ({ share: 1, variance: 0 }), SETTINGS, points),
  )
  const running = (from: HouseDetection, lawOf: (t: number) => DelayLaw) =>
    points.map(
      (point, index): RunningDay => ({
        count: inByNow[point - 1] as number,
        expected: from.expected[index] as number,
        error: from.error[index] as number,
        dispersion: from.dispersion[index] as number,
        law: lawOf(point - 1),
        delay: today + 1 - point,
      }),
    )
  const full = running(far, () => ALL_IN)
  const without = (last: number) => -logPOfLatest(full.slice(0, full.length - last))
  return {
    'house, level and delay together': together(known, inByNow, points, running),
    'house, thinned by a law of weekdays': thinned(known, (laws) => running(far, laws)),
    'last 2 days left out': without(2),
    'last 4 days left out': without(4),
    'last 7 days left out': without(7),
    'knows the law': -logPOfLatest(
      points.map((point) => {
        const [t, mean] = [point - 1, series.mean[point - 1] as number]
        return {
          count: inByNow[t] as number,
          expected: mean,
          error: 0,
          dispersion: 1 + mean * series.law.excess,
          law: { share: [series.share(t, today - t)], estimate: [0], scatter: 1, own: [series.luck(t, today - t)] },
          delay: 0,
        }
      }),
    ),
  }
}

type Running = (from: HouseDetection, lawOf: (t: number) => DelayLaw) => RunningDay[]

function together(known: Reports, inByNow: readonly number[], points: readonly number[], running: Running): number {
  const kind = REPORT_DAY.slice(0, known.length + LONGEST)
  const shares = sharesIn({ reports: known, kind }, HAZARD_DEFAULTS)
  if ('ok' in shares) throw new Error(shares.about)
  const late = (row: number) => {
    const share = shares[row] ?? ALL_REPORTED
    return { share: share.share, variance: varianceOfShare(share) }
  }
  const learnt = inByNow.map((count, row) => (row < inByNow.length - LONGEST_AGO ? count : null))
  const series = { frequency: 365, observed: learnt, dates: LATE_DATES.slice(0, known.length) }
  const near = answered(houseOfLate(series, late, SETTINGS, points))
  return -logPOfLatest(running(near, (t) => lawOfShare(shares[t] ?? ALL_REPORTED)))
}

function thinned(known: Reports, running: (lawOf: (t: number) => DelayLaw) => RunningDay[]): number {
  const weekday = (t: number) => weekdayOf(dayNumber(LATE_DATES[t] as string))
  const laws = delayLaws({ reports: known, stratum: known.map((_, t) => weekday(t)) }, DELAY_DEFAULTS)
  if ('ok' in laws) throw new Error(laws.about)
  return -logPOfLatest(running((t) => laws.get(weekday(t)) as DelayLaw))
}

function answered(result: ReturnType<typeof houseOfLate>): HouseDetection {
  if (!result.ok) throw new Error(result.about)
  return result
}
