import { describe, expect, test } from 'vitest'
import type { Clock, ClockChange, DeadlineRule } from '../../domain/procedure/deadline.ts'
import { type Day, endOfDay, type PeriodUnit, startOfDay } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar as calendar } from '../../procedures/calendar/china-holidays.ts'
import { withOverrides } from './calendar.ts'
import {
  applyClockChange,
  canPause,
  extendClock,
  noticeBefore,
  pauseClock,
  resumeClock,
  startClock,
} from './deadlines.ts'
import { duePoint } from './due-point.ts'

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
const pausedFor = (clock: Clock, firstDay: Day, lastDay: Day): Clock => {
  const paused = applied(clock, pauseClock(clock, { firstDay, reason: '委托检测' }, calendar), on(firstDay))
  return applied(paused, resumeClock(paused, lastDay, calendar), on(lastDay))
}

describe('due days computed with the notice for 2026', () => {
  test('an appeal against a judgment served on 22 September is due after National Day', () => {
    const clock = started('2026-09-22', rule(15, 'calendarDay'))
    expect(duePoint(clock, calendar)).toMatchObject({ rawOn: '2026-10-07', dueOn: '2026-10-08', provisional: false })
    expect(clock.dueAt).toBe('2026-10-08T16:00:00.000Z')
  })

  test('one served on 16 September is due on the same day: all of the holiday is skipped', () => {
    const clock = started('2026-09-16', rule(15, 'calendarDay'))
    expect(duePoint(clock, calendar)).toMatchObject({ rawOn: '2026-10-01', dueOn: '2026-10-08' })
  })

  test('a petition received on 24 September is answered by 9 October', () => {
    expect(due('2026-09-24', rule(15, 'calendarDay'))).toBe('2026-10-09')
  })

  test("an office aims to finish its own duty of 60 days before the holiday; a citizen's right ends after it", () => {
    const own = started('2026-08-05', rule(60, 'calendarDay', { roll: 'previous' }))
    expect(duePoint(own, calendar)).toMatchObject({ rawOn: '2026-10-04', dueOn: '2026-10-04', targetOn: '2026-09-30' })
    expect(due('2026-08-05', rule(60, 'calendarDay'))).toBe('2026-10-08')
    expect(due('2026-08-05', rule(60, 'calendarDay', { roll: 'none' }))).toBe('2026-10-04')
  })

  test('an objection to a wrong remit within 5 working days ends on a Saturday that is worked', () => {
    expect(due('2026-09-28', rule(5, 'workingDay'))).toBe('2026-10-10')
  })

  test('a market complaint within 7 working days ends on the make-up Saturday after Spring Festival', () => {
    expect(due('2026-02-12', rule(7, 'workingDay'))).toBe('2026-02-28')
  })

  test('3 working days from 30 April skip Labour Day', () => {
    expect(due('2026-04-30', rule(3, 'workingDay'))).toBe('2026-05-08')
  })

  test('judicial confirmation of an agreement of 16 January may be asked for until after Spring Festival', () => {
    const clock = started('2026-01-16', rule(30, 'calendarDay'))
    expect(duePoint(clock, calendar)).toMatchObject({ rawOn: '2026-02-15', dueOn: '2026-02-24' })
  })

  test('a criminal appeal against a judgment received on 25 September is due after National Day', () => {
    const clock = started('2026-09-25', rule(10, 'calendarDay'))
    expect(duePoint(clock, calendar)).toMatchObject({ rawOn: '2026-10-05', dueOn: '2026-10-08' })
  })

  test('service by public notice takes effect when 30 days have passed, on whatever day', () => {
    expect(due('2026-09-02', rule(30, 'calendarDay', { roll: 'none' }))).toBe('2026-10-02')
  })

  test('15 working days with two paused days end on 8 October, without the pause on 29 September', () => {
    const clock = started('2026-09-08', rule(15, 'workingDay', { pausable: true }))
    expect(clock.dueOn).toBe('2026-09-29')
    expect(pausedFor(clock, '2026-09-17', '2026-09-18').dueOn).toBe('2026-10-08')
  })

  test('6 months from 31 August end on the last of February, provisionally: the notice for 2027 is not out', () => {
    const clock = started('2026-08-31', rule(6, 'month'))
    expect(duePoint(clock, calendar)).toMatchObject({ rawOn: '2027-02-28', dueOn: '2027-03-01', provisional: true })
    expect(clock.provisional).toBe(true)
    expect(started('2026-08-31', rule(6, 'month', { roll: 'none' })).provisional).toBe(false)
  })
})

