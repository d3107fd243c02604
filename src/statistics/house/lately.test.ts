import { describe, expect, test } from 'vitest'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { negativeBinomialCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { type HouseDetection, house } from './house.ts'
import { HOUSE_DAILY } from './house-settings.ts'

const FIRST = Date.parse('2020-01-01T00:00:00Z') / 86_400_000
const DAYS = 365 * 5
const dates = Array.from({ length: DAYS }, (_, i) => new Date((FIRST + i) * 86_400_000).toISOString().slice(0, 10))
const dayAfter = (date: string, days: number) => dates.indexOf(date) + days

/** Days with mean 40 and variance 1.2 m + m² / 40, moved by what came in the days before with this share. */
function days(seed: number, share: number, factor: (day: number) => number = () => 1): number[] {
  const uniform = mrg32k3a([seed, 7, 3, 4, 5, 6])
  let lately = 1
  return dates.map((_, day) => {
    const usual = 40 * factor(day)
    const mean = usual * (1 - share + share * lately)
    const count = negativeBinomialCount(mean, 1.2 + mean / 40, uniform())
    lately = 0.85 * lately + (0.15 * count) / usual
    return count
  })
}

function judged(observed: readonly number[], points: readonly number[]): HouseDetection {
  const result = house({ frequency: 365, observed, dates }, { ...HOUSE_DAILY, calendar: chinaCalendar }, points)
  if (!result.ok) throw new Error(result.about)
  return result
}

const lastWeeks = Array.from({ length: 70 }, (_, i) => DAYS - 69 + i)

describe('what the latest counts say', () => {
  test('is listened to where they are wont to be followed by their like, and hardly where they are not', () => {
    const high = (observed: number[]) => observed.map((count, day) => (day >= DAYS - 11 && day < DAYS - 1 ? 60 : count))
    const [excited, calm] = [0.6, 0].map((share) => {
      const { expected } = judged(high(days(3, share)), [DAYS])
      return expected[0] as number
    })
    expect(excited).toBeGreaterThan(44)
    expect(calm).toBeLessThan(44)
  })

  test('keeps the level of alarms where large counts excite themselves', () => {
    let alarms = 0
    for (let seed = 1; seed <= 6; seed++)
      alarms += judged(days(seed, 0.5), lastWeeks).logP.filter((logP) => (logP ?? 0) < Math.log(0.05)).length
    // 420 days at 5 %: 21 to be expected.
    expect(alarms).toBeGreaterThan(8)
    expect(alarms).toBeLessThan(36)
  })

  test('a burst of five days is hardly learnt by the sixth', () => {
    const calm = days(5, 0.5)
    const burst = calm.map((count, day) => (day >= DAYS - 6 && day < DAYS - 1 ? count + 80 : count))
    const [before, during] = [calm, burst].map((observed) => judged(observed, [DAYS]).expected[0] as number)
    expect((during as number) / (before as number)).toBeLessThan(1.35)
  })
})

describe('the second week after a festival', () => {
  /** What was left lying comes in by half as much again for a fortnight, each year. */
  const lasts = ['2020-02-02', '2021-02-17', '2022-02-06', '2023-01-27', '2024-02-17']
  const busy = new Set(lasts.flatMap((last) => Array.from({ length: 14 }, (_, day) => dayAfter(last, day + 1))))
  const week = Array.from({ length: 7 }, (_, day) => dayAfter('2024-02-17', day + 8) + 1)

  test('is expected to be as in other years', () => {
    const { expected } = judged(
      days(6, 0, (day) => (busy.has(day) ? 1.5 : 1)),
      week,
    )
    for (const mean of expected) expect(mean).toBeGreaterThan(50)
  })

  test('has a wider band than other weeks, its course not being the same each year', () => {
    const { dispersion } = judged(days(7, 0), [...week, ...lastWeeks])
    const [festive, plain] = [dispersion[3] as number, dispersion[40] as number]
    expect(festive).toBeGreaterThan(plain)
  })
})
