// Days as the house detector does not assume them: a level that excites itself, weekday shares and seasons that move,
// festivals drawn for each series and each year, variance that grows with the square of the mean.
import { dayNumber, weekdayOf } from '../../../src/domain/time/day-number.ts'
import { chinaCalendar } from '../../../src/procedures/calendar/china-holidays.ts'
import type { Uniform } from '../../../src/statistics/simulator/mrg32k3a.ts'
import { DATES, DAYS, FIRST_DAY } from '../daily-world.ts'
import { normalDraw } from '../normal-draw.ts'
import { type CountLaw, drawLaw } from './count-laws.ts'
import { type Drawn, selfExcited } from './self-excited.ts'

export type ForeignSeries = Drawn & { readonly law: CountLaw }

/** What a day is for the festival: so many days into the dip, or after it; long holidays likewise, weaker. */
type Around = {
  readonly phase: 'before' | 'in' | 'after'
  readonly day: number
  readonly year: number
  readonly long: number
}

/** By day of the series, what festival lies around it: Spring Festival in full, National and Labour Day with `long` below 1. */
export const AROUND: readonly (Around | undefined)[] = festivalDays()

function festivalDays(): (Around | undefined)[] {
  const off = Object.values(chinaCalendar.days)
    .filter((day) => day.off)
    .map((day) => ({ day: dayNumber(day.date) - FIRST_DAY, spring: day.name.includes('春节') }))
    .sort((a, b) => a.day - b.day)
  const around: (Around | undefined)[] = Array(DAYS).fill(undefined)
  for (let at = 0; at < off.length; ) {
    let end = at
    while (off[end + 1]?.day === (off[end]?.day ?? 0) + 1) end += 1
    const [first, last] = [off[at]?.day ?? 0, off[end]?.day ?? 0]
    const spring = off.slice(at, end + 1).some((one) => one.spring)
    const length = last - first + 1
    const year = Math.max(Math.floor(first / 365.25), 0)
    if (length >= 3) {
      const long = spring ? 1 : length >= 5 ? 0.6 : 0.25
      for (let day = first - 7; day <= last + 14; day++) {
        const phase = day < first ? 'before' : day <= last ? 'in' : 'after'
        if (day >= 0 && day < DAYS && (around[day] === undefined || phase === 'in'))
          around[day] = { phase, day: phase === 'after' ? day - last : day - first, year, long }
      }
    }
    at = end + 1
  }
  return around
}

/** What one series makes of festivals: logs of the factors, each year a little other. */
function drawFestivals(uniform: Uniform) {
  const size = (low: number, high: number) => low + (high - low) * uniform()
  const usual = { before: size(-0.1, 0.35), dip: size(-1.6, -0.5), first: size(0.1, 0.8), second: size(-0.1, 0.5) }
  const years = Array.from({ length: 8 }, () => ({
    before: usual.before + 0.08 * normalDraw(uniform),
    dip: usual.dip + 0.15 * normalDraw(uniform),
    first: usual.first + 0.12 * normalDraw(uniform),
    second: usual.second + 0.12 * normalDraw(uniform),
  }))
  return (around: Around | undefined) => {
    if (!around) return 0
    const year = years[around.year]
    if (!year) return 0
    if (around.phase === 'before') return around.long * year.before
    if (around.phase === 'in') return around.long * year.dip
    return (
      around.long * (around.day <= 7 ? year.first * (1.2 - 0.07 * around.day) : year.second * (1.5 - around.day / 14))
    )
  }
}

/** Sunday to Saturday, logs: the shares a series begins with; they then wander, together half of it a year. */
const COUNTERS = [-0.9, 0.35, 0.2, 0.1, 0.1, 0.05, -0.7] as const
const LINE = [0.15, -0.05, -0.1, -0.1, -0.05, 0.05, 0.2] as const

function drawWeekdays(index: number, uniform: Uniform) {
  const from = (index % 3 === 2 ? LINE : COUNTERS).map((log) => log + 0.1 * normalDraw(uniform))
  const drift = 0.006 + 0.024 * uniform()
  const weeks = Math.ceil(DAYS / 7) + 1
  const logs = from.map((start) => {
    let now = start
    return Array.from({ length: weeks }, () => (now += drift * normalDraw(uniform)))
  })
  return (day: number) => {
    const week = Math.floor(day / 7)
    const listed = chinaCalendar.days[DATES[day] as string]
    const weekday = listed ? (listed.off ? 0 : 2) : weekdayOf(FIRST_DAY + day)
    const mean = logs.reduce((sum, one) => sum + (one[week] as number) / 7, 0)
    return (logs[weekday]?.[week] as number) - mean
  }
}

/** A year's wave whose height and time shift from year to year. */
function drawSeason(uniform: Uniform) {
  const [height, second, phase] = [0.1 + 0.35 * uniform(), 0.15 * uniform(), uniform()]
  const shifts = Array.from({ length: 9 }, () => 0.05 * normalDraw(uniform))
  const heights = Array.from({ length: 9 }, () => Math.exp(0.25 * normalDraw(uniform)))
  return (day: number) => {
    const years = day / 365.2425
    const [year, part] = [Math.floor(years), years % 1]
    const mixed = (values: readonly number[]) => (values[year] ?? 0) * (1 - part) + (values[year + 1] ?? 0) * part
    const angle = 2 * Math.PI * (years + phase + mixed(shifts))
    return height * mixed(heights) * Math.cos(angle) + second * Math.cos(2 * angle)
  }
}

/** Usual counts a day, from the smallest to the largest. */
export type Levels = readonly [smallest: number, largest: number]
const LEVELS: Levels = [0.25, 90]

/** Series number `index` of a world: its counts, the mean each was drawn around, and the law. */
export function foreignDays(index: number, uniform: Uniform, [smallest, largest] = LEVELS): ForeignSeries {
  const level = smallest * (largest / smallest) ** uniform()
  const law = drawLaw(index, uniform)
  const excitation = { share: 0.1 + 0.5 * uniform(), decay: 0.6 + 0.35 * uniform() }
  const trend = 0.2 * uniform() - 0.1
  const [season, weekdays, festival] = [drawSeason(uniform), drawWeekdays(index, uniform), drawFestivals(uniform)]
  const base = DATES.map(
    (_, day) => level * Math.exp((trend * day) / 365 + season(day) + weekdays(day) + festival(AROUND[day])),
  )
  return { ...selfExcited(base, excitation, law, uniform), law }
}
