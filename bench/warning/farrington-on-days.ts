// Improved Farrington on days, set as an expert would: plain, a series a weekday, and a day-type offset.
import { dayNumber, weekdayOf } from '../../src/domain/time/day-number.ts'
import { isOff } from '../../src/engine/time/calendar.ts'
import { chinaCalendar } from '../../src/procedures/calendar/china-holidays.ts'
import { DATES, DAYS, FIRST_DAY } from './daily-world.ts'
import { farringtonScores, PAPER } from './improved-farrington.ts'

export const FARRINGTON_ON_DAYS = [
  'Farrington on days',
  'Farrington per weekday',
  'Farrington, day-type offset',
] as const

type Counts = readonly (number | null)[]

/** Scores of the days (0-based) in each setting. */
export const farringtonOnDays = (
  counts: Counts,
  days: readonly number[],
): Record<(typeof FARRINGTON_ON_DAYS)[number], number[]> => {
  const points = days.map((day) => day + 1)
  return {
    'Farrington on days': farringtonScores(
      { frequency: 365, observed: counts },
      { ...PAPER, b: 4, w: 10, noPeriods: 1 },
      points,
    ),
    'Farrington per weekday': days.map((day) => weekdayScore(counts, day)),
    'Farrington, day-type offset': offsetScores(counts, points),
  }
}

const LAST_YEAR = dayNumber('2024-01-01') - FIRST_DAY

/** Every seventh day is a weekly series of its own. */
function weekdayScore(counts: Counts, day: number): number {
  const observed = counts.filter((_, index) => index % 7 === day % 7 && index <= day)
  return farringtonScores({ frequency: 52, observed }, { ...PAPER, b: 4 }, [observed.length])[0] as number
}

/** The mean of each day type (weekdays worked, weekends, days off) before the last year, as exposure. */
function offsetScores(observed: Counts, points: readonly number[]): number[] {
  const type = (index: number) => {
    const date = DATES[index] as string
    const off = isOff(chinaCalendar, date)
    const weekday = weekdayOf(FIRST_DAY + index)
    if (chinaCalendar.days[date]) return off ? 'off' : 'make-up'
    return String(weekday)
  }
  const sums = new Map<string, { sum: number; n: number }>()
  for (let index = 0; index < LAST_YEAR; index++) {
    const count = observed[index]
    if (typeof count !== 'number') continue
    const { sum, n } = sums.get(type(index)) ?? { sum: 0.5, n: 1 }
    sums.set(type(index), { sum: sum + count, n: n + 1 })
  }
  const population = Array.from({ length: DAYS }, (_, index) => {
    const { sum, n } = sums.get(type(index)) ?? { sum: 1, n: 1 }
    return sum / n
  })
  const settings = { ...PAPER, b: 4, w: 10, noPeriods: 10, populationOffset: true, pastWeeksNotIncluded: 26 }
  return farringtonScores({ frequency: 365, observed, population }, settings, points)
}
