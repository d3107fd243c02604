// Part 2: daily counts with weekdays and holidays. Improved Farrington is set as an expert would: a series a weekday, and a day-type offset.

import { dayNumber, weekdayOf } from '../../src/domain/time/day-number.ts'
import { chinaCalendar } from '../../src/procedures/calendar/china-holidays.ts'
import { house } from '../../src/statistics/house/house.ts'
import { HOUSE_DAILY } from '../../src/statistics/house/house-settings.ts'
import { mrg32k3a } from '../../src/statistics/simulator/mrg32k3a.ts'
import { addBurst, addPastOutbreaks, DATES, dailyCounts, dailyTruth, FIRST_DAY, type World } from './daily-world.ts'
import { markdown, paired, pairedText, share, thresholdAt } from './equal-rate.ts'
import { FARRINGTON_ON_DAYS, farringtonOnDays } from './farrington-on-days.ts'

const METHODS = ['house', ...FARRINGTON_ON_DAYS] as const
type Method = (typeof METHODS)[number]
type Scores = Readonly<Record<Method, readonly number[]>>
type Judged = { readonly quietDays: readonly number[]; readonly quiet: Scores; readonly outbreak: Scores }

export type DailyPlan = { readonly world: World; readonly series: number; readonly seed: number }

/** One world: detection at equal false-positive rates, and where the false alarms fall. */
export function dailyReport(plan: DailyPlan): string[] {
  const runs = Array.from({ length: plan.series }, (_, index) => runSeries(plan, index))
  const days = runs.flatMap((run) => run.quietDays)
  return [
    `### Days, world "${plan.world}": ${runs.length} series of six years, ${days.length} quiet days, one outbreak a series`,
    '',
    ...markdown(
      [
        'detector',
        'detected % at 1 %',
        'at 2.5 %',
        'false alarms % at 1 %: Mondays',
        'weekends',
        '1-14 days after holidays',
        'house against it at 1 %',
      ],
      METHODS.map((method) => row(method, runs, days)),
    ),
  ]
}

function row(method: Method, runs: readonly Judged[], days: readonly number[]): string[] {
  const quiet = (one: Method) => runs.flatMap((run) => run.quiet[one])
  const found = (one: Method, rate: number) => {
    const threshold = thresholdAt(quiet(one), rate)
    return runs.map((run) => Math.max(...run.outbreak[one]) > threshold)
  }
  const threshold = thresholdAt(quiet(method), 0.01)
  const alarms = quiet(method).map((score) => score > threshold)
  const among = (chosen: (day: number) => boolean) => {
    const mine = alarms.filter((_, index) => chosen(days[index] as number))
    return ((100 * mine.filter(Boolean).length) / Math.max(mine.length, 1)).toFixed(1)
  }
  const best = (rate: number) =>
    share(
      runs.map((run) => Math.max(...run.outbreak[method])),
      thresholdAt(quiet(method), rate),
    )
  return [
    method,
    best(0.01),
    best(0.025),
    among((day) => weekdayOf(FIRST_DAY + day) === 1),
    among((day) => weekdayOf(FIRST_DAY + day) % 6 === 0),
    among(isAfterHoliday),
    method === 'house' ? '' : pairedText(paired(found('house', 0.01), found(method, 0.01))),
  ]
}

function isAfterHoliday(day: number): boolean {
  for (let back = 1; back <= 14; back++)
    if (chinaCalendar.days[DATES[day - back] ?? '']?.off) return !chinaCalendar.days[DATES[day] as string]?.off
  return false
}

const LAST_YEAR = dayNumber('2024-01-01') - FIRST_DAY

/** Four weeks spread over the last year and two after Spring Festival and National Day. */
function quietDaysOf(uniform: () => number): number[] {
  const weeks = [dayNumber('2024-02-19') - FIRST_DAY, dayNumber('2024-10-08') - FIRST_DAY]
  for (let i = 0; i < 4; i++) weeks.push(LAST_YEAR + 70 + Math.floor(uniform() * 280))
  const days = new Set(weeks.flatMap((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => 7 * Math.floor(week / 7) + day)))
  return [...days].sort((a, b) => a - b)
}

function runSeries({ world, seed }: DailyPlan, index: number): Judged {
  const uniform = mrg32k3a([seed, index + 1, 3, 4, 5, 6])
  const truth = dailyTruth(world, index, uniform)
  const quietCounts = dailyCounts(world, truth, uniform)
  addPastOutbreaks(quietCounts, truth, uniform)
  const quietDays = quietDaysOf(uniform).filter((day) => quietCounts[day] !== null)
  const counts = [...quietCounts]
  const onset = LAST_YEAR + 60 + Math.floor(uniform() * 300)
  const end = addBurst(
    counts,
    {
      mean: truth.mean,
      phi: truth.phi,
      k: [3, 5, 10][index % 3 === 0 ? 2 : Math.floor(index / 2) % 3] as number,
      onset,
    },
    uniform,
  )
  const outbreakDays = Array.from({ length: end - onset + 1 }, (_, i) => onset + i)
  return { quietDays, quiet: scores(quietCounts, quietDays), outbreak: scores(counts, outbreakDays) }
}

type Counts = readonly (number | null)[]

function scores(counts: Counts, days: readonly number[]): Scores {
  const points = days.map((day) => day + 1)
  return {
    house: houseScores(counts, points),
    ...farringtonOnDays(counts, days),
  }
}

function houseScores(observed: Counts, points: readonly number[]): number[] {
  const result = house({ frequency: 365, observed, dates: DATES }, { ...HOUSE_DAILY, calendar: chinaCalendar }, points)
  if (!result.ok) throw new Error(result.about)
  return result.logP.map((logP) => -(logP ?? 0))
}
