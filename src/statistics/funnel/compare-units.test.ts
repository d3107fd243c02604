import { describe, expect, test } from 'vitest'
import { binomialAtLeast, binomialAtMost, binomialQuantile } from '../numerics/binomial.ts'
import { poissonAtLeast, poissonAtMost } from '../numerics/poisson.ts'
import { compareUnits } from './compare-units.ts'
import { type CompareSettings, type Comparison, FEWEST, type NamedCount } from './comparison.ts'
import { comparisonText, verdictText, WHOLE_COUNTY } from './comparison-text.ts'
import { funnelCurve } from './funnel-curve.ts'

const PROPORTION: CompareSettings = { kind: 'proportion', fewest: FEWEST.proportion }
const unit = (name: string, numerator: number, denominator: number): NamedCount => ({ name, numerator, denominator })

function compared(units: readonly NamedCount[], settings: CompareSettings): Comparison {
  const answer = compareUnits(units, settings)
  if (!answer.ok) throw new Error(`${answer.code} ${answer.about}`)
  return answer
}

const verdicts = (answer: Comparison) => Object.fromEntries(answer.units.map(({ name, verdict }) => [name, verdict]))

/** The twelve places of an invented county, closed and closed in time in one quarter. */
const COUNTY = [
  unit('城关街道', 191, 214),
  unit('月湖街道', 156, 176),
  unit('南屏街道', 128, 148),
  unit('柳河镇', 118, 132),
  unit('云溪镇', 104, 121),
  unit('石桥镇', 101, 117),
  unit('东浦镇', 80, 109),
  unit('白鹭镇', 69, 74),
  unit('双桥镇', 54, 63),
  unit('枫林乡', 38, 41),
  unit('北塘乡', 21, 26),
  unit('松岭乡', 6, 9),
]

describe('a county', () => {
  test('names the one place that chance does not explain, and shames no small one', () => {
    const answer = compared(COUNTY, PROPORTION)
    expect(verdicts(answer)).toMatchObject({ 东浦镇: 'low', 城关街道: 'alike', 松岭乡: 'too-few', 北塘乡: 'too-few' })
    expect(comparisonText(answer, WHOLE_COUNTY)).toEqual({
      zh: '12个单位里，1个明显低于全县：东浦镇。9个与全县水平无法区分，2个件数少，看不出。',
      en: 'Of 12 units: 1 clearly below the county as a whole: 东浦镇. 9 cannot be told apart from the county as a whole, 2 too few to tell.',
    })
  })

  test('a small place is named when even its few matters leave no doubt', () => {
    expect(verdicts(compared([...COUNTY, unit('清泉乡', 2, 20)], PROPORTION))).toMatchObject({ 清泉乡: 'low' })
  })

  test('a place between the limits is told that it may be chance', () => {
    expect(verdicts(compared(COUNTY, { ...PROPORTION, target: 0.8 }))).toMatchObject({
      城关街道: 'high',
      柳河镇: 'edge-high',
    })
  })

  test('all in time out of few is what chance gives nearly always, and nobody is praised for it', () => {
    const areas = [unit('甲', 3, 3), unit('乙', 54, 54), unit('丙', 102, 103), unit('丁', 390, 400)]
    expect(verdicts(compared(areas, PROPORTION))).toEqual({ 甲: 'too-few', 乙: 'alike', 丙: 'alike', 丁: 'alike' })
  })

  test('is judged from exactly thirty matters on', () => {
    const answer = compared([...COUNTY, unit('三十', 26, 30), unit('二十九', 25, 29)], PROPORTION)
    expect(verdicts(answer)).toMatchObject({ 三十: 'alike', 二十九: 'too-few' })
  })

  test('a place without matters is left out of the reckoning and said so', () => {
    const answer = compared([unit('空山村', 0, 0), ...COUNTY], PROPORTION)
    expect(answer.pooled).toBeCloseTo(1066 / 1230, 12)
    expect(answer.units[0]).toMatchObject({ verdict: 'nothing-counted', rate: null, limits: null })
    expect(compareUnits([unit('空山村', 1, 0), ...COUNTY], PROPORTION)).toMatchObject({ about: 'more-than-all', at: 1 })
  })

  test('when everybody is in time nobody stands out', () => {
    const answer = compared([unit('甲', 40, 40), unit('乙', 4, 4)], PROPORTION)
    expect(verdicts(answer)).toEqual({ 甲: 'alike', 乙: 'too-few' })
    expect(answer.target).toBe(1)
  })

  test('one place alone cannot be compared with itself', () => {
    expect(compareUnits([unit('甲', 3, 40)], PROPORTION)).toMatchObject({ ok: false, about: 'one-unit' })
    expect(verdicts(compared([unit('甲', 3, 40)], { ...PROPORTION, target: 0.5 }))).toEqual({ 甲: 'low' })
  })

  test('a wrong row is named by its place in the list', () => {
    const units = [unit('空山村', 0, 0), unit('甲', 3, 40), unit('乙', 50, 40)]
    expect(compareUnits(units, PROPORTION)).toMatchObject({ ok: false, about: 'more-than-all', at: 3 })
  })
})

