import { expect, test } from 'vitest'
import { chanceInStep, closingChance, closingHistory } from './closing-hazard.ts'
import type { FlowRecord } from './matter-flow.ts'

const closed = (opened: number, after: number, due: number | null): FlowRecord => ({
  count: 1,
  opened,
  due,
  closed: opened + after,
})
/** A hundred matters that wait two steps each, from the first step on. */
const waiting = Array.from({ length: 100 }, (_, i) => closed(i + 1, 2, null))

const chanceOf = (records: readonly FlowRecord[], age: number, due: number | null) =>
  chanceInStep(closingChance(closingHistory({ now: 110, records }), 0, 110, 1), 105, 105 - age, due)

test('the chance of being closed is what matters of the same age had', () => {
  expect(chanceOf(waiting, 0, null)).toBeLessThan(0.1)
  expect(chanceOf(waiting, 2, null)).toBeGreaterThan(0.8)
})

test('one matter closed on its due day does not make it certain for the next', () => {
  const chance = chanceOf([...waiting, closed(50, 8, 58)], 8, 105)
  expect(chance).toBeGreaterThan(0.2)
  expect(chance).toBeLessThan(0.6)
})

test('on days when nobody works hardly anything is closed', () => {
  // Every matter is closed on the next working day; places 0 and 1 of the round are none.
  const daysToWork = (step: number) => (step % 7 === 6 ? 3 : step % 7 === 0 ? 2 : 1)
  const weekdays = Array.from({ length: 100 }, (_, i) => closed(i + 1, daysToWork(i + 1), null))
  const chance = closingChance(closingHistory({ now: 105, records: weekdays }), 0, 105, 7)
  expect(chanceInStep(chance, 7 * 16, 7 * 16 - 1, null)).toBeLessThan(
    0.3 * chanceInStep(chance, 7 * 16 + 3, 7 * 16 + 2, null),
  )
})
