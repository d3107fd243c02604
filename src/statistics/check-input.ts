import { dayAt, dayNumber } from '../domain/time/day-number.ts'
import { type CountSeries, LARGEST_COUNT } from './count-series.ts'
import { failure, type StatisticsFailure } from './detection.ts'

/** Days between two counts, where the frequency fixes it; months and other steps only have to go forward. */
const STEP_DAYS: Readonly<Record<number, number>> = { 52: 7, 365: 1 }

/** Refuses what is no series of counts, or points that are not whole numbers in ascending order inside it. */
export function checkInput(series: CountSeries, points: readonly number[]): StatisticsFailure | undefined {
  return checkSeries(series) ?? checkPoints(series, points)
}

/** Refuses negative, fractional, infinite or too large counts, and dates or exposures that do not fit them. */
export function checkSeries(series: CountSeries): StatisticsFailure | undefined {
  const { observed, frequency, population, dates } = series
  if (observed.length === 0) return failure('bad-series', 'empty')
  if (!Number.isSafeInteger(frequency) || frequency < 1) return failure('bad-series', 'frequency')
  for (let i = 0; i < observed.length; i++) {
    const count = observed[i] as number | null
    if (count === null) continue
    if (!(count >= 0) || !Number.isInteger(count)) return failure('bad-series', 'count', i + 1)
    if (count > LARGEST_COUNT) return failure('bad-series', 'count-too-large', i + 1)
  }
  return (
    (population && checkPopulation(population, observed.length)) ??
    (dates && checkDates(dates, observed.length, STEP_DAYS[frequency]))
  )
}

function checkPopulation(population: readonly (number | null)[], length: number): StatisticsFailure | undefined {
  if (population.length !== length) return failure('bad-series', 'population-length')
  const wrong = population.findIndex((value) => value !== null && !(value >= 0 && value < Number.MAX_VALUE))
  return wrong < 0 ? undefined : failure('bad-series', 'population', wrong + 1)
}

function checkDates(
  dates: readonly string[],
  length: number,
  stepDays: number | undefined,
): StatisticsFailure | undefined {
  if (dates.length !== length) return failure('bad-series', 'dates-length')
  let before = Number.NEGATIVE_INFINITY
  for (const [index, date] of dates.entries()) {
    const day = dayOf(date)
    if (day === undefined) return failure('bad-series', 'date', index + 1)
    if (day === before) return failure('bad-series', 'date-twice', index + 1)
    if (day < before) return failure('bad-series', 'dates-order', index + 1)
    if (index > 0 && stepDays !== undefined && day - before !== stepDays)
      return failure('bad-series', 'dates-gap', index + 1)
    before = day
  }
  return undefined
}

function dayOf(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const number = dayNumber(date)
  // 30 February parses as 2 March: only a day that comes back is a day.
  return Number.isNaN(number) || dayAt(number) !== date ? undefined : number
}

function checkPoints({ observed }: CountSeries, points: readonly number[]): StatisticsFailure | undefined {
  if (points.length === 0) return failure('bad-parameter', 'points')
  let before = 0
  for (const point of points) {
    if (!Number.isInteger(point) || point <= before || point > observed.length)
      return failure('bad-parameter', 'points', point)
    before = point
  }
  return undefined
}
