import { addDays, type Day } from '../../../src/domain/time/time.ts'
import { isOff } from '../../../src/engine/time/calendar.ts'
import { chinaCalendar } from '../../../src/procedures/calendar/china-holidays.ts'
import { negativeBinomialCount, poissonCount } from '../../../src/statistics/simulator/count-draw.ts'
import { mrg32k3a, type Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'

/** So many reports of a category registered on a day in a village. */
export type QuietCount = {
  readonly day: Day
  readonly category: string
  readonly unitId: string
  readonly placeUnitId: string
  readonly n: number
}

/** How the matters of a quiet office come in. */
export type QuietShape = 'apart' | 'together'

const VILLAGES = [
  ['dongpu', 'matou', 1],
  ['dongpu', 'yuwan', 0.6],
  ['yunxi', 'beitang', 0.3],
] as const
/** Matters a week in the largest village. */
const CATEGORIES = [
  ['facility', 2.4],
  ['environment', 1.4],
  ['traffic', 0.8],
  ['safety', 0.5],
  ['other', 0.25],
] as const

/**
 * Days of an office in which nothing happens but chance. `apart`: every matter for itself, the same each day of the year. `together`: in
 * twos and threes, fewer on days off and more on the days after, with a season of each category and of each year its own level.
 */
export function quietDays(shape: QuietShape, run: number, from: Day, until: Day): QuietCount[] {
  const uniform = mrg32k3a([run + 101, run + 202, run + 303, 404, 505, 606])
  const counts: QuietCount[] = []
  const years = shape === 'together' ? yearsOf(uniform, from, until) : {}
  let wasOff = false
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const off = isOff(chinaCalendar, day)
    const week = shape === 'apart' ? 1 : off ? 0.4 : wasOff ? 1.6 : 1.1
    const turn = (2 * Math.PI * Number(day.slice(5, 7))) / 12
    for (const [at, [category, weekly]] of CATEGORIES.entries())
      for (const [unitId, placeUnitId, size] of VILLAGES) {
        const season = shape === 'apart' ? 1 : Math.exp(0.4 * Math.cos(turn + at)) * (years[day.slice(0, 4)] ?? 1)
        const mean = (weekly / 7) * size * week * season
        const n = shape === 'apart' ? poissonCount(mean, uniform()) : negativeBinomialCount(mean, 1.7, uniform())
        if (n > 0) counts.push({ day, category, unitId, placeUnitId, n })
      }
    wasOff = off
  }
  return counts
}

function yearsOf(uniform: Uniform, from: Day, until: Day): Readonly<Record<string, number>> {
  const years: Record<string, number> = {}
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++)
    years[year] = 0.9 + 0.2 * uniform()
  return years
}
