import { describe, expect, test } from 'vitest'
import type { Clock, ClockChange, DeadlineRule, GrantedExtension } from '../../domain/procedure/deadline.ts'
import type { Day, PeriodUnit } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar as calendar } from '../../procedures/calendar/china-holidays.ts'
import { applyClockChange, extendClock, startClock } from './deadlines.ts'

const rule = (length: DeadlineRule['length'], unit: PeriodUnit, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  code: 'TST-01',
  title: text('期限', 'Deadline'),
  length,
  unit,
  roll: 'next',
  warn: [],
  source: { article: text('示例', 'Example'), mark: 'product' },
  ...more,
})

/** Ten in the morning in China. */
const on = (day: Day) => `${day}T02:00:00.000Z`
const base = { deadlineId: 'rectify', number: 1, form: {}, matterFields: {}, calendar }
const started = (day: Day, of: DeadlineRule) => startClock(of, { ...base, startedAt: on(day) })
const due = (day: Day, of: DeadlineRule) => started(day, of).dueOn

const applied = (clock: Clock, change: ClockChange, at: string): Clock => {
  const after = applyClockChange([clock], change, at).at(-1)
  if (!after) throw new Error('no clock')
  return after
}
describe('extending', () => {
  const extensible = rule(60, 'calendarDay', {
    roll: 'previous',
    extension: [
      { max: { length: 30, unit: 'calendarDay' }, by: ['leader'], applyBefore: { length: 15, unit: 'calendarDay' } },
    ],
  })
  const asked = (length: number, day: Day, unit: PeriodUnit = 'calendarDay'): GrantedExtension => ({
    period: { length, unit },
    reason: '案情复杂',
    at: on(day),
    byPostId: 'leader',
  })
  const refusedBy = (name: string) =>
    expect.objectContaining({ code: 'extension-refused', details: expect.objectContaining({ rule: name }) })

  test('it counts on from the day before rolling, not from the day to which it moved', () => {
    const clock = started('2026-08-05', extensible)
    const extended = applied(clock, extendClock(extensible, clock, asked(30, '2026-09-01'), calendar), on('2026-09-01'))
    expect(clock.dueOn).toBe('2026-10-04')
    expect(extended).toMatchObject({ dueOn: '2026-11-03', extensions: [{ reason: '案情复杂' }] })
  })

  test('working days count on as working days', () => {
    const short = rule(15, 'workingDay', {
      extension: [{ max: { length: 15, unit: 'workingDay' }, by: ['leader'] }],
    })
    const clock = started('2026-03-02', short)
    const change = extendClock(short, clock, asked(5, '2026-03-10', 'workingDay'), calendar)
    expect(applied(clock, change, on('2026-03-10')).dueOn).toBe(due('2026-03-02', rule(20, 'workingDay')))
  })

  test('it must be asked for in time: the fifteenth day before is the last', () => {
    const clock = started('2026-08-05', extensible)
    expect(() => extendClock(extensible, clock, asked(10, '2026-09-19'), calendar)).not.toThrow()
    expect(() => extendClock(extensible, clock, asked(10, '2026-09-20'), calendar)).toThrow(refusedBy('too-late'))
  })

  test('without such a day it may be asked for until it is due', () => {
    const plain = rule(10, 'calendarDay', {
      roll: 'none',
      extension: [{ max: { length: 5, unit: 'calendarDay' }, by: ['leader'] }],
    })
    const clock = started('2026-03-02', plain)
    const at = (instant: string) => ({ ...asked(5, '2026-03-12'), at: instant })
    expect(() => extendClock(plain, clock, at('2026-03-12T15:59:59.999Z'), calendar)).not.toThrow()
    expect(() => extendClock(plain, clock, at('2026-03-12T16:00:00.000Z'), calendar)).toThrow(refusedBy('too-late'))
  })

  test('an extension begins the ladder anew', () => {
    const clock: Clock = {
      ...started('2026-08-05', extensible),
      state: 'overdue',
      escalated: 2,
      raisedAt: on('2026-10-06'),
    }
    const change = extendClock(extensible, clock, asked(30, '2026-09-01'), calendar)
    expect(applied(clock, change, on('2026-10-09'))).toMatchObject({ state: 'running', escalated: 0 })
  })

  test('a limit in hours that was set to an instant has no hours to add', () => {
    const hours = rule(24, 'hour', {
      roll: 'none',
      extension: [{ max: { length: 2, unit: 'hour' }, by: ['leader'] }],
    })
    const clock = startClock(hours, { ...base, startedAt: on('2026-03-02'), setAt: on('2026-03-03') })
    expect(() => extendClock(hours, clock, asked(1, '2026-03-02', 'hour'), calendar)).toThrow(
      refusedBy('not-extendable'),
    )
  })

  test('not too long, not too often, not where the rule knows none', () => {
    const clock = started('2026-08-05', extensible)
    expect(() => extendClock(extensible, clock, asked(31, '2026-09-01'), calendar)).toThrow(refusedBy('too-long'))
    const extended = applied(clock, extendClock(extensible, clock, asked(30, '2026-09-01'), calendar), on('2026-09-01'))
    expect(() => extendClock(extensible, extended, asked(1, '2026-09-02'), calendar)).toThrow(refusedBy('too-often'))
    expect(() => extendClock(rule(60, 'calendarDay'), clock, asked(1, '2026-09-02'), calendar)).toThrow(
      refusedBy('not-extendable'),
    )
    expect(() => extendClock(extensible, clock, asked(0, '2026-09-02'), calendar)).toThrow(/form-invalid/)
    expect(() => extendClock(extensible, { ...clock, state: 'met' }, asked(1, '2026-09-02'), calendar)).toThrow(
      refusedBy('not-running'),
    )
  })
})
