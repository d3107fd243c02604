import { describe, expect, test } from 'vitest'
import { poissonCount } from '../simulator/count-draw.ts'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { scanChance } from './scan-chance.ts'
import { type Scan, type ScanInput, spaceTimeScan } from './space-time-scan.ts'

const UNITS = 9
const PERIODS = 12
/** Nine units on a bent line, so that no two distances are equal. */
const places = Array.from({ length: UNITS }, (_, i) => ({ x: i * 1.01 ** i, y: 0.07 * i * i }))
const flat = Array.from({ length: UNITS }, () => new Array<number>(PERIODS).fill(3))
/** Units 3 to 5 have twice as many in the last two periods. */
const burst = flat.map((row, unit) => row.map((count, t) => (unit >= 3 && unit <= 5 && t >= PERIODS - 2 ? 7 : count)))
const settings = { windows: [1, 2, 3, 4], maxShare: 0.5 }

function made(input: Partial<ScanInput> = {}): Scan {
  const scan = spaceTimeScan({ places, cases: burst, expected: flat, ...input }, settings)
  if (!scan.ok) throw new Error(scan.about)
  return scan
}

describe('the space-time scan', () => {
  test('finds the neighbours and the days of a burst', () => {
    const [top] = made().clusters(1)
    expect(top).toMatchObject({ zone: [3, 4, 5], duration: 2, cases: 42 })
    // 42 ln(42/e) + 306 ln(306/(348 - e)) with e = 18 · 348/324.
    expect(top!.logLikelihoodRatio).toBeCloseTo(10.718790670476, 9)
  })

  test('finds the same units whatever their order in the list', () => {
    const order = [4, 1, 7, 0, 8, 3, 6, 2, 5]
    const shuffled = <T>(list: readonly T[]) => order.map((unit) => list[unit]!)
    const scan = made({ places: shuffled(places), cases: shuffled(burst), expected: shuffled(flat) })
    const [top] = scan.clusters(1)
    expect(top!.zone.map((unit) => order[unit]!).sort((a, b) => a - b)).toEqual([3, 4, 5])
    expect(top!.logLikelihoodRatio).toBeCloseTo(made().clusters(1)[0]!.logLikelihoodRatio, 10)
  })

  test('asks for shares, so a common factor of the expected cases changes nothing', () => {
    const scaled = made({ expected: flat.map((row) => row.map((value) => 250 * value)) })
    expect(scaled.clusters(3).map(({ zone }) => zone)).toEqual(
      made()
        .clusters(3)
        .map(({ zone }) => zone),
    )
  })

  test('finds nothing where every unit has what is expected', () => {
    expect(
      made({ cases: flat })
        .clusters(5)
        .every(({ logLikelihoodRatio }) => logLikelihoodRatio < 1e-9),
    ).toBe(true)
  })

  test('takes a burst for no chance, and chance for chance', () => {
    const scan = made()
    const uniform = mrg32k3a([11, 12, 13, 14, 15, 16])
    expect(scanChance(scan, scan.clusters(1)[0]!.logLikelihoodRatio, 199, uniform).p).toBeLessThan(0.05)
    expect(scanChance(scan, 0, 19, uniform)).toEqual({ p: 1, reached: 19 })
    expect(scanChance(scan, 1e6, 19, uniform)).toEqual({ p: 1 / 20, reached: 0 })
  })

  describe('where decimals are not exact', () => {
    const line = (...xs: number[]) => xs.map((x) => ({ x, y: 0 }))
    const found = (input: ScanInput, windows: number[], maxShare = 1) => {
      const scan = spaceTimeScan(input, { windows, maxShare })
      if (!scan.ok) throw new Error(scan.about)
      return scan.clusters(99)
    }

    test('does not part units that are equally far', () => {
      // 0.3 - 0.2 and 0.2 - 0.1 are two doubles; 1 and 2 each have a nearer neighbour than 0.
      const cross = [...line(0.2, 0.1, 0.3), { x: 0.1, y: 0.05 }, { x: 0.3, y: 0.05 }]
      const counts = cross.map(() => [1])
      const zones = found({ places: cross, cases: counts, expected: counts }, [1]).map(({ zone }) => zone.join())
      expect(zones).toContain('0,1,2')
      expect(zones).not.toContain('0,1')
      expect(zones).not.toContain('0,2')
    })

    test('takes a zone that has exactly the largest share', () => {
      const six = line(1, 2, 4, 8, 16, 32)
      const input = { places: six, cases: six.map(() => [1, 1, 1]), expected: six.map(() => [0.7, 0.7, 0.7]) }
      const zones = (maxShare: number) => found(input, [1], maxShare).map(({ zone }) => zone.join())
      expect(zones(0.5)).toContain('0,1,2')
      expect(zones(0.4999)).not.toContain('0,1,2')
    })

    test('sees no excess in all of the cases', () => {
      const expected = [0.1, 0.2, 0.3, 0.3, 0.1].map((value) => [value, value, value, value])
      const cases = [
        [1, 2, 2, 4],
        [3, 3, 0, 0],
        [2, 0, 0, 1],
        [1, 1, 2, 2],
        [3, 2, 0, 3],
      ]
      const all = found({ places: line(0, 1, 3, 7, 15), cases, expected }, [4])
      expect(all.find(({ zone }) => zone.length === 5)?.logLikelihoodRatio).toBe(0)
    })

    test('puts the shorter window first among equally unusual ones', () => {
      // 5 where 0.6 were expected: in the last two periods of unit 0, and in the last of units 1 and 2 together.
      const expected = [
        [0.3, 0.3],
        [0.2, 0.2],
        [0.4, 0.4],
        [3.1, 3.1],
      ]
      const cases = [
        [2, 3],
        [0, 4],
        [0, 1],
        [1, 1],
      ]
      const five = found({ places: line(0, 10, 11, 40), cases, expected }, [2, 1], 0.5).filter(
        (each) => each.cases === 5,
      )
      expect(five.slice(0, 2).map(({ zone, duration }) => [zone.join(), duration])).toEqual([
        ['1,2', 1],
        ['0', 2],
      ])
    })
  })

  test('calls one map in ten unusual at a tenth where only chance was at work', () => {
    const uniform = mrg32k3a([21, 22, 23, 24, 25, 26])
    const maps = Array.from({ length: 200 }, () =>
      made({ cases: flat.map((row) => row.map(() => poissonCount(3, uniform()))) }),
    )
    const unusual = maps.filter(
      (scan) => scanChance(scan, scan.clusters(1)[0]!.logLikelihoodRatio, 19, uniform).p <= 0.1,
    )
    // The 99.9 % range of 200 draws at 0.1.
    expect(unusual.length).toBeGreaterThanOrEqual(8)
    expect(unusual.length).toBeLessThanOrEqual(35)
  })

  test('refuses cases where none were expected, for they are infinitely unusual', () => {
    const none = flat.with(2, new Array<number>(PERIODS).fill(0))
    expect(spaceTimeScan({ places, cases: burst, expected: none }, settings)).toMatchObject({
      code: 'not-computable',
      about: 'expected-none',
      at: 3,
    })
    const next = none.map((row, unit) => (unit === 2 ? row.map(() => 5e-324) : row))
    expect(spaceTimeScan({ places, cases: burst, expected: next }, settings)).toMatchObject({ at: 3 })
    expect(spaceTimeScan({ places, cases: none, expected: none }, settings)).toMatchObject({ ok: true })
  })

  test('refuses maps and counts that do not fit', () => {
    const refused = (input: Partial<ScanInput>, patch: object = {}) =>
      spaceTimeScan({ places, cases: burst, expected: flat, ...input }, { ...settings, ...patch })
    expect(refused({ cases: [] })).toMatchObject({ ok: false, code: 'bad-series' })
    expect(refused({ cases: flat.map((row) => row.with(0, -1)) })).toMatchObject({ code: 'bad-series', about: 'count' })
    expect(refused({ cases: flat.map((row) => row.with(0, 1e12)) })).toMatchObject({ about: 'count' })
    expect(refused({ places: places.with(0, { x: Number.NaN, y: 0 }) })).toMatchObject({ about: 'places' })
    expect(refused({ places: places.with(0, { x: 1e200, y: 0 }) })).toMatchObject({ about: 'places' })
    expect(refused({ expected: flat.map((row) => row.slice(1)) })).toMatchObject({ about: 'periods' })
    expect(refused({ cases: flat.map((row) => row.map(() => 0)) })).toMatchObject({ code: 'not-computable' })
    expect(refused({}, { windows: [PERIODS + 1] })).toMatchObject({ code: 'bad-parameter', about: 'windows' })
  })
})
