import { describe, expect, test } from 'vitest'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { negativeBinomialCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { simulatedRun } from '../simulator/noufaily.ts'
import { type HouseDetection, house } from './house.ts'
import { HOUSE_DAILY, HOUSE_WEEKLY } from './house-settings.ts'

const weeks = (observed: readonly (number | null)[]) => ({ frequency: 52, observed })

function answered(result: ReturnType<typeof house>): HouseDetection {
  if (!result.ok) throw new Error(`${result.code} ${result.about}`)
  return result
}

describe('the house detector', () => {
  const run = simulatedRun(17, 4)

  test('warns of an outbreak ten standard deviations high and keeps quiet without it', () => {
    const during = answered(house(weeks(run.current), HOUSE_WEEKLY, [run.outbreak.onset]))
    const before = answered(house(weeks(run.past), HOUSE_WEEKLY, [run.outbreak.onset]))
    expect([during.alarm, before.alarm]).toEqual([[true], [false]])
    expect(during.pvalue[0]).toBeLessThan(1e-3)
  })

  test('alarms exactly above the bound it states, and the p-value agrees with the level', () => {
    const { onset } = run.outbreak
    const { upperbound } = answered(house(weeks(run.past), HOUSE_WEEKLY, [onset]))
    for (const [count, alarm] of [
      [upperbound[0]!, false],
      [upperbound[0]! + 1, true],
    ] as const) {
      const changed = answered(house(weeks(run.past.with(onset - 1, count)), HOUSE_WEEKLY, [onset]))
      expect(changed.alarm[0]).toBe(alarm)
      expect(changed.pvalue[0]! <= HOUSE_WEEKLY.alpha).toBe(alarm)
    }
  })

  test('what comes after a point changes nothing about it', () => {
    const whole = answered(house(weeks(run.past), HOUSE_WEEKLY, [600]))
    const cut = answered(house(weeks(run.past.slice(0, 600)), HOUSE_WEEKLY, [600]))
    expect(cut.upperbound).toEqual(whole.upperbound)
    expect(cut.logP[0]).toBeCloseTo(whole.logP[0]!, 10)
  })

  test('says "too little data" instead of a guess', () => {
    const result = answered(house(weeks([1, 2, 0, 1, 9]), HOUSE_WEEKLY, [5]))
    expect([result.reason, result.alarm, result.upperbound]).toEqual([['too-little-data'], [null], [null]])
  })

  test('a missing count has a bound but no verdict, and missing history is left out', () => {
    const gaps = run.past.map((count, index) => (index % 5 === 0 ? null : count))
    const result = answered(house(weeks(gaps), HOUSE_WEEKLY, [601, 602]))
    expect(result.reason[0]).toBe('no-count')
    expect(result.alarm).toEqual([null, false])
    expect(result.upperbound[0]).toBeGreaterThan(0)
  })

  test('nothing but zeros stays quiet, and one report after years of nothing stands out', () => {
    const quiet = answered(house(weeks(Array(300).fill(0)), HOUSE_WEEKLY, [300]))
    const one = answered(house(weeks([...Array(299).fill(0), 3]), HOUSE_WEEKLY, [300]))
    expect([quiet.alarm[0], one.alarm[0]]).toEqual([false, true])
  })

  test('one absurd count long ago does not blind it', () => {
    const spoiled = run.past.with(400, 1e9)
    const [usual, after] = [run.past, spoiled].map((past) => answered(house(weeks(past), HOUSE_WEEKLY, [600])))
    expect(after?.upperbound[0]).toBeLessThanOrEqual((usual?.upperbound[0] as number) * 1.2)
  })

  test('counts that are no counts are refused', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15])
      expect(house(weeks([1, 2, wrong, 4]), HOUSE_WEEKLY, [4])).toMatchObject({ ok: false, code: 'bad-series', at: 3 })
    expect(house(weeks([]), HOUSE_WEEKLY, [1])).toMatchObject({ ok: false, code: 'bad-series', about: 'empty' })
    expect(house(weeks([1, 2]), { ...HOUSE_WEEKLY, alpha: 0 }, [2])).toMatchObject({ ok: false, about: 'alpha' })
  })

  test('knows that offices are empty at Spring Festival, whenever it falls', () => {
    const uniform = mrg32k3a([11, 12, 13, 14, 15, 16])
    const first = Date.parse('2019-01-01T00:00:00Z') / 86_400_000
    const dates = Array.from({ length: 365 * 6 + 60 }, (_, i) =>
      new Date((first + i) * 86_400_000).toISOString().slice(0, 10),
    )
    const off = (date: string) =>
      chinaCalendar.days[date]?.off ?? [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    const observed = dates.map((date) => negativeBinomialCount(off(date) ? 3 : 12, 1.3, uniform()))
    const at = dates.indexOf('2025-01-29') + 1
    const points = [dates.indexOf('2025-01-22') + 1, at]
    const { expected } = answered(
      house({ frequency: 365, observed, dates }, { ...HOUSE_DAILY, calendar: chinaCalendar }, points),
    )
    expect(expected[0]).toBeGreaterThan(10)
    expect(expected[1]).toBeLessThan(4)
  })

  test('more reports are never less surprising, and weeks before the first report change nothing', () => {
    const judged = (observed: readonly (number | null)[]) => {
      const result = answered(house(weeks(observed), HOUSE_WEEKLY, [observed.length]))
      return result.logP[0] ?? Number.NaN
    }
    const past = run.past.slice(300, 560)
    const surprises = [0, 1, 2, 5, 9, 14, 30, 200].map((count) => judged([...past, count]))
    for (let i = 1; i < surprises.length; i++) expect(surprises[i]).toBeLessThan(surprises[i - 1] as number)
    expect(judged([...Array<null>(104).fill(null), ...past, 14])).toBeCloseTo(judged([...past, 14]), 2)
  })
})
