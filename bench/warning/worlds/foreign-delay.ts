// Reports that come in late in ways of their own: slower on days off, by the batch on Mondays or at the end of a month, by a
// pace that drifts, none of two days quite alike; and a level that moves while it cannot be seen.
import { dayAt, dayNumber, weekdayOf } from '../../../src/domain/time/day-number.ts'
import { isOff } from '../../../src/engine/time/calendar.ts'
import { chinaCalendar } from '../../../src/procedures/calendar/china-holidays.ts'
import { poissonCount } from '../../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { normalDraw } from '../normal-draw.ts'
import { type CountLaw, drawLaw, standardDeviation } from './count-laws.ts'
import { selfExcited } from './self-excited.ts'

/** Reports take so many days at most. */
export const LONGEST = 21
export const LATE_DAYS = 640
const FIRST = dayNumber('2023-01-02')
export const LATE_DATES: readonly string[] = Array.from({ length: LATE_DAYS + LONGEST }, (_, i) => dayAt(FIRST + i))

/** Seven weekdays (days off go by Sunday), and the last two working days of a month apart. */
export const REPORT_DAY: readonly number[] = LATE_DATES.map((date, day) =>
  isOff(chinaCalendar, date) ? 0 : isMonthEnd(day) ? 7 : Math.max(weekdayOf(FIRST + day), 1),
)

function isMonthEnd(day: number): boolean {
  const month = (at: number) => dayAt(FIRST + at).slice(0, 7)
  let working = 0
  for (let next = day + 1; month(next) === month(day); next++)
    if (!isOff(chinaCalendar, dayAt(FIRST + next))) working += 1
  return working < 2
}

export const WAYS = ['office days', 'a pace that drifts', 'Mondays in a batch', 'months in a batch'] as const

export type LateSeries = {
  readonly law: CountLaw
  readonly mean: readonly number[]
  /** Row `t`: reports of event day `t` by the days they took. */
  readonly reports: readonly (readonly number[])[]
  /** The share of a day's reports that is to be in after so many days, the day's own luck left out. */
  readonly share: (day: number, delay: number) => number
  /** Variance of the logarithm of that share by the days' luck. */
  readonly luck: (day: number, delay: number) => number
}

function weightsOf(index: number): readonly number[] {
  const way = WAYS[index % WAYS.length]
  if (way === 'Mondays in a batch') return [0.05, 4, 0.35, 0.35, 0.35, 0.35, 0.2, 0.5]
  if (way === 'months in a batch') return [0.08, 0.7, 0.6, 0.6, 0.6, 0.6, 0.2, 5]
  return [0.12, 1.1, 1, 1, 1, 0.9, 0.2, 1]
}

/** Variance of a day's luck: the logarithm's standard deviation is 0.3. */
const LUCK = Math.exp(0.09) - 1

/** How fast reports come at each age, a working day's hazard. */
const paceAt = (delay: number) => (delay === 0 ? 0.3 : delay < 4 ? 0.5 : 0.35)

export function lateSeries(index: number, uniform: Uniform): LateSeries {
  const law = drawLaw(index, uniform)
  const level = 3 * 12 ** uniform()
  const excitation = { share: 0.1 + 0.5 * uniform(), decay: 0.8 + 0.15 * uniform() }
  const [height, phase] = [0.3 * uniform(), uniform()]
  const base = Array.from({ length: LATE_DAYS }, (_, day) => {
    const weekday = weekdayOf(FIRST + day)
    const week = weekday === 1 ? 0.25 : weekday % 6 === 0 ? -0.4 : 0
    return level * Math.exp(week + height * Math.cos(2 * Math.PI * (day / 365.25 + phase)))
  })
  const { counts, mean } = selfExcited(base, excitation, law, uniform)
  const drifts = WAYS[index % WAYS.length] === 'a pace that drifts'
  const end = drifts ? (uniform() < 0.5 ? 0.5 : 1.6) : 1
  const weights = weightsOf(index)
  const pace = LATE_DATES.map((_, day) => {
    const part = Math.min(Math.max((day - 420) / 180, 0), 1)
    return (weights[REPORT_DAY[day] as number] as number) * end ** part
  })
  const luck = pace.map((one) => one * Math.exp(0.3 * normalDraw(uniform) - 0.045))
  const hazard = (of: readonly number[], day: number, delay: number) =>
    delay >= LONGEST - 1 ? 1 : 1 - Math.exp(-paceAt(delay) * (of[day + delay] as number))
  const reports = counts.map((count, day) => {
    const row = Array<number>(LONGEST).fill(0)
    let left = count
    for (let delay = 0; delay < LONGEST && left > 0; delay++) {
      const now = binomial(left, hazard(luck, day, delay), uniform)
      row[delay] = now
      left -= now
    }
    return row
  })
  const share = (day: number, delay: number) => {
    let out = 1
    for (let d = 0; d <= delay; d++) out *= 1 - hazard(pace, day, d)
    return 1 - out
  }
  const luckOf = (day: number, delay: number) => {
    if (delay >= LONGEST - 1) return 0
    let [total, squares] = [0, 0]
    for (let d = 0; d <= delay; d++) {
      const rate = paceAt(d) * (pace[day + d] as number)
      total += rate
      squares += rate * rate
    }
    return LUCK * squares * (Math.exp(-total) / (1 - Math.exp(-total))) ** 2
  }
  return { law, mean, reports, share, luck: luckOf }
}

function binomial(n: number, p: number, uniform: Uniform): number {
  let hits = 0
  for (let i = 0; i < n; i++) if (uniform() < p) hits += 1
  return hits
}

export type LateRun = LateSeries & { readonly onset: number; readonly sick: LateSeries['reports'] }

/** A series, and the same with an outbreak over four days. */
export function lateRun(seed: number, index: number, from: number, to: number): LateRun {
  const uniform = mrg32k3a([seed, index + 1, 3, 4, 5, 6])
  for (let draw = 0; draw < 12; draw++) uniform()
  const series = lateSeries(index, uniform)
  const onset = from + Math.floor(uniform() * (to - from))
  const sick = series.reports.map((row) => [...row])
  for (let day = onset; day < onset + 4; day++) {
    const size = ([1.6, 2.4, 3.4][index % 3] as number) * standardDeviation(series.law, series.mean[day] as number)
    for (let left = poissonCount(size, uniform()); left > 0; left--) {
      const u = uniform()
      let delay = 0
      while (delay < LONGEST - 1 && series.share(day, delay) < u) delay += 1
      const row = sick[day] as number[]
      row[delay] = (row[delay] as number) + 1
    }
  }
  return { ...series, onset, sick }
}