describe('starting a clock', () => {
  test('hours and minutes run to the minute, day and night, and never move', () => {
    const clock = startClock(rule(2, 'hour'), { ...base, startedAt: '2026-10-01T15:30:00.000Z' })
    expect([clock.dueOn, clock.dueAt, clock.provisional]).toEqual([undefined, '2026-10-01T17:30:00.000Z', false])
    expect(startClock(rule(30, 'minute'), { ...base, startedAt: '2026-10-01T15:45:00.000Z' }).dueAt).toBe(
      '2026-10-01T16:15:00.000Z',
    )
    const hours = startClock(rule(2, 'hour', { pausable: true }), { ...base, startedAt: on('2026-10-01') })
    expect(canPause(hours, '2026-10-01')).toBe(false)
  })

  test('the day of the step is the day in China', () => {
    expect(startClock(rule(1, 'calendarDay'), { ...base, startedAt: '2026-09-28T16:00:00.000Z' }).dueOn).toBe(
      '2026-09-30',
    )
    expect(startClock(rule(1, 'calendarDay'), { ...base, startedAt: '2026-09-28T15:59:59.999Z' }).dueOn).toBe(
      '2026-09-29',
    )
  })

  test('a year from 29 February ends on 28 February', () => {
    expect(due('2024-02-29', rule(1, 'year', { roll: 'none' }))).toBe('2025-02-28')
    expect(due('2024-02-29', rule(4, 'year', { roll: 'none' }))).toBe('2028-02-29')
    expect(due('2025-12-31', rule(2, 'month', { roll: 'none' }))).toBe('2026-02-28')
  })

  test('a month and a half is a month, then fifteen days, however long the month', () => {
    expect(due('2026-02-10', rule(1.5, 'month', { roll: 'none' }))).toBe('2026-03-25')
    expect(due('2026-03-10', rule(1.5, 'month', { roll: 'none' }))).toBe('2026-04-25')
  })

  test('the starting day may stand in the form', () => {
    const clock = startClock(rule(15, 'calendarDay', { from: 'servedOn' }), {
      ...base,
      startedAt: on('2026-09-28'),
      form: { servedOn: '2026-09-22' },
    })
    expect([clock.startedAt, clock.dueOn]).toEqual([startOfDay('2026-09-22'), '2026-10-08'])
  })

  test('a day that an order sets is due as it is, even on a holiday', () => {
    const order = rule({ dayIn: 'rectifyBy' }, 'calendarDay')
    const form = { rectifyBy: '2026-10-03' }
    const orderNo = '整改指令书〔2026〕37号'
    const clock = startClock(order, { ...base, startedAt: on('2026-09-08'), form, orderNo })
    expect(clock).toMatchObject({ setDay: '2026-10-03', dueOn: '2026-10-03', roll: 'none', document: orderNo })
    expect(clock.period).toBeUndefined()
    expect(() => startClock(order, { ...base, startedAt: on('2026-09-08') })).toThrow(
      expect.objectContaining({
        code: 'form-invalid',
        details: { issues: [{ field: 'rectifyBy', rule: 'required' }] },
      }),
    )
  })

  test('the length may follow from a choice', () => {
    const bySort = rule({ by: 'sort', lengths: { simple: 1, complex: 20 } }, 'workingDay')
    expect(startClock(bySort, { ...base, startedAt: on('2026-03-02'), form: { sort: 'simple' } }).dueOn).toBe(
      '2026-03-03',
    )
    expect(startClock(bySort, { ...base, startedAt: on('2026-03-02'), matterFields: { sort: 'complex' } }).dueOn).toBe(
      '2026-03-30',
    )
    expect(() => startClock(bySort, { ...base, startedAt: on('2026-03-02'), form: { sort: 'odd' } })).toThrow(
      /not-an-option/,
    )
  })

  test("a unit's own length comes with the document that sets it", () => {
    const override = { length: 3, unit: 'workingDay', document: '示例政办发〔2026〕2号' } as const
    const clock = startClock(rule(15, 'calendarDay'), { ...base, startedAt: on('2026-03-02'), override })
    expect(clock).toMatchObject({
      period: { length: 3, unit: 'workingDay' },
      dueOn: '2026-03-05',
      document: override.document,
    })
  })

  test('an imported ledger keeps its exact due time', () => {
    const set = (setAt: string) => startClock(rule(15, 'calendarDay'), { ...base, startedAt: on('2011-07-01'), setAt })
    expect(set('2011-07-04T12:30:00.000Z')).toMatchObject({ dueOn: '2011-07-04', dueAt: '2011-07-04T12:30:00.000Z' })
    // Midnight ends the day before.
    expect(set('2011-07-04T16:00:00.000Z').dueOn).toBe('2011-07-04')
    expect(duePoint(set('2011-07-04T12:30:00.000Z'), calendar).dueAt).toBe('2011-07-04T12:30:00.000Z')
  })

  test('the day to aim at never shortens the legal limit, and never lies before the clock begins', () => {
    const own = (day: Day, length: number) =>
      duePoint(started(day, rule(length, 'calendarDay', { roll: 'previous' })), calendar)
    expect(own('2026-02-09', 15)).toMatchObject({ dueOn: '2026-02-24' })
    expect(own('2026-02-08', 15)).toMatchObject({ dueOn: '2026-02-23', targetOn: '2026-02-14', provisional: false })
    expect(own('2026-09-29', 3)).toMatchObject({ dueOn: '2026-10-02', targetOn: '2026-09-30' })
    expect(own('2026-09-30', 3).targetOn).toBeUndefined()
    expect(own('2026-03-02', 3).targetOn).toBeUndefined()
  })

  test('a shorter length to aim at stands beside the legal one, and both grow with an extension', () => {
    const court = rule(30, 'calendarDay', {
      target: { length: 15, unit: 'calendarDay' },
      extension: [{ max: { length: 10, unit: 'calendarDay' }, by: ['leader'] }],
    })
    const clock = started('2026-03-02', court)
    expect(duePoint(clock, calendar)).toMatchObject({ dueOn: '2026-04-01', targetOn: '2026-03-17' })
    const extension = { period: { length: 10, unit: 'calendarDay' }, reason: '复杂', byPostId: 'x' } as const
    const change = extendClock(court, clock, { ...extension, at: on('2026-03-10') }, calendar)
    expect(duePoint(applied(clock, change, on('2026-03-10')), calendar)).toMatchObject({
      dueOn: '2026-04-13',
      targetOn: '2026-03-27',
    })
  })

  test('working days that reach into days no notice names yet are provisional', () => {
    expect(started('2026-12-25', rule(1, 'workingDay')).provisional).toBe(false)
    expect(started('2026-12-28', rule(1, 'workingDay'))).toMatchObject({ dueOn: '2026-12-29', provisional: true })
    expect(started('2026-12-30', rule(2, 'workingDay'))).toMatchObject({ dueOn: '2027-01-04', provisional: true })
  })

  test("a county's own days end the mark for the days they name", () => {
    const source = '示例政办发〔2026〕9号'
    const off = ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, off: true, name: '元旦', source }))
    const of = rule(3, 'month')
    const clock = started('2026-10-02', of)
    expect(clock).toMatchObject({ dueOn: '2027-01-04', provisional: true })
    expect(duePoint(clock, withOverrides(calendar, off))).toMatchObject({ dueOn: '2027-01-04', provisional: false })
  })

  test('a notice that leaves 3 clear days before a hearing goes out 4 days before', () => {
    expect(noticeBefore('2026-10-20', 3)).toBe('2026-10-16')
  })
})

