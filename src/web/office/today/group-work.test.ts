import { describe, expect, test } from 'vitest'
import type { RowClock, WorkRow } from '../../../domain/views/views.ts'
import { chinaCalendar } from '../../../procedures/calendar/china-holidays.ts'
import { dueCounts, groupWork, makeUpDays, nextRest } from './group-work.ts'

const NOW = '2026-09-28T01:12:00.000Z'

const row = (id: string, clock?: Partial<RowClock>): WorkRow => ({
  id,
  reference: id,
  procedure: 'report',
  procedureVersion: 1,
  title: id,
  state: 'received',
  group: 'open',
  unitId: 'county',
  channel: 'window',
  openedAt: NOW,
  version: 1,
  nextSteps: [],
  ...(clock
    ? {
        clock: {
          clockId: 'handle#1',
          state: 'running',
          startedAt: '2026-09-15T01:00:00.000Z',
          dueAt: '',
          provisional: false,
          ...clock,
        },
      }
    : {}),
})
const dueOn = (day: string, state: RowClock['state'] = 'running') => ({
  state,
  dueOn: day,
  dueAt: `${day}T16:00:00.000Z`,
})
const namesAndIds = (rows: readonly WorkRow[], now = NOW) =>
  groupWork(rows, now, chinaCalendar).map(({ name, rows: inGroup }) => [name, ...inGroup.map(({ id }) => id)])

describe('the holiday ahead', () => {
  test('National Day begins on 1 October and lasts seven days', () =>
    expect(nextRest(chinaCalendar, '2026-09-28')).toEqual({ first: '2026-10-01', days: 7 }))
  test('a plain weekend is no holiday', () => expect(nextRest(chinaCalendar, '2026-07-06')).toBeUndefined())
  test('a holiday that has begun is not ahead', () => expect(nextRest(chinaCalendar, '2026-10-02')).toBeUndefined())
  test('10 October is a Saturday that is worked', () =>
    expect(makeUpDays(chinaCalendar, '2026-09-28')).toEqual(['2026-10-10']))
})

describe('the worklist', () => {
  test('is grouped by when: late, today, before the holiday, after it', () =>
    expect(
      namesAndIds([
        row('late', dueOn('2026-09-24')),
        row('now', dueOn('2026-09-28')),
        row('wed', dueOn('2026-09-30')),
        row('thu', dueOn('2026-10-08')),
      ]),
    ).toEqual([
      ['overdue', 'late'],
      ['today', 'now'],
      ['beforeRest', 'wed'],
      ['afterRest', 'thu'],
    ]))
  test('without a holiday ahead says this week and later', () =>
    expect(
      namesAndIds([row('soon', dueOn('2026-07-08')), row('far', dueOn('2026-08-20'))], '2026-07-06T01:00:00.000Z'),
    ).toEqual([
      ['thisWeek', 'soon'],
      ['later', 'far'],
    ]))
  test('this week ends on Sunday: on a Saturday the coming Tuesday is later', () =>
    expect(
      namesAndIds(
        [row('sunday', dueOn('2026-07-12')), row('tuesday', dueOn('2026-07-14'))],
        '2026-07-11T01:00:00.000Z',
      ),
    ).toEqual([
      ['thisWeek', 'sunday'],
      ['later', 'tuesday'],
    ]))
  test('keeps what is paused and what has no clock for the end', () =>
    expect(namesAndIds([row('plain'), row('paused', dueOn('2026-09-24', 'paused'))])).toEqual([
      ['paused', 'paused'],
      ['noClock', 'plain'],
    ]))
})

test('the strip counts what falls due, and neither what is late nor what is paused', () =>
  expect(
    dueCounts(
      [
        row('late', dueOn('2026-09-24')),
        row('a', dueOn('2026-09-30')),
        row('b', dueOn('2026-09-30')),
        row('p', dueOn('2026-09-30', 'paused')),
        row('none'),
      ],
      NOW,
      chinaCalendar,
    ),
  ).toEqual({ '2026-09-30': 2 }))
