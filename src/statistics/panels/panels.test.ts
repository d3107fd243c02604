import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../../domain/time/day-number.ts'
import { poissonCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { judgePanels } from './judge-panels.ts'
import { mostOfSevenNights, weeksOf } from './panel-series.ts'

test('the most of seven nights is the largest sum of seven days that ends in the week', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 14, maxLength: 60 }), (days) => {
      const daily = Uint16Array.from(days)
      const weeks = weeksOf(daily).length
      const first = daily.length - 7 * weeks
      const slow = Array.from({ length: weeks }, (_, week) => {
        const ends = Array.from({ length: 7 }, (_, day) => first + 7 * week + day + 1)
        return Math.max(...ends.map((end) => daily.slice(Math.max(end - 7, 0), end).reduce((sum, n) => sum + n, 0)))
      })
      expect(mostOfSevenNights(daily)).toEqual(slow)
    }),
  )
})

test('families judged one after the other say exactly what all of them say together', () => {
  const uniform = mrg32k3a([1, 2, 3, 4, 5, 6])
  const end = dayNumber('2026-05-03')
  const from = end - 399
  const series = (rate: number) => Uint16Array.from({ length: 400 }, () => poissonCount(rate, uniform()))
  const families = ['a', 'b', 'c'].map(
    (family, at) => [family, new Map(['unit:x', 'unit:y'].map((node) => [node, series(0.1 + at / 4)]))] as const,
  )
  const judged = (counts: typeof families, past: boolean) =>
    judgePanels({
      counts: new Map(counts),
      span: { from, end },
      end,
      weeks: past ? 6 : 1,
      alpha: 0.01,
      alike: () => '',
      ...(past ? { unusualOnly: true as const, everyNight: true as const } : {}),
    })
  const named = (points: ReturnType<typeof judged>) =>
    new Map(points.map((point) => [`${point.family} ${point.node} ${point.step} ${point.first}`, point]))
  for (const past of [false, true]) {
    const all = judged(families, past)
    expect(all.length).toBeGreaterThan(0)
    expect(named(families.flatMap((one) => judged([one], past)))).toEqual(named(all))
  }
})
