import { describe, expect, test } from 'vitest'
import type { Clock, DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { Day, PeriodUnit } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar as calendar } from '../../procedures/calendar/china-holidays.ts'
import { startClock } from './deadlines.ts'
import { duePoint } from './due-point.ts'
import { standing } from './standing.ts'

const rule = (length: number, unit: PeriodUnit): DeadlineRule => ({
  code: 'TST-01',
  title: text('期限', 'Deadline'),
  length,
  unit,
  roll: 'none',
  pausable: true,
  warn: [],
  source: { article: text('示例', 'Example'), mark: 'product' },
})
const ten = (day: Day) => `${day}T02:00:00.000Z`
const started = (day: Day, length: number, unit: PeriodUnit): Clock =>
  startClock(rule(length, unit), {
    deadlineId: 'it',
    number: 1,
    startedAt: ten(day),
    form: {},
    matterFields: {},
    calendar,
  })

describe('how a clock in working days stands', () => {
  const plain = {
    ...started('2026-09-08', 15, 'workingDay'),
    pauses: [{ firstDay: '2026-09-17', lastDay: '2026-09-18', reason: '检测' }],
  }
  const clock = { ...plain, ...duePoint(plain, calendar) }
  const on = (day: Day, more: Partial<Clock> = {}) => standing({ ...clock, ...more }, ten(day), calendar)

  test('on 28 September 12 of 15 working days are used and 3 are left', () => {
    expect(on('2026-09-28')).toMatchObject({ kind: 'running', workingDaysLeft: 3, shareUsed: 0.8, dueOn: '2026-10-08' })
  })

  test('with two working days left it is soon, through the whole holiday, and on the last day today', () => {
    expect(on('2026-09-29')).toMatchObject({ kind: 'soon', workingDaysLeft: 2 })
    expect(on('2026-10-05')).toMatchObject({ kind: 'soon', workingDaysLeft: 1 })
    expect(on('2026-10-08')).toMatchObject({ kind: 'today', workingDaysLeft: 0, shareUsed: 1 })
  })

  test('it is overdue from midnight, whether or not anybody recorded it', () => {
    expect(standing(clock, '2026-10-08T15:59:59.999Z', calendar).kind).toBe('today')
    expect(standing(clock, '2026-10-08T16:00:00.000Z', calendar)).toMatchObject({ kind: 'overdue', late: 1 })
    expect(on('2026-10-12', { state: 'overdue' })).toMatchObject({ kind: 'overdue', late: 3, shareUsed: 1 })
  })

  test('a weekend begins the first working day of being late', () => {
    const friday = { ...clock, dueOn: '2026-03-06', dueAt: '2026-03-06T16:00:00.000Z' }
    expect(standing(friday, ten('2026-03-07'), calendar).late).toBe(1)
    expect(standing(friday, ten('2026-03-09'), calendar).late).toBe(1)
    expect(standing(friday, ten('2026-03-10'), calendar).late).toBe(2)
  })

  test('while it is paused it stays where it was', () => {
    const paused = {
      ...started('2026-09-08', 15, 'workingDay'),
      state: 'paused',
      pauses: [{ firstDay: '2026-09-17', reason: '检测' }],
    } as const
    expect(standing(paused, ten('2026-12-01'), calendar)).toMatchObject({
      kind: 'paused',
      workingDaysLeft: 9,
      shareUsed: 0.4,
    })
  })

  test('what is left while it is paused is left of the period, not of the days to which its end would move', () => {
    // Twelve days from 5 February 2026 end on the 17th, in the holiday, and move on to the 24th.
    const clock = startClock(
      { ...rule(12, 'calendarDay'), roll: 'next' },
      { deadlineId: 'it', number: 1, startedAt: ten('2026-02-05'), form: {}, matterFields: {}, calendar },
    )
    const paused = { ...clock, state: 'paused', pauses: [{ firstDay: '2026-02-10', reason: '检测' }] } as const
    expect(clock.dueOn).toBe('2026-02-24')
    expect(standing(paused, ten('2026-02-12'), calendar)).toMatchObject({ kind: 'paused', calendarDaysLeft: 8 })
  })

  test('one that was met late says so, one that was met in time or cancelled does not', () => {
    expect(on('2026-12-01', { state: 'met', endedAt: ten('2026-10-09') })).toMatchObject({ kind: 'met', late: 1 })
    expect(on('2026-12-01', { state: 'met', endedAt: ten('2026-10-08') })).not.toHaveProperty('late')
    expect(on('2026-12-01', { state: 'cancelled', endedAt: ten('2026-11-08') })).not.toHaveProperty('late')
    expect(on('2026-12-01', { state: 'met', endedAt: ten('2026-09-28') })).not.toHaveProperty('workingDaysLeft')
  })
})

describe('how other clocks stand', () => {
  test('calendar days are left in calendar days, but soon is two working days', () => {
    const clock = started('2026-09-24', 15, 'calendarDay')
    expect(standing(clock, ten('2026-09-29'), calendar)).toMatchObject({
      kind: 'running',
      calendarDaysLeft: 10,
      unit: 'calendarDay',
    })
    expect(standing(clock, ten('2026-09-30'), calendar)).toMatchObject({ kind: 'soon', calendarDaysLeft: 9 })
    expect(standing(clock, ten('2026-10-12'), calendar)).toMatchObject({ kind: 'overdue', late: 3 })
  })

  test('hours are left in minutes', () => {
    const clock = started('2026-10-01', 2, 'hour')
    const at = (instant: string) => standing(clock, instant, calendar)
    expect(at('2026-10-01T02:30:30.000Z')).toMatchObject({ kind: 'today', minutesLeft: 89, unit: 'minute' })
    expect(at('2026-10-01T03:00:00.000Z').shareUsed).toBe(0.5)
    expect(at('2026-10-01T04:10:00.000Z')).toMatchObject({ kind: 'overdue', late: 10, shareUsed: 1 })
  })

  test('the line of a list counts as the matter does: calendar days for a period in calendar days', () => {
    const whole = started('2026-09-08', 15, 'calendarDay')
    expect(standing(whole, ten('2026-09-18'), calendar)).toMatchObject({ unit: 'calendarDay', calendarDaysLeft: 5 })
  })

  test('when only rest days are left it says how many days, never 0 working days', () => {
    const due = { ...started('2026-09-30', 1, 'workingDay'), dueOn: '2026-10-07', dueAt: '2026-10-07T16:00:00.000Z' }
    const left = standing(due, ten('2026-10-02'), calendar)
    expect(left).toMatchObject({ kind: 'soon', calendarDaysLeft: 5 })
    expect(left.workingDaysLeft).toBeUndefined()
  })

  test('before a clock starts on a later day nothing of it is used', () => {
    const later = started('2026-10-12', 5, 'workingDay')
    expect(standing(later, ten('2026-09-28'), calendar)).toMatchObject({
      kind: 'running',
      shareUsed: 0,
      workingDaysLeft: 5,
    })
  })
})
