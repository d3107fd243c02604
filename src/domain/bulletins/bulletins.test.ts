import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COUNTED } from '../counts/count-row.ts'
import { FEW } from '../views/small-counts.ts'
import { countAt, figureCode, readFigureCode } from './figure-code.ts'
import { DIMENSIONS, type FigureLine, type Figures, type Numbers } from './figures.ts'
import { type BulletinPeriod, checkedPeriod, lineMonths, periodAt, periodOf, spansOf } from './period.ts'
import { toldFigures } from './told-figures.ts'

describe('a period', () => {
  test('of a month is compared with the month before and that of the year before', () => {
    const march = periodOf('month', '2026-03-17')
    expect(march).toEqual({ kind: 'month', from: '2026-03-01', to: '2026-03-31' })
    expect(periodAt('before', march)).toEqual({ kind: 'month', from: '2026-02-01', to: '2026-02-28' })
    expect(periodAt('year', march)).toEqual({ kind: 'month', from: '2025-03-01', to: '2025-03-31' })
    expect(periodAt('before', periodOf('month', '2026-01-02')).from).toBe('2025-12-01')
  })
  test('of a quarter likewise', () => {
    const quarter = periodOf('quarter', '2026-02-28')
    expect(quarter).toEqual({ kind: 'quarter', from: '2026-01-01', to: '2026-03-31' })
    expect(periodAt('before', quarter)).toEqual({ kind: 'quarter', from: '2025-10-01', to: '2025-12-31' })
  })
  test('of days with as many before, and the same days a year earlier, where 29 February has none', () => {
    const days: BulletinPeriod = { kind: 'days', from: '2024-02-20', to: '2024-02-29' }
    expect(periodAt('before', days)).toEqual({ kind: 'days', from: '2024-02-10', to: '2024-02-19' })
    expect(periodAt('year', days)).toEqual({ kind: 'days', from: '2023-02-20', to: '2023-02-28' })
  })
  test('that is not over is counted up to now, and the others just as far', () => {
    const spans = spansOf(periodOf('month', '2026-03-01'), '2026-03-10T04:00:00.000Z')
    expect(spans.now.at).toBe('2026-03-10T04:00:00.000Z')
    expect(spans.before).toEqual({ from: '2026-01-31T16:00:00.000Z', at: '2026-02-10T04:00:00.000Z' })
  })
  test('is whole months and quarters, and days in order, at most a year of them', () => {
    expect(checkedPeriod({ kind: 'month', from: '2026-03-01', to: '2026-03-30' })).toBeUndefined()
    expect(checkedPeriod({ kind: 'days', from: '2026-03-02', to: '2026-03-01' })).toBeUndefined()
    expect(checkedPeriod({ kind: 'days', from: '2025-01-01', to: '2026-01-02' })).toBeUndefined()
    expect(checkedPeriod({ kind: 'days', from: '2026-03-01', to: '2026-03-01' })).toBeDefined()
  })
  test('ends a line of thirteen months', () => {
    const months = lineMonths(periodOf('month', '2026-03-17'))
    expect([months.length, months[0], months.at(-1)]).toEqual([13, '2025-03', '2026-03'])
  })
})

test('every number has a code that leads back to it', () => {
  expect(figureCode({ counted: 'onTime', side: 'before', line: { of: 'units', row: 11 } })).toBe('3a-U12')
  for (const code of ['1', '7b', '3a-U12', '4-K1', '2b-C3', '1-M13']) {
    const ref = readFigureCode(code)
    expect(ref && figureCode(ref)).toBe(code)
  }
  for (const code of ['', '0', '8', '3c', '3-U0', '3-M1', '1a-M1', '1-M14', '3-X1', '3-U1 ']) {
    expect(readFigureCode(code), code).toBeUndefined()
  }
})

