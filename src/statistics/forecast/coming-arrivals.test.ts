import { expect, test } from 'vitest'
import { comingArrivals } from './coming-arrivals.ts'
import type { FlowRecord } from './matter-flow.ts'

const arriving = (counts: readonly number[]): FlowRecord[] =>
  counts.map((count, i) => ({ count, opened: i + 1, due: i % 2 ? i + 5 : null, closed: null }))
const span = { origin: 26, horizon: 7, window: 26, round: 1 }

test('as many are expected as lately, not as over the whole window', () => {
  const records = arriving([...new Array<number>(20).fill(10), ...new Array<number>(6).fill(40)])
  const { means } = comingArrivals(records, span)
  expect(means[0]).toBeGreaterThan(35)
})

test('deadlines are shared out as lately', () => {
  const { lags } = comingArrivals(arriving(new Array<number>(26).fill(3)), span)
  expect(lags).toEqual(
    new Map([
      [4, 0.5],
      [null, 0.5],
    ]),
  )
})

test('each place of the round has its own number', () => {
  const week = Array.from({ length: 26 }, (_, i) => ((i + 1) % 7 < 2 ? 2 : 20))
  const { means } = comingArrivals(arriving(week), { ...span, round: 7 })
  // Steps 27 and 34 are at place 6, steps 28 and 29 at places 0 and 1.
  expect(means[0]).toBeGreaterThan(2 * (means[1] ?? Number.NaN))
  expect(means[0]).toBeGreaterThan(2 * (means[2] ?? Number.NaN))
})

test('where nothing came nothing is expected', () => {
  expect(comingArrivals([], { ...span, round: 7 })).toEqual({ means: new Array<number>(7).fill(0), lags: new Map() })
})
