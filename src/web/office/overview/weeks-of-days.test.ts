import { expect, test } from 'vitest'
import { weeksOf } from './weeks-of-days.ts'

// 2026-11-29 is a Sunday: the week that it ends is not over.
const TODAY = '2026-11-29'

test('a year has 52 whole weeks, each beside the week 52 before it', () => {
  const weeks = weeksOf(
    [
      { day: '2025-11-19', opened: 3, closed: 1 },
      { day: '2026-11-16', opened: 2, closed: 0 },
      { day: '2026-11-22', opened: 5, closed: 4 },
      { day: '2026-11-23', opened: 9, closed: 9 },
    ],
    TODAY,
  )
  expect(weeks).toHaveLength(52)
  expect(weeks.at(-1)).toEqual({
    monday: '2026-11-16',
    opened: 7,
    closed: 4,
    before: { monday: '2025-11-17', opened: 3, closed: 1 },
  })
})

test('before anything was on record there is nothing to compare with, which is not none', () => {
  const weeks = weeksOf([{ day: '2026-01-05', opened: 1, closed: 0 }], TODAY)
  expect(weeks.every(({ before }) => before === undefined)).toBe(true)
})
