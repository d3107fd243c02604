// What is judged in the world of foreign days: quiet days, days around festivals, and one outbreak a series.
import { dayNumber } from '../../../src/domain/time/day-number.ts'
import { poissonCount } from '../../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { DAYS, FIRST_DAY } from '../daily-world.ts'
import { standardDeviation } from './count-laws.ts'
import { AROUND, type ForeignSeries, foreignDays, type Levels } from './foreign-days.ts'

export type DaysRun = ForeignSeries & {
  /** Days judged as they came: seven whole weeks, and (apart) the days around long holidays of the last year and a bit. */
  readonly quiet: readonly number[]
  readonly holidays: readonly number[]
  readonly onset: number
  readonly end: number
  /** The counts with the outbreak in them. */
  readonly sick: readonly number[]
}

const FROM = dayNumber('2023-03-20') - FIRST_DAY
const HOLIDAYS_FROM = dayNumber('2024-01-15') - FIRST_DAY
const QUIET_WEEKS = 7
const SIZES = [5, 8, 12] as const
const BURST = [0.3, 0.6, 0.8, 0.92, 1] as const

const HOLIDAYS = AROUND.flatMap((around, day) => (around && around.long > 0.5 && day >= HOLIDAYS_FROM ? [day] : []))

export function daysRun(seed: number, index: number, levels?: Levels): DaysRun {
  const uniform = mrg32k3a([seed, index + 1, 3, 4, 5, 6])
  // Seeds that follow each other give first numbers that do too.
  for (let draw = 0; draw < 12; draw++) uniform()
  const world = foreignDays(index, uniform, levels)
  for (const size of [4, 6, 9]) burst(world, world.counts, { size, onset: 200 + Math.floor(uniform() * 1200) }, uniform)
  const quiet = new Set<number>()
  for (let week = 0; week < QUIET_WEEKS; week++) {
    const first = 7 * Math.floor((FROM + uniform() * (DAYS - 8 - FROM)) / 7)
    for (let day = first; day < first + 7; day++) quiet.add(day)
  }
  const onset = FROM + Math.floor(uniform() * (DAYS - 12 - FROM))
  const sick = [...world.counts]
  const end = burst(world, sick, { size: SIZES[index % 3] as number, onset }, uniform)
  return { ...world, quiet: [...quiet].sort((a, b) => a - b), holidays: HOLIDAYS, onset, end, sick }
}

/** Adds so many standard deviations of reports over five days; returns the last day that got one. */
function burst(
  { mean, law }: ForeignSeries,
  counts: number[],
  { size, onset }: { size: number; onset: number },
  uniform: Uniform,
): number {
  const reports = Math.max(
    1,
    poissonCount(size * standardDeviation(law, Math.max(mean[onset] as number, 0.5)), uniform()),
  )
  let end = onset
  for (let i = 0; i < reports; i++) {
    const u = uniform()
    const day = onset + BURST.findIndex((upTo) => u <= upTo)
    counts[day] = (counts[day] as number) + 1
    end = Math.max(end, day)
  }
  return end
}

export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
