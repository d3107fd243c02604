import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clock, DeadlineRule, Pause, Roll } from '../../domain/procedure/deadline.ts'
import { addDays, type Day, type PeriodUnit } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar as calendar } from '../../procedures/calendar/china-holidays.ts'
import { derive } from '../why/derivation.ts'
import { isOff, workingDaysBetween } from './calendar.ts'
import { applyClockChange, extendClock, pauseClock, resumeClock, startClock } from './deadlines.ts'
import { duePoint } from './due-point.ts'
import { standing } from './standing.ts'
import { nextAt, warningsOf } from './warnings.ts'

const anyDay = fc.integer({ min: 0, max: 7200 }).map((offset) => addDays('2007-03-01', offset))
const anyRoll = fc.constantFrom<Roll>('next', 'previous', 'none')
const dayUnits = fc.constantFrom<PeriodUnit>('calendarDay', 'workingDay', 'month')
const anyLength = (unit: PeriodUnit) => fc.integer({ min: 1, max: unit === 'month' ? 12 : 90 })
const anyTerm = dayUnits.chain((unit) => fc.record({ unit: fc.constant(unit), length: anyLength(unit), roll: anyRoll }))
/** Pauses that begin some days after the start and may overlap. */
const somePauses = fc.array(
  fc.record({ after: fc.integer({ min: -3, max: 120 }), days: fc.integer({ min: 1, max: 20 }) }),
  { maxLength: 4 },
)

const EXTENSIBLE = [{ max: { length: 60, unit: 'calendarDay' }, by: ['leader'] }] as const
const ruleOf = (length: number, unit: PeriodUnit, roll: Roll): DeadlineRule => ({
  code: 'TST-01',
  title: text('期限', 'Deadline'),
  length,
  unit,
  roll,
  pausable: true,
  extension: EXTENSIBLE,
  warn: [{ share: 0.5 }, { share: 0.8 }, { before: { length: 3, unit: 'workingDay' } }],
  source: { article: text('示例', 'Example'), mark: 'product' },
})
const started = (day: Day, rule: DeadlineRule): Clock =>
  startClock(rule, {
    deadlineId: 'it',
    number: 1,
    startedAt: `${day}T04:00:00.000Z`,
    form: {},
    matterFields: {},
    calendar,
  })

const pausesFrom = (day: Day, pauses: readonly { after: number; days: number }[]): Pause[] =>
  pauses.map(({ after, days }) => ({
    firstDay: addDays(day, after),
    lastDay: addDays(day, after + days - 1),
    reason: '检测',
  }))
const withPauses = (clock: Clock, pauses: readonly Pause[]): Clock => {
  const changed = { ...clock, pauses }
  const { dueOn, dueAt, provisional } = duePoint(changed, calendar)
  return { ...changed, dueAt, provisional, ...(dueOn ? { dueOn } : {}) }
}
const dueOn = (clock: Clock): Day => duePoint(clock, calendar).dueOn ?? ''

