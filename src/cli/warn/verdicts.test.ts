import { expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import type { PartAnswer } from './judge-part.ts'
import { verdictsOf } from './verdicts.ts'

const SERIES = 20
const PAST = 52
const ASKED = 208

/** A panel whose p-values come out eight times too small from the first asked week on, as where counts scatter more than they did. */
function panel(): PartAnswer[] {
  const uniform = mrg32k3a([3, 1, 4, 1, 5, 9])
  return Array.from({ length: SERIES }, (_, series) => {
    const p = Array.from({ length: PAST + ASKED }, (_each, week) => uniform() * (week < PAST ? 1 : 1 / 8))
    const none = p.map(() => null)
    const logP = p.map(Math.log)
    const reason = p.map(() => 'within')
    return { id: `s${series}`, logP, expected: none, dispersion: none, upper: none, alarm: none, reason }
  })
}

test('a long stretch renews its threshold at each step, so that the budget is kept at its end as at its beginning', () => {
  const dates = Array.from({ length: PAST + ASKED }, (_, week) => addDays('2020-01-06', 7 * week))
  const rows = Array.from({ length: SERIES }, (_, series) => ({
    label: `s${series}`,
    pool: '',
    counts: dates.map(() => 1),
  }))
  const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)
  const points = { past: range(1, PAST), asked: range(PAST + 1, ASKED) }
  const table = { frequency: 52, dates, rows, absent: 0 } as const
  // Two a month of weeks.
  const { list } = verdictsOf(table, panel(), points, { alarms: 2, steps: 365.2425 / 84 })
  const alarmsIn = (from: number) => list.filter(({ alarm, date }) => alarm && date >= (dates[from] as string)).length
  // The last two years, long after the change: 48 were granted. The threshold of the first week would have raised about 190.
  expect(alarmsIn(PAST + 104)).toBeLessThan(75)
  expect(alarmsIn(PAST + 104)).toBeGreaterThan(25)
})
