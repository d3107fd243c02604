import { describe, expect, test } from 'vitest'
import { negativeBinomialCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { house } from './house.ts'
import { housePanel, type PanelMember } from './house-panel.ts'
import { HOUSE_WEEKLY } from './house-settings.ts'

/** Units of one category with a common season, `weeks` long. */
function category(pool: string, units: number, weeks: number, seed: number): PanelMember[] {
  const uniform = mrg32k3a([seed, 2, 3, 4, 5, 6])
  return Array.from({ length: units }, (_, unit) => {
    const level = 0.4 * (1 + (unit % 5))
    const observed = Array.from({ length: weeks }, (_, t) =>
      negativeBinomialCount(level * Math.exp(0.8 * Math.cos((2 * Math.PI * (t + 1)) / 52)), 1.3, uniform()),
    )
    return { id: `${pool}-${unit}`, pool, series: { frequency: 52, observed } }
  })
}

describe('the house detector over a panel', () => {
  const panel = [...category('noise', 12, 80, 1), ...category('pipes', 9, 80, 2)]
  const points = [79, 80]

  test('gives the same answers whatever the order of the series', () => {
    const forward = housePanel(panel, HOUSE_WEEKLY, points)
    const backward = housePanel([...panel].reverse(), HOUSE_WEEKLY, points).toReversed()
    forward.forEach(({ id, result }, index) => {
      expect(backward[index]!.id).toBe(id)
      if (!result.ok) throw new Error(result.about)
      const other = backward[index]!.result
      if (!other.ok) throw new Error(other.about)
      expect(other.upperbound).toEqual(result.upperbound)
      for (const [at, logP] of result.logP.entries()) expect(other.logP[at]).toBeCloseTo(logP!, 9)
    })
  })

  test('a category answers the same with or without the others beside it', () => {
    const alone = housePanel(panel.slice(0, 12), HOUSE_WEEKLY, points)
    expect(housePanel(panel, HOUSE_WEEKLY, points).slice(0, 12)).toEqual(alone)
  })

  test('a unit without any history of its own gets an expectation from its category', () => {
    const series = { frequency: 52, observed: [...Array<null>(79).fill(null), 0] }
    const newcomer: PanelMember = { id: 'new', pool: 'noise', series }
    const answers = housePanel([...category('noise', 12, 80, 1), newcomer], HOUSE_WEEKLY, [80])
    const last = answers.at(-1)!.result
    if (!last.ok) throw new Error(last.about)
    expect(last.reason).toEqual(['within'])
    expect(last.expected[0]).toBeGreaterThan(0.4)
    const alone = house(series, HOUSE_WEEKLY, [80])
    expect(alone).toMatchObject({ reason: ['too-little-data'] })
  })

  test('one broken series is refused by itself and does not take the others with it', () => {
    const broken: PanelMember = { id: 'broken', pool: 'noise', series: { frequency: 52, observed: Array(80).fill(-1) } }
    const answers = housePanel([...panel, broken], HOUSE_WEEKLY, points)
    expect(answers.at(-1)!.result).toMatchObject({ ok: false, code: 'bad-series' })
    expect(answers.slice(0, -1)).toEqual(housePanel(panel, HOUSE_WEEKLY, points))
  })

  test('the first report of a category that never had one is rare, not impossible', () => {
    const silent = Array.from({ length: 6 }, (_, unit) => ({
      id: `silent-${unit}`,
      pool: 'silent',
      series: { frequency: 52, observed: [...Array<number>(119).fill(0), unit] },
    }))
    const p = housePanel(silent, HOUSE_WEEKLY, [120]).map(({ result }) => (result.ok ? result.pvalue[0]! : Number.NaN))
    // One report in 6 x 115 quiet weeks: a chance of about one in 1,400, half of it counted.
    expect(p[1]).toBeGreaterThan(1e-4)
    expect(p[1]).toBeLessThan(2e-3)
    expect(p[5]).toBeLessThan(1e-7)
  })
})

describe('what the units of a category have in common', () => {
  /** Thirty units of about one a week, in the last `high` weeks of five years the first `raised` of them by half more. */
  const raisedOf = (raised: number, high: number) => {
    const uniform = mrg32k3a([11, 2, 3, 4, 5, 6])
    return Array.from({ length: 30 }, (_, unit): PanelMember => {
      const observed = Array.from({ length: 261 }, (_, week) => {
        // Common ups and downs of a season or so, by which the category knows that such a thing stays.
        const common = Math.exp(0.35 * Math.sin(week / 9) * Math.sin(week / 31))
        const factor = week >= 261 - high && unit < raised ? 1.5 : 1
        return negativeBinomialCount(1.2 * common * factor, 1.1, uniform())
      })
      return { id: `unit-${String(unit).padStart(2, '0')}`, pool: 'one', series: { frequency: 52, observed } }
    })
  }
  const expectedOf = (panel: readonly PanelMember[]) =>
    housePanel(panel, HOUSE_WEEKLY, [261]).map(({ result }) => (result.ok ? result.expected[0]! : Number.NaN))
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  test('a rise of all of them is expected of each, though its own few counts cannot tell', () => {
    const [plain, all] = [expectedOf(raisedOf(0, 8)), expectedOf(raisedOf(30, 8))]
    expect(meanOf(all) / meanOf(plain)).toBeGreaterThan(1.25)
  })

  test('a rise of one is expected of none of the others', () => {
    const [plain, one] = [expectedOf(raisedOf(0, 8)), expectedOf(raisedOf(1, 8))]
    expect(meanOf(one.slice(1)) / meanOf(plain.slice(1))).toBeLessThan(1.03)
  })

  test('a burst of one a thousandfold moves none of the others', () => {
    const plain = raisedOf(0, 8)
    const burst = plain.map((member, unit) => {
      if (unit > 0) return member
      const observed = member.series.observed.map((count, week) => (week === 258 ? 1000 : count))
      return { ...member, series: { ...member.series, observed } }
    })
    const [before, after] = [expectedOf(plain).slice(1), expectedOf(burst).slice(1)]
    expect(Math.max(...after.map((mean, unit) => mean / before[unit]!))).toBeLessThan(1.05)
  })

  test('how far seasons differ is found: where they are alike a short history follows the others, where not its own', () => {
    const of = (apart: number) => {
      const uniform = mrg32k3a([12, 2, 3, 4, 5, 6])
      return Array.from({ length: 24 }, (_, unit): PanelMember => {
        const own = unit === 0 ? 0.6 : apart * (unit % 2 === 0 ? 1 : -1)
        const observed = Array.from({ length: 156 }, (_, week) =>
          negativeBinomialCount(6 * Math.exp(own * Math.cos((2 * Math.PI * (week + 1)) / 52)), 1.1, uniform()),
        )
        return { id: `unit-${String(unit).padStart(2, '0')}`, pool: 'one', series: { frequency: 52, observed } }
      })
    }
    const [alike, unlike] = [0, 0.6].map((apart) => atHeight(of(apart)))
    expect(unlike).toBeGreaterThan(1.1 * alike!)
  })

  /** Of the first unit at the height of its season. */
  const atHeight = (panel: readonly PanelMember[]) => {
    const [first] = housePanel(panel, HOUSE_WEEKLY, [156])
    return first!.result.ok ? first!.result.expected[0]! : Number.NaN
  }
})