test('an expectation beyond any count is refused at its row', () => {
  const units = [unit('空山村', 0, 0), unit('甲', 1e9, 1e-9), unit('乙', 1e9, 1e-9), unit('丙', 0, 1e9)]
  expect(compareUnits(units, { kind: 'ratio', fewest: 5 })).toMatchObject({ about: 'count-too-large', at: 4 })
})

describe('scatter beyond chance', () => {
  const scattered = Array.from({ length: 20 }, (_, i) => unit(`第${i + 1}所`, 300 + (i % 2 ? 80 : -80) + 2 * i, 1000))

  test('when all differ, only what lies outside their scatter stands out', () => {
    const answer = compared([...scattered, unit('远处', 950, 1000)], PROPORTION)
    expect(answer.method).toBe('additive')
    expect(answer.units.filter(({ verdict }) => verdict !== 'alike').map(({ name }) => name)).toEqual(['远处'])
  })

  test('needs ten units to be known', () => {
    expect(compared(scattered.slice(0, 9), PROPORTION).method).toBe('exact')
    expect(compared(scattered.slice(0, 10), PROPORTION).method).toBe('additive')
  })

  test('never makes the limits narrower than chance does', () => {
    // Near 95 % chance reaches further down for 40 matters than a normal law with a little scatter does.
    const large = Array.from({ length: 20 }, (_, i) => unit(`第${i + 1}院`, i % 2 ? 4700 : 4800, 5000))
    const { method, target, units } = compared([...large, unit('小', 38, 40)], PROPORTION)
    expect(method).toBe('additive')
    for (const { denominator, limits } of units) {
      expect(limits?.outer.lower).toBeLessThanOrEqual(binomialQuantile(0.001, denominator, target) / denominator)
      expect(limits?.outer.upper).toBeGreaterThanOrEqual(binomialQuantile(0.999, denominator, target) / denominator)
    }
  })

  test('when chance explains all, limits are the exact ones', () => {
    expect(
      compared(
        COUNTY.filter(({ name }) => name !== '东浦镇'),
        PROPORTION,
      ).method,
    ).toBe('exact')
  })
})

test('a unit stands beyond the limits exactly when its tail is beyond their probability', () => {
  for (const denominator of [1, 3, 10, 47, 300])
    for (let numerator = 0; numerator <= denominator; numerator++) {
      const { verdict } =
        compared([unit('甲', numerator, denominator)], { kind: 'proportion', target: 0.87, fewest: 0 }).units[0] ?? {}
      const below = binomialAtMost(numerator, denominator, 0.87)
      const above = binomialAtLeast(numerator, denominator, 0.87)
      expect(verdict).toBe(
        below < 0.001
          ? 'low'
          : above < 0.001
            ? 'high'
            : below < 0.025
              ? 'edge-low'
              : above < 0.025
                ? 'edge-high'
                : 'alike',
      )
    }
})