describe('pausing and resuming', () => {
  const days = rule(30, 'calendarDay', { pausable: true, roll: 'none' })

  test('calendar days move on by the days left out, and a later pause that this brings in counts too', () => {
    const once = pausedFor(started('2026-03-02', days), '2026-03-10', '2026-03-14')
    expect(once.dueOn).toBe('2026-04-06')
    expect(pausedFor(once, '2026-04-03', '2026-04-04').dueOn).toBe('2026-04-08')
  })

  test('a pause counts only from the day after the start, and a day paused twice counts once', () => {
    const early = pausedFor(started('2026-03-02', days), '2026-02-20', '2026-03-04')
    expect(early.dueOn).toBe('2026-04-03')
    expect(pausedFor(early, '2026-03-03', '2026-03-05').dueOn).toBe('2026-04-04')
  })

  test('a pause over a weekend costs working days nothing', () => {
    const clock = started('2026-03-02', rule(10, 'workingDay', { pausable: true }))
    expect(pausedFor(clock, '2026-03-07', '2026-03-08').dueOn).toBe(clock.dueOn)
  })

  test('a pause taken back before it began leaves the due day alone', () => {
    const clock = started('2026-03-02', days)
    expect(pausedFor(clock, '2026-03-12', '2026-03-11').dueOn).toBe(clock.dueOn)
  })

  test('while it is paused the due day stays, and only a running, pausable clock pauses', () => {
    const clock = started('2026-03-02', days)
    const paused = applied(
      clock,
      pauseClock(clock, { firstDay: '2026-03-10', reason: '委托检测' }, calendar),
      on('2026-03-10'),
    )
    expect([paused.state, paused.dueOn, duePoint(paused, calendar).dueOn]).toEqual(['paused', clock.dueOn, clock.dueOn])
    const plain = started('2026-03-02', rule(30, 'calendarDay'))
    expect([clock, paused, plain].map((each) => canPause(each, '2026-03-10'))).toEqual([true, false, false])
    expect(() => resumeClock(clock, '2026-03-12', calendar)).toThrow(/not paused/)
  })

  test('what stood still before the due day counts, though it is recorded after it', () => {
    const overdue: Clock = {
      ...started('2026-03-02', days),
      state: 'overdue',
      escalated: 1,
      raisedAt: on('2026-04-02'),
    }
    expect([canPause(overdue, '2026-04-01'), canPause(overdue, '2026-04-02')]).toEqual([true, false])
    const pause = { firstDay: '2026-03-10', lastDay: '2026-03-14', reason: '委托检测' }
    const change = pauseClock(overdue, pause, calendar)
    expect(change).toMatchObject({ type: 'leftOut', dueOn: '2026-04-06', dueAt: endOfDay('2026-04-06') })
    const again = applied(overdue, change, on('2026-04-03'))
    expect(again).toMatchObject({ state: 'running', pauses: [pause], escalated: 0 })
    expect(again).not.toHaveProperty('raisedAt')
    expect(applied(overdue, change, on('2026-04-07'))).toMatchObject({ state: 'overdue', escalated: 1 })
  })

  test('a day set on the start or before it is due as it is: no day is there to be left out', () => {
    const order = rule({ dayIn: 'rectifyBy' }, 'calendarDay', { pausable: true })
    const set = (day: Day) => startClock(order, { ...base, startedAt: on('2021-08-16'), form: { rectifyBy: day } })
    expect(pausedFor(set('2021-08-13'), '2021-08-06', '2021-09-13').dueOn).toBe('2021-08-13')
    expect(pausedFor(set('2021-08-16'), '2021-08-06', '2021-09-13').dueOn).toBe('2021-08-16')
    expect(pausedFor(set('2021-08-17'), '2021-08-06', '2021-09-13').dueOn).toBe('2021-09-14')
  })

  test('a day set by an order moves too when testing was commissioned', () => {
    const order = rule({ dayIn: 'rectifyBy' }, 'calendarDay', { pausable: true })
    const clock = startClock(order, { ...base, startedAt: on('2026-03-02'), form: { rectifyBy: '2026-03-20' } })
    expect(pausedFor(clock, '2026-03-10', '2026-03-11')).toMatchObject({
      dueOn: '2026-03-22',
      dueAt: endOfDay('2026-03-22'),
    })
  })
})

test('a clock that is met or cancelled keeps the instant at which it ended', () => {
  const clock = started('2026-03-02', rule(3, 'workingDay'))
  expect(applied(clock, { type: 'met', clockId: clock.id }, on('2026-03-04'))).toMatchObject({
    state: 'met',
    endedAt: on('2026-03-04'),
  })
  expect(applyClockChange([clock], { type: 'cancelled', clockId: 'another#1' }, on('2026-03-04'))).toEqual([clock])
})
