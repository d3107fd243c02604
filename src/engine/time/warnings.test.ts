import { describe, expect, test } from 'vitest'
import type { Clock, DeadlineRule } from '../../domain/procedure/deadline.ts'
import { type Day, endOfDay, type PeriodUnit, startOfDay } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar as calendar } from '../../procedures/calendar/china-holidays.ts'
import { applyClockChange, extendClock, startClock } from './deadlines.ts'
import { duePoint } from './due-point.ts'
import { escalationAt, nextAt, warningsOf } from './warnings.ts'

const HALF = { share: 0.5 }
const THREE_DAYS = { before: { length: 3, unit: 'workingDay' } } as const
const rule = (length: number, unit: PeriodUnit, more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  code: 'TST-01',
  title: text('期限', 'Deadline'),
  length,
  unit,
  roll: 'none',
  warn: [HALF, THREE_DAYS],
  source: { article: text('示例', 'Example'), mark: 'product' },
  ...more,
})
const at = (day: Day) => `${day}T06:05:00.000Z`
const started = (day: Day, of: DeadlineRule): Clock =>
  startClock(of, { deadlineId: 'it', number: 1, startedAt: at(day), form: {}, matterFields: {}, calendar })
const told = (day: Day, of: DeadlineRule) => warningsOf(of, started(day, of), calendar)

describe('warnings', () => {
  test('working days warn at the start of the day in which the share is reached, and so many working days before', () => {
    expect(told('2026-09-08', rule(15, 'workingDay'))).toEqual([
      { id: 'share-0.5', at: startOfDay('2026-09-18') },
      { id: 'before-3-workingDay', at: startOfDay('2026-09-23') },
    ])
  })

  test('a pause moves the warnings with the count', () => {
    const of = rule(15, 'workingDay')
    const clock = {
      ...started('2026-09-08', of),
      pauses: [{ firstDay: '2026-09-17', lastDay: '2026-09-18', reason: '检测' }],
    }
    expect(warningsOf(of, { ...clock, ...duePoint(clock, calendar) }, calendar).map((warning) => warning.at)).toEqual([
      startOfDay('2026-09-21'),
      startOfDay('2026-09-28'),
    ])
  })

  test('0.7 of 10 days is the seventh day, whatever binary fractions say', () => {
    expect(told('2026-03-02', rule(10, 'calendarDay', { warn: [{ share: 0.7 }] }))).toEqual([
      { id: 'share-0.7', at: startOfDay('2026-03-09') },
    ])
  })

  test('a trial warns 15 and 5 days before its time is over', () => {
    const days = [15, 5].map((length) => ({ before: { length, unit: 'calendarDay' } }) as const)
    expect(told('2026-01-10', rule(6, 'month', { warn: days })).map((warning) => warning.at)).toEqual([
      startOfDay('2026-06-25'),
      startOfDay('2026-07-05'),
    ])
  })

  test('hours warn to the minute', () => {
    const warn = [HALF, { before: { length: 15, unit: 'minute' } } as const]
    expect(told('2026-10-01', rule(1, 'hour', { warn })).map((warning) => warning.at)).toEqual([
      '2026-10-01T06:35:00.000Z',
      '2026-10-01T06:50:00.000Z',
    ])
  })

  test('a warning that would come before the clock began is left out', () => {
    expect(told('2026-03-02', rule(3, 'workingDay')).map(({ id }) => id)).toEqual(['share-0.5'])
  })

  test('an extension warns again, but not for what had passed when it was granted', () => {
    const of = rule(10, 'calendarDay', {
      warn: [{ share: 0.1 }, HALF, THREE_DAYS],
      extension: [{ max: { length: 10, unit: 'calendarDay' }, by: ['leader'] }],
    })
    const clock = { ...started('2026-03-02', of), warned: ['share-0.1', 'share-0.5', 'before-3-workingDay'] }
    const extension = {
      period: { length: 10, unit: 'calendarDay' },
      reason: '复杂',
      at: at('2026-03-11'),
      byPostId: 'x',
    } as const
    const [extended] = applyClockChange([clock], extendClock(of, clock, extension, calendar), extension.at)
    expect(extended?.warned).toEqual([])
    expect(extended && warningsOf(of, extended, calendar)).toEqual([
      { id: 'share-0.5', at: startOfDay('2026-03-12') },
      { id: 'before-3-workingDay', at: startOfDay('2026-03-18') },
    ])
  })
})

