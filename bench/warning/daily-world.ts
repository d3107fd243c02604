// Simulated daily counts of offices in China: weekdays, holidays that move, make-up days, season, trend; and worlds that
// do not have the shape the detector assumes.
import { dayAt, dayNumber, weekdayOf, yearOf } from '../../src/domain/time/day-number.ts'
import { chinaCalendar } from '../../src/procedures/calendar/china-holidays.ts'
import { negativeBinomialCount, poissonCount } from '../../src/statistics/simulator/count-draw.ts'
import type { Uniform } from '../../src/statistics/simulator/mrg32k3a.ts'

export const WORLDS = [
  'own form',
  'moved season',
  'steps',
  'zero inflation',
  'missing weeks',
  'mis-stated holidays',
] as const
export type World = (typeof WORLDS)[number]

export type DailyTruth = { readonly phi: number; readonly mean: readonly number[]; readonly pattern: readonly number[] }

export const FIRST_DAY = dayNumber('2019-01-01')
export const DAYS = dayNumber('2025-01-01') - FIRST_DAY + 60
export const DATES: readonly string[] = Array.from({ length: DAYS }, (_, i) => dayAt(FIRST_DAY + i))

/** Sunday to Saturday: an office with counter hours, and a line that is always open. */
const PATTERNS = [
  [0.35, 1.35, 1.2, 1.1, 1.05, 1.0, 0.45],
  [1.15, 0.95, 0.9, 0.9, 0.95, 1.05, 1.25],
] as const
const BASES = [1.5, 6, 25] as const

type Festival = { readonly first: number; readonly last: number }

const festivals: readonly Festival[] = springFestivals()

/** The runs of days off that the notices call Spring Festival. */
function springFestivals(): Festival[] {
  const days = Object.values(chinaCalendar.days).filter((day) => day.off && day.name.includes('春节'))
  const numbers = days.map((day) => dayNumber(day.date)).sort((a, b) => a - b)
  const firsts = numbers.filter((number, index) => numbers[index - 1] !== number - 1)
  const lasts = numbers.filter((number, index) => numbers[index + 1] !== number + 1)
  return firsts.map((first, index) => ({ first, last: lasts[index] as number }))
}

/** What is to be expected every day of series number `index`. */
export function dailyTruth(world: World, index: number, uniform: Uniform): DailyTruth {
  const base = BASES[index % 3] as number
  const pattern = PATTERNS[Math.floor(index / 3) % 2] as readonly number[]
  const phi = Math.floor(index / 6) % 2 === 0 ? 1.2 : 2
  const [g1, g2, trend, step] = [0.5 * uniform() - 0.25, 0.5 * uniform() - 0.25, 0.2 * uniform() - 0.1, uniform()]
  const stepDay = 365 * 4 + Math.floor(300 * uniform())
  const mean = DATES.map((_, i) => {
    const day = FIRST_DAY + i
    const moved = world === 'moved season' && yearOf(day) >= 2024 ? 0.12 : 0
    const year = 2 * Math.PI * (day / 365.2425 + moved)
    const level = base * Math.exp(g1 * Math.cos(year) + g2 * Math.sin(year) + (trend * i) / 365)
    const jump = world === 'steps' && i >= stepDay ? (step < 0.5 ? 1.4 : 0.7) : 1
    return level * jump * dayFactor(day, pattern, world === 'mis-stated holidays' ? 2 : 0)
  })
  return { phi, mean, pattern }
}

/** Weekday and holiday together; `shift` moves the residents' festival away from the office's. */
function dayFactor(day: number, pattern: readonly number[], shift: number): number {
  const festival = festivals.find(({ first, last }) => day >= first - 7 + shift && day <= last + 8 + shift)
  const listed = chinaCalendar.days[dayAt(day)]
  const plain = pattern[listed && !listed.off ? 1 : weekdayOf(day)] as number
  if (festival && day < festival.first + shift) return plain * 1.15
  if (festival && day > festival.last + shift) return plain * (1.7 - 0.08 * (day - festival.last - shift))
  if (festival) return 0.3 * (pattern[0] as number)
  return listed?.off ? 0.6 * (pattern[0] as number) : plain
}

/** Draws the counts; null on days the office did not report. */
export function dailyCounts(world: World, { mean, phi }: DailyTruth, uniform: Uniform): (number | null)[] {
  const counts: (number | null)[] = mean.map((expected) => negativeBinomialCount(expected, phi, uniform()))
  if (world === 'zero inflation') for (let i = 0; i < counts.length; i++) if (uniform() < 0.05) counts[i] = 0
  if (world === 'missing weeks')
    for (let gap = 0; gap < 15; gap++) {
      const from = Math.floor(uniform() * (counts.length - 400))
      counts.fill(null, from, from + 7)
    }
  return counts
}

/** Past outbreaks, as every real history has them. */
export function addPastOutbreaks(counts: (number | null)[], { mean, phi }: DailyTruth, uniform: Uniform): void {
  for (const k of [3, 5, 8, 10]) addBurst(counts, { mean, phi, k, onset: 200 + Math.floor(uniform() * 1500) }, uniform)
}

export type Burst = {
  readonly mean: readonly number[]
  readonly phi: number
  readonly k: number
  readonly onset: number
}

/** How the reports of a burst spread over its days. */
const SPREAD = [0.3, 0.6, 0.8, 0.92, 1]

/** Adds `k` standard deviations of reports over five days; returns the last day that got one. */
export function addBurst(counts: (number | null)[], { mean, phi, k, onset }: Burst, uniform: Uniform): number {
  const size = Math.max(1, poissonCount(k * Math.sqrt(phi * Math.max(mean[onset] as number, 0.5)), uniform()))
  let end = onset
  for (let i = 0; i < size; i++) {
    const u = uniform()
    const day = onset + SPREAD.findIndex((upTo) => u <= upTo)
    const count = counts[day]
    if (typeof count !== 'number') continue
    counts[day] = count + 1
    end = Math.max(end, day)
  }
  return end
}
