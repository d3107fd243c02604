import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Clock, DeadlineRule, GrantedExtension, Pause, Roll } from '../../domain/procedure/deadline.ts'
import { addDays, type Day, startOfDay } from '../../domain/time/time.ts'
import { text } from '../../domain/wording/text.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { tomorrow, type WalkedPeriod, walkToDue } from '../../testing/day-walk.ts'
import { withOverrides } from './calendar.ts'
import { applyClockChange, extendClock, pauseClock, resumeClock, startClock } from './deadlines.ts'
import { duePoint } from './due-point.ts'

const UNITS = ['calendarDay', 'workingDay', 'month', 'year'] as const
const anyPeriod = (most: number): fc.Arbitrary<WalkedPeriod> =>
  fc
    .constantFrom(...UNITS)
    .chain((unit) =>
      fc
        .integer({ min: 1, max: unit === 'year' ? 1 : unit === 'month' ? 14 : most })
        .map((length) => ({ length, unit })),
    )
/** A case that may reach through two Spring Festivals: its start, its length or set day, what stood still, what was granted, own days. */
const anyCase = fc.record({
  start: fc.integer({ min: 0, max: 7000 }).map((offset) => addDays('2007-06-01', offset)),
  period: anyPeriod(200),
  setAfter: fc.option(fc.integer({ min: -5, max: 300 }), { freq: 3, nil: undefined }),
  roll: fc.constantFrom<Roll>('next', 'previous', 'none'),
  pauses: fc.array(fc.record({ after: fc.integer({ min: 0, max: 200 }), days: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: 4,
  }),
  extensions: fc.array(anyPeriod(60), { maxLength: 2 }),
  calendar: fc.nat(39),
})

/** Forty counties, each with a hundred days of its own: making one calendar a case would take most of the time. */
const CALENDARS = fc
  .sample(fc.array(fc.record({ after: fc.nat(7300), off: fc.boolean() }), { minLength: 100, maxLength: 100 }), {
    numRuns: 40,
    seed: 2026,
  })
  .map((days) => {
    const own = days.map(({ after, off }) => ({
      date: addDays('2007-06-01', after),
      off,
      name: '本县',
      source: '示例',
    }))
    const calendar = withOverrides(chinaCalendar, own)
    return { calendar, named: new Map(Object.values(calendar.days).map(({ date, off }) => [date, off])) }
  })

const rule = (length: DeadlineRule['length'], unit: DeadlineRule['unit'], roll: Roll): DeadlineRule => ({
  code: 'TST-01',
  title: text('期限', 'Deadline'),
  length,
  unit,
  roll,
  pausable: true,
  extension: UNITS.map((each) => ({ max: { length: 999, unit: each }, by: ['leader'] })),
  warn: [],
  source: { article: text('示例', 'Example'), mark: 'product' },
})
const at = (day: Day) => `${day}T04:00:00.000Z`

describe('a due day', () => {
  test('is the one that a walk from day to day comes to, in 30,000 cases', () => {
    fc.assert(
      fc.property(anyCase, ({ start, period, setAfter, roll, pauses, extensions, calendar: county }) => {
        const { calendar, named } = CALENDARS[county] ?? { calendar: chinaCalendar, named: new Map() }
        const setDay = setAfter === undefined ? undefined : addDays(start, setAfter)
        const of = rule(setDay ? { dayIn: 'by' } : period.length, period.unit, roll)
        const base = { deadlineId: 'it', number: 1, startedAt: at(start), matterFields: {}, calendar }
        let clock = startClock(of, { ...base, form: setDay ? { by: setDay } : {} })
        const applied = (change: Parameters<typeof applyClockChange>[1], day: Day): Clock =>
          applyClockChange([clock], change, at(day))[0] ?? clock
        for (const { after, days } of pauses) {
          const firstDay = addDays(start, after)
          const pause: Pause = {
            firstDay,
            reason: '检测',
            ...(after % 2 ? { lastDay: addDays(firstDay, days - 1) } : {}),
          }
          clock = applied(pauseClock(clock, pause, calendar), start)
          if (!pause.lastDay) clock = applied(resumeClock(clock, addDays(firstDay, days - 1), calendar), start)
        }
        // Asked for on the first day: the pauses of the case may lie before the day of a real request.
        const granted = extensions.filter(() => clock.dueAt > startOfDay(start))
        for (const each of granted) {
          const extension: GrantedExtension = { period: each, reason: '复杂', at: startOfDay(start), byPostId: 'x' }
          const rungs = Array.from({ length: 3 }, () => ({
            max: { length: 999, unit: each.unit },
            by: ['leader'] as const,
          }))
          clock = applied(extendClock({ ...of, extension: rungs }, clock, extension, calendar), start)
        }
        const walked = walkToDue(
          { named },
          {
            start,
            ...(setDay ? { setDay } : { period }),
            roll: setDay ? 'none' : roll,
            pauses: pauses.map(({ after, days }) => ({
              first: addDays(start, after),
              last: addDays(start, after + days - 1),
            })),
            extensions: granted,
          },
        )
        const { rawOn, targetOn } = duePoint(clock, calendar)
        expect({ due: clock.dueOn, raw: rawOn, target: targetOn }).toEqual({
          due: walked.due,
          raw: walked.raw,
          target: walked.target,
        })
        expect(clock.dueAt).toBe(startOfDay(tomorrow(walked.due)))
      }),
      { numRuns: 30_000 },
    )
  }, 120_000)
})