describe('whatever the rule and the day', () => {
  test('a clock is due after the day it starts, and a rolled due day is a working day', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, somePauses, (day, { length, unit, roll }, pauses) => {
        const due = dueOn(withPauses(started(day, ruleOf(length, unit, roll)), pausesFrom(day, pauses)))
        expect(due > day).toBe(true)
        if (unit === 'workingDay' || roll === 'next') expect(isOff(calendar, due)).toBe(false)
      }),
    )
  })

  test('a longer period is never due earlier', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, somePauses, (day, { length, unit, roll }, pauses) => {
        const of = (units: number) =>
          dueOn(withPauses(started(day, ruleOf(units, unit, roll)), pausesFrom(day, pauses)))
        expect(of(length + 1) >= of(length)).toBe(true)
      }),
    )
  })

  test('a further pause never makes it due earlier', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, somePauses, somePauses, (day, { length, unit, roll }, some, more) => {
        const clock = started(day, ruleOf(length, unit, roll))
        const fewer = dueOn(withPauses(clock, pausesFrom(day, some)))
        const all = dueOn(withPauses(clock, pausesFrom(day, [...some, ...more])))
        expect(all >= fewer).toBe(true)
      }),
    )
  })

  test('the order in which pauses were recorded makes no difference', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, somePauses, (day, { length, unit, roll }, pauses) => {
        const clock = started(day, ruleOf(length, unit, roll))
        const recorded = pausesFrom(day, pauses)
        expect(dueOn(withPauses(clock, recorded))).toBe(dueOn(withPauses(clock, [...recorded].reverse())))
      }),
    )
  })

  test('a pause of k working days while it runs makes a count in working days due exactly k working days later', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 2, max: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        (day, length, place, days) => {
          const clock = started(day, ruleOf(length, 'workingDay', 'next'))
          const between = workingDaysBetween(calendar, day, dueOn(clock))
          expect(between).toBe(length)
          const firstDay = addDays(day, 1 + (place % length))
          const lastDay = addDays(firstDay, days - 1)
          const paused = applyClockChange(
            [clock],
            pauseClock(clock, { firstDay, reason: '检测' }, calendar),
            clock.startedAt,
          )[0]
          if (!paused) throw new Error('no clock')
          const resumed = applyClockChange([paused], resumeClock(paused, lastDay, calendar), clock.startedAt)[0]
          const k = workingDaysBetween(calendar, addDays(firstDay, -1), lastDay)
          expect(resumed?.dueOn).toBe(dueOn(started(day, ruleOf(length + k, 'workingDay', 'next'))))
        },
      ),
    )
  })

  test('an extension is never due earlier than without it', () => {
    fc.assert(
      fc.property(anyDay, anyTerm, fc.integer({ min: 1, max: 60 }), (day, { length, unit, roll }, more) => {
        const rule = ruleOf(length, unit, roll)
        const clock = started(day, rule)
        const period = { length: more, unit: 'calendarDay' } as const
        const change = extendClock(
          rule,
          clock,
          { period, reason: '复杂', at: clock.startedAt, byPostId: 'x' },
          calendar,
        )
        expect(change.type === 'extended' && change.dueAt >= clock.dueAt).toBe(true)
      }),
    )
  })
})

describe('whatever the clock', () => {
  const anyClock = fc.tuple(anyDay, anyTerm, somePauses).map(([day, { length, unit, roll }, pauses]) => ({
    rule: ruleOf(length, unit, roll),
    length,
    clock: withPauses(started(day, ruleOf(length, unit, roll)), pausesFrom(day, pauses)),
  }))

  test('its derivation ends on the day on which it is due, in whole weeks', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(200), ({ clock }, later) => {
        const now = `${addDays(clock.startedAt.slice(0, 10), later)}T04:00:00.000Z`
        const { cells, ...derivation } = derive(clock, calendar, now)
        expect(derivation).toMatchObject({ dueOn: clock.dueOn, dueAt: clock.dueAt, provisional: clock.provisional })
        expect(cells.filter(({ kind }) => kind === 'due').map(({ date }) => date)).toEqual([clock.dueOn])
        expect(cells.length % 7).toBe(0)
        expect(new Date(`${cells[0]?.date}T00:00:00Z`).getUTCDay()).toBe(1)
      }),
    )
  })

  test('the last counted day has the number of the period', () => {
    fc.assert(
      fc.property(anyClock, ({ clock, rule, length }) => {
        fc.pre(rule.unit !== 'month')
        const { cells, raw } = derive(clock, calendar, clock.startedAt)
        expect(cells.find(({ date }) => date === raw)?.ordinal).toBe(length)
        expect(Math.max(...cells.map(({ ordinal }) => ordinal ?? 0))).toBe(length)
      }),
    )
  })

  test('warnings come after the start, before the due instant and in order', () => {
    fc.assert(
      fc.property(anyClock, ({ clock, rule }) => {
        const moments = [clock.startedAt, ...warningsOf(rule, clock, calendar).map(({ at }) => at), clock.dueAt]
        expect(moments).toEqual([...moments].sort())
        expect(nextAt(rule, clock, calendar)).toBe(moments[1])
      }),
    )
  })

  test('as days go by the share that is used only grows, and what is left only shrinks', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(200), ({ clock }, later) => {
        const at = (days: number) =>
          standing(clock, `${addDays(clock.startedAt.slice(0, 10), days)}T04:00:00.000Z`, calendar)
        const [now, next] = [at(later), at(later + 1)]
        expect(next.shareUsed).toBeGreaterThanOrEqual(now.shareUsed)
        expect(now.shareUsed).toBeGreaterThanOrEqual(0)
        expect(next.shareUsed).toBeLessThanOrEqual(1)
        const left = (of: typeof now) => of.workingDaysLeft ?? of.calendarDaysLeft ?? 0
        expect(left(next)).toBeLessThanOrEqual(left(now))
        expect(at(later).kind === 'overdue').toBe(addDays(clock.startedAt.slice(0, 10), later) > (clock.dueOn ?? ''))
      }),
    )
  })
})