const numbers = fc
  .record({
    opened: fc.nat(40),
    onTime: fc.nat(30),
    late: fc.oneof(fc.constant(0), fc.nat(12)),
    returned: fc.nat(8),
    open: fc.nat(30),
    share: fc.nat(10),
  })
  .map(
    ({ share, ...each }): Numbers<number> => ({
      ...each,
      closed: each.onTime + each.late,
      overdue: Math.min(each.open, share),
    }),
  )
const lines = fc.array(fc.record({ now: numbers, before: numbers, year: numbers }), { minLength: 1, maxLength: 6 })

const sum = (all: readonly Numbers<number>[]): Numbers<number> =>
  Object.fromEntries(COUNTED.map((c) => [c, all.reduce((total, each) => total + each[c], 0)])) as Numbers<number>

/** Units as drawn; kinds as one; categories the other way round, two by two. */
const figures = lines.map((units): Figures<number> => {
  const keyed = (all: readonly Omit<FigureLine<number>, 'key'>[]) => all.map((line, at) => ({ ...line, key: `${at}` }))
  const total = {
    now: sum(units.map((u) => u.now)),
    before: sum(units.map((u) => u.before)),
    year: sum(units.map((u) => u.year)),
  }
  const span = { from: '2026-02-28T16:00:00.000Z', at: '2026-03-31T16:00:00.000Z' }
  return {
    countedAt: span.at,
    spans: { now: span, before: span, year: span },
    all: { key: '', ...total },
    units: keyed(units),
    kinds: keyed([total]),
    categories: keyed(units.toReversed()),
    months: [{ month: '2026-03', opened: total.now.opened, closed: total.now.closed }],
    longest: [],
    words: {},
  }
})

describe('what leaves the office', () => {
  test('has no count below five, and is what was counted', () => {
    fc.assert(
      fc.property(figures, (exact) => {
        const told = toldFigures(exact)
        for (const side of ['now', 'before', 'year'] as const)
          for (const counted of COUNTED)
            for (const [one, real] of [
              [told.all, exact.all] as const,
              ...DIMENSIONS.flatMap((name) => told[name].map((line, at) => [line, exact[name][at]] as const)),
            ]) {
              const count = one[side][counted]
              if (typeof count !== 'number') continue
              expect(count).toBe(real?.[side][counted])
              expect(count).toBeGreaterThanOrEqual(FEW)
            }
      }),
      { numRuns: 300 },
    )
  })

  test('lets no single small count be worked out as the total less the others, nor as what was closed less what was on time', () => {
    fc.assert(
      fc.property(figures, (exact) => {
        const told = toldFigures(exact)
        for (const name of DIMENSIONS)
          for (const counted of COUNTED) {
            const untold = told[name].filter((line) => typeof line.now[counted] !== 'number')
            if (typeof told.all.now[counted] === 'number' && untold.length === 1) {
              const at = told[name].findIndex((line) => typeof line.now[counted] !== 'number')
              expect(exact[name][at]?.now[counted], `${name} ${counted}`).toBeGreaterThanOrEqual(FEW)
            }
          }
        for (const line of [told.all, ...told.units])
          if (typeof line.now.closed === 'number' && typeof line.now.onTime === 'number')
            expect(line.now.closed - line.now.onTime).toBeGreaterThanOrEqual(FEW)
      }),
      { numRuns: 300 },
    )
  })

  test('tells a month no more than the period that it is', () => {
    fc.assert(
      fc.property(figures, (exact) => {
        const { months, all } = toldFigures(exact)
        if (typeof all.now.opened !== 'number') expect(typeof months[0]?.opened).toBe('string')
      }),
      { numRuns: 100 },
    )
  })

  test('is found by the same codes', () => {
    const [exact] = fc.sample(figures, { numRuns: 1, seed: 7 })
    if (!exact) throw new Error('no sample')
    expect(countAt(exact, { counted: 'opened', side: 'now', line: { of: 'units', row: 0 } })).toBe(
      exact.units[0]?.now.opened,
    )
  })
})
