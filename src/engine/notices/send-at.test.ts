import { describe, expect, test } from 'vitest'
import { sendAt } from './send-at.ts'

const hour = (h: number, m = 0) => h * 60 + m
/** China time of 2 March 2026. */
const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`).toISOString()
const next = (time: string) => new Date(`2026-03-03T${time}:00+08:00`).toISOString()

describe('a notice goes out', () => {
  const atOnce = { mode: 'atOnce', digestAt: hour(8, 30) } as const
  const digest = { mode: 'digest', digestAt: hour(8, 30) } as const
  const night = { quietFrom: hour(21), quietUntil: hour(7) }
  const noon = { quietFrom: hour(12), quietUntil: hour(14) }

  test('at once', () => expect(sendAt(atOnce, at('15:10'))).toBe(at('15:10')))
  test('with the next daily mail, today’s or tomorrow’s', () => {
    expect(sendAt(digest, at('08:10'))).toBe(at('08:30'))
    expect(sendAt(digest, at('08:30'))).toBe(at('08:30'))
    expect(sendAt(digest, at('08:31'))).toBe(next('08:30'))
  })
  test('after the quiet hours of the night, before midnight and after it', () => {
    expect(sendAt({ ...atOnce, ...night }, at('20:59'))).toBe(at('20:59'))
    expect(sendAt({ ...atOnce, ...night }, at('21:00'))).toBe(next('07:00'))
    expect(sendAt({ ...atOnce, ...night }, at('03:00'))).toBe(at('07:00'))
    expect(sendAt({ ...atOnce, ...night }, at('07:00'))).toBe(at('07:00'))
  })
  test('after the quiet hours of noon', () => expect(sendAt({ ...atOnce, ...noon }, at('13:59'))).toBe(at('14:00')))
  test('after the quiet hours, when the daily mail would fall into them', () =>
    expect(sendAt({ ...digest, quietFrom: hour(8), quietUntil: hour(9) }, at('08:10'))).toBe(at('09:00')))
})
