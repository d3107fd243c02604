import { describe, expect, test } from 'vitest'
import { systemActor } from '../../domain/matter/actor.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { endOfDay } from '../../domain/time/time.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { TEST_TENANT } from '../../testing/people.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { decide } from '../decide/decide.ts'
import { evolve } from '../record/evolve.ts'
import { derive } from '../why/derivation.ts'
import { withOverrides } from './calendar.ts'
import { recount } from './recount.ts'

/** The notice for 2027, as it might come out: New Year to 3 January, worked on 4 January. */
const source = '国务院办公厅关于2027年部分节假日安排的通知'
const local = withOverrides(
  chinaCalendar,
  [
    ['2027-01-01', true],
    ['2027-01-04', true],
  ].map(([date, off]) => ({ date: String(date), off: off === true, name: '元旦', source })),
)
const rulebook = { ...TEST_RULEBOOK, calendar: local }

const at = (day: string) => `${day}T04:00:00.000Z`
/** Published on 27 December 2026: the five days end on New Year's Day and move to Monday 4 January. */
const published = () =>
  given(timedProcedure, 'clerk', { title: '公示', cadence: 'weekly' }, { at: at('2026-12-27') }).takes(
    'handler',
    'publish',
  )
const command = (matter: Matter, name: 'RecountDeadlines' | 'MarkOverdue', now: string): MatterEvent[] =>
  decide(
    timedProcedure,
    matter,
    name === 'MarkOverdue' ? { type: name, clockId: 'objection#1' } : { type: name },
    systemActor(TEST_TENANT),
    { now, rulebook },
  )

describe('a calendar that changes under running clocks', () => {
  test('moves them by an event that names both days; afterwards nothing differs', () => {
    const matter = published().matter()
    expect(recount(matter.clocks, chinaCalendar)).toEqual([])
    const events = command(matter, 'RecountDeadlines', at('2026-12-29'))
    expect(events).toMatchObject([
      {
        type: 'ClocksRecounted',
        clocks: [
          {
            clockId: 'objection#1',
            from: { dueOn: '2027-01-04', provisional: true },
            to: { dueOn: '2027-01-05', dueAt: endOfDay('2027-01-05'), provisional: false },
          },
        ],
      },
    ])
    const after = events.reduce<Matter>(evolve, matter)
    expect(recount(after.clocks, local)).toEqual([])
    const clock = after.clocks.find(({ id }) => id === 'objection#1')
    expect(clock && derive(clock, local, at('2026-12-29'))).toMatchObject({ dueOn: clock?.dueOn, dueAt: clock?.dueAt })
    expect(command(after, 'RecountDeadlines', at('2026-12-29'))).toEqual([])
  })

  test('marks nobody late on a day that is off by now, though it was not applied yet', () => {
    const matter = published().matter()
    expect(command(matter, 'MarkOverdue', at('2027-01-05'))).toMatchObject([{ type: 'ClocksRecounted' }])
    expect(command(matter, 'MarkOverdue', at('2027-01-06'))).toMatchObject([{ type: 'DeadlineOverdue' }])
  })

  test('takes a mark of being late back that was wrong', () => {
    const matter = published().matter()
    const late: Matter = {
      ...matter,
      clocks: matter.clocks.map((clock) => ({ ...clock, state: 'overdue', escalated: 1, raisedAt: at('2027-01-05') })),
    }
    const moved = command(late, 'RecountDeadlines', at('2027-01-05')).reduce<Matter>(evolve, late)
    expect(moved.clocks.find(({ id }) => id === 'objection#1')).toMatchObject({ state: 'running', escalated: 0 })
  })

  test('leaves ended clocks as they ended', () => {
    const ended = published().takes('handler', 'object').matter()
    expect(recount(ended.clocks, local)).toEqual([])
  })
})