describe('the next moment at which something happens', () => {
  const of = rule(15, 'workingDay', {
    escalation: [
      { after: { length: 0, unit: 'workingDay' }, to: 'leader', title: text('报领导', 'To the leader') },
      { after: { length: 5, unit: 'workingDay' }, to: 'leader', title: text('通报', 'Report') },
    ],
  })
  const clock = started('2026-09-08', of)
  const next = (more: Partial<Clock>) => nextAt(of, { ...clock, ...more }, calendar)

  test('the first warning not sent, then the due instant', () => {
    expect(next({})).toBe(startOfDay('2026-09-18'))
    expect(next({ warned: ['share-0.5'] })).toBe(startOfDay('2026-09-23'))
    expect(next({ warned: ['share-0.5', 'before-3-workingDay'] })).toBe(clock.dueAt)
    expect(nextAt(undefined, clock, calendar)).toBe(clock.dueAt)
  })

  test('once overdue, one escalation after the other; 5 working days late means five whole ones', () => {
    expect(next({ state: 'overdue' })).toBe(clock.dueAt)
    expect(clock.dueOn).toBe('2026-09-29')
    expect(next({ state: 'overdue', escalated: 1 })).toBe(endOfDay('2026-10-12'))
    expect(next({ state: 'overdue', escalated: 2 })).toBeUndefined()
  })

  test('what is recorded late uses up no tier: each counts from the record, or from the telling before it', () => {
    const raisedAt = '2026-10-15T02:00:00.000Z'
    expect(next({ state: 'overdue', raisedAt })).toBe(raisedAt)
    expect(next({ state: 'overdue', escalated: 1, raisedAt })).toBe(endOfDay('2026-10-21'))
    // Recorded in the first hours of the day after the last one, as the sweeper does: five whole days late, as ever.
    expect(next({ state: 'overdue', escalated: 1, raisedAt: '2026-09-29T16:00:03.000Z' })).toBe(endOfDay('2026-10-12'))
  })

  test('a reminder counts from the last day before it moved, or from the day to aim at', () => {
    const three = [29, 10, 3].map((length) => ({ before: { length, unit: 'calendarDay' } }) as const)
    // Judicial confirmation of an agreement of 16 January: day 1, 20 and 27 of 30, though the last day is off.
    expect(
      told('2026-01-16', rule(30, 'calendarDay', { roll: 'next', warn: three })).map((warning) => warning.at),
    ).toEqual(['2026-01-17', '2026-02-05', '2026-02-12'].map(startOfDay))
    const dayBefore = [{ before: { length: 1, unit: 'workingDay' } } as const]
    expect(told('2026-08-05', rule(60, 'calendarDay', { roll: 'previous', warn: dayBefore }))).toEqual([
      { id: 'before-1-workingDay', at: startOfDay('2026-09-29') },
    ])
  })

  test('nothing while it is paused and after it ended', () => {
    for (const state of ['paused', 'met', 'cancelled'] as const) expect(next({ state })).toBeUndefined()
  })

  test('a report due within the hour is told up half an hour after', () => {
    const hour = started('2026-10-01', rule(1, 'hour'))
    const after = { length: 30, unit: 'minute' } as const
    const told = { ...rule(1, 'hour'), escalation: [{ after, to: 'leader' as const, title: text('报', 'Tell') }] }
    expect(escalationAt(told, hour, calendar)).toBe('2026-10-01T07:35:00.000Z')
  })
})
