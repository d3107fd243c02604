import { expect, test } from 'vitest'
import { longDay, momentText, shortDay } from './dates.ts'

test('in text a day has its weekday', () => {
  expect(longDay('2026-03-05', 'zh')).toBe('2026年3月5日 周四')
  expect(longDay('2026-03-05', 'en')).toBe('Thu 5 March 2026')
})

test('a chip leaves the year out while it is this one', () => {
  expect(shortDay('2026-10-08', '2026-09-28', 'zh')).toBe('10-08')
  expect(shortDay('2027-02-26', '2026-09-28', 'zh')).toBe('2027-02-26')
  expect(shortDay('2027-02-26', '2026-09-28', 'en')).toBe('26 Feb 2027')
})

test('a moment is told in China time, whatever the computer thinks', () => {
  expect(momentText('2026-09-22T16:30:00.000Z', '2026-09-28', 'zh')).toBe('9月23日 00:30')
  expect(momentText('2025-12-31T16:30:00.000Z', '2026-09-28', 'zh')).toBe('1月1日 00:30')
  expect(momentText('2025-12-30T16:30:00.000Z', '2026-09-28', 'en')).toBe('31 Dec 2025 00:30')
})