test('a ratio too stands beyond the limits exactly when its tail is beyond their probability', () => {
  for (const expected of [0.4, 3, 10.5, 62.25])
    for (let seen = 0; seen <= 3 * expected + 9; seen++) {
      const { verdict } =
        compared([unit('甲', seen, expected)], { kind: 'ratio', target: 1.1, fewest: 0 }).units[0] ?? {}
      const below = poissonAtMost(seen, 1.1 * expected)
      const above = poissonAtLeast(seen, 1.1 * expected)
      const side = below < above ? 'low' : 'high'
      const tail = Math.min(below, above)
      expect(verdict).toBe(tail < 0.001 ? side : tail < 0.025 ? `edge-${side}` : 'alike')
    }
})

test('a ratio compares what came with what was expected', () => {
  const answer = compared([unit('甲', 30, 10.5), unit('乙', 11, 10.5), unit('丙', 0, 2)], {
    kind: 'ratio',
    target: 1,
    fewest: FEWEST.ratio,
  })
  expect(verdicts(answer)).toEqual({ 甲: 'high', 乙: 'alike', 丙: 'too-few' })
})

test('no verdict says good or bad, in either language', () => {
  for (const verdict of ['low', 'high', 'edge-low', 'edge-high', 'alike', 'too-few', 'nothing-counted'] as const)
    for (const isTargetGiven of [true, false]) {
      const { zh, en } = verdictText(verdict, { isTargetGiven }, WHOLE_COUNTY)
      expect(zh).not.toMatch(/[好坏差优劣]|[a-z]/i)
      expect(en).not.toMatch(/good|bad|better|worse|poor|best|worst/)
    }
})

describe('the bands to be drawn', () => {
  const sizes = [5, 20, 100, 500]

  test('draw together as units grow, and stay within what is possible', () => {
    const bands = funnelCurve(compared(COUNTY, PROPORTION), sizes)
    const widths = bands.map(({ outer }) => outer.upper - outer.lower)
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    for (const { inner, outer } of bands) {
      expect(outer.lower).toBeGreaterThanOrEqual(0)
      expect(outer.upper).toBeLessThanOrEqual(1)
      expect(inner.lower).toBeGreaterThanOrEqual(outer.lower)
      expect(inner.upper).toBeLessThanOrEqual(outer.upper)
    }
  })

  test('stay within what is possible where nearly nothing is counted', () => {
    const rare = compared([unit('甲', 2, 400), unit('乙', 3, 500)], PROPORTION)
    for (const { outer } of funnelCurve(rare, sizes)) expect(outer.lower).toBe(0)
  })

  test('do not close where units differ among themselves, and are none where there is nothing to tell apart', () => {
    const scattered = Array.from({ length: 20 }, (_, i) => unit(`第${i + 1}所`, 300 + (i % 2 ? 80 : -80), 1000))
    const [band] = funnelCurve(compared(scattered, PROPORTION), [1e9])
    expect((band?.inner.upper ?? 0) - (band?.inner.lower ?? 0)).toBeGreaterThan(0.2)
    expect(funnelCurve(compared([unit('甲', 40, 40), unit('乙', 4, 4)], PROPORTION), sizes)).toEqual([])
  })
})

test.each([[[40_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]], [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 50_000]]])(
  'counts of which one has nearly everything (%j) are answered at once, and without verdicts',
  (counts) => {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const units = counts.map((numerator, at) => ({ name: `${at}`, numerator, denominator: expected }))
    const comparison = compareUnits(units, { kind: 'ratio', fewest: 5 })
    expect(comparison).toMatchObject({ ok: true, method: 'none' })
  },
)
