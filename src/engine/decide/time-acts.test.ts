import { describe, expect, test } from 'vitest'
import type { Clock } from '../../domain/procedure/deadline.ts'
import { endOfDay } from '../../domain/time/time.ts'
import { given, type Told } from '../../testing/given.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { faultsOf } from '../definition/faults-of.ts'

/** Opened on Monday 2 March 2026; ten days end on 12 March. */
const opened = () => given(timedProcedure, 'clerk', { title: '计时', cadence: 'weekly' })
const noon = (day: string) => `${day}T04:00:00.000Z`
const clock = (told: Told, deadline = 'work'): Clock | undefined =>
  told.matter().clocks.findLast((each) => each.deadline === deadline)

test('the procedure of these tests is one that may be published', () => {
  expect(faultsOf(timedProcedure, [timedProcedure])).toEqual([])
})

describe('days that did not count', () => {
  test('lie between the start of the clock and today, and end after they begin', () => {
    const told = opened().at(noon('2026-03-09'))
    const refused = (form: Record<string, string>, issue: object) =>
      told.refuses(
        'handler',
        'pause',
        'form-invalid',
        { issues: [issue] },
        { reason: '检测', what: 'testing', ...form },
      )
    refused({ stoodFrom: '2026-03-01' }, { field: 'stoodFrom', rule: 'too-early', limit: '2026-03-02' })
    refused({ stoodFrom: '2026-03-10' }, { field: 'stoodFrom', rule: 'too-late', limit: '2026-03-09' })
    refused(
      { stoodFrom: '2026-03-05', stoodTo: '2026-03-04' },
      { field: 'stoodTo', rule: 'too-early', limit: '2026-03-05' },
    )
    const paused = told.takes('handler', 'pause', { reason: '检测', what: 'testing', stoodFrom: '2026-03-04' })
    paused.refuses(
      'handler',
      'resume',
      'form-invalid',
      { issues: [{ field: 'stoodTo', rule: 'too-early', limit: '2026-03-04' }] },
      { stoodTo: '2026-03-03' },
    )
    expect(clock(paused.takes('handler', 'resume', { stoodTo: '2026-03-06' }))).toMatchObject({ dueOn: '2026-03-15' })
  })

  test('that are over are recorded in one step, and nothing is paused that is paused', () => {
    const told = opened()
      .at(noon('2026-03-09'))
      .takes('handler', 'pause', { reason: '检测', what: 'testing', stoodFrom: '2026-03-04', stoodTo: '2026-03-06' })
    expect(clock(told)).toMatchObject({ state: 'running', dueOn: '2026-03-15' })
    told
      .takes('handler', 'pause', { reason: '检测', what: 'testing' })
      .refuses('handler', 'pause', 'guard-refused', { guard: 'clockRunning' }, { reason: '再停', what: 'testing' })
  })

  test('count though they are recorded after the last day; the mark of being late goes', () => {
    const late = opened().waits(noon('2026-03-14'))
    expect(clock(late)?.state).toBe('overdue')
    late.refuses('handler', 'pause', 'guard-refused', { guard: 'clockRunning' }, { reason: '检测', what: 'testing' })
    const told = late.takes('handler', 'pause', {
      reason: '检测',
      what: 'testing',
      stoodFrom: '2026-03-10',
      stoodTo: '2026-03-13',
    })
    expect(clock(told)).toMatchObject({ state: 'running', dueAt: endOfDay('2026-03-16') })
  })

  test('of a kind with a cap count up to it: the clock goes on by itself', () => {
    const hearing = { reason: '听证', what: 'hearing' }
    const told = opened()
      .at(noon('2026-03-04'))
      .takes('handler', 'pause', { ...hearing, stoodFrom: '2026-03-03', stoodTo: '2026-03-04' })
    expect(clock(told)).toMatchObject({ state: 'running', dueOn: '2026-03-14' })
    const open = told.at(noon('2026-03-06')).takes('handler', 'pause', hearing)
    expect(clock(open)?.pauses.at(-1)).toMatchObject({ firstDay: '2026-03-06', until: '2026-03-08', kind: 'hearing' })
    open
      .at(noon('2026-03-08'))
      .refuses(
        'handler',
        'resume',
        'form-invalid',
        { issues: [{ field: 'stoodTo', rule: 'too-late', limit: '2026-03-08' }] },
        { stoodTo: '2026-03-09' },
      )
    const after = open.waits(noon('2026-03-12'))
    expect(clock(after)).toMatchObject({ state: 'running', dueOn: '2026-03-17' })
    expect(after.events().at(-1)).toMatchObject({ type: 'DeadlineResumed', lastDay: '2026-03-08' })
    after.refuses(
      'handler',
      'pause',
      'form-invalid',
      { issues: [{ field: 'what', rule: 'too-large', limit: 5 }] },
      hearing,
    )
    expect(clock(after.takes('handler', 'pause', { reason: '检测', what: 'testing' }))?.state).toBe('paused')
  })

  test('cannot end when none have begun', () => {
    opened().refuses('handler', 'resume', 'guard-refused', { guard: 'clockPaused' })
  })
})

describe('asking for a check', () => {
  const said = (day: string) => opened().at(noon(day)).takes('handler', 'report')

  test('holds the clock, which is late for nobody while it is held', () => {
    const told = said('2026-03-11').waits(noon('2026-03-20'))
    expect(clock(told)).toMatchObject({ state: 'held', heldAt: '2026-03-11T05:00:00.000Z' })
    expect(told.events().map(({ type }) => type)).toEqual(['MatterOpened', 'StepTaken'])
  })

  test('is doing in time only when the check confirms it', () => {
    const told = said('2026-03-11').at(noon('2026-03-20'))
    expect(clock(told.takes('handler', 'confirm'))).toMatchObject({ state: 'met', endedAt: '2026-03-11T05:00:00.000Z' })
    const failed = told.takes('handler', 'sendBack')
    expect(clock(failed)).toMatchObject({ state: 'running', dueOn: '2026-03-12' })
    expect(clock(failed.waits(noon('2026-03-21')))?.state).toBe('overdue')
  })

  test('may fail and be asked for again; what was late when it was said stays late', () => {
    const again = said('2026-03-05').takes('handler', 'sendBack').takes('handler', 'report').takes('handler', 'confirm')
    expect(clock(again)).toMatchObject({ state: 'met', endedAt: '2026-03-05T07:00:00.000Z' })
    const late = opened().waits(noon('2026-03-14')).takes('handler', 'report')
    expect(clock(late.takes('handler', 'sendBack'))).toMatchObject({ state: 'overdue', escalated: 1 })
    expect(clock(late.takes('handler', 'confirm'))?.endedAt).toBe('2026-03-14T05:00:00.000Z')
  })
})

describe('asking for more time', () => {
  const grant = { reason: '复杂', extendBy: 10 }

  test('too late is refused when it is asked', () => {
    opened()
      .at(noon('2026-03-10'))
      .refuses('handler', 'ask', 'extension-refused', {
        rule: 'too-late',
        applyBefore: { length: 3, unit: 'calendarDay' },
      })
  })

  test('in time may be granted until one day before, counted from the last day', () => {
    const asked = opened().at(noon('2026-03-09')).takes('handler', 'ask')
    const granted = asked.at(noon('2026-03-11')).takes('leader', 'grant', grant)
    expect(clock(granted)).toMatchObject({ dueOn: '2026-03-22' })
    expect(clock(granted)).not.toHaveProperty('askedAt')
    asked
      .at(noon('2026-03-12'))
      .refuses(
        'leader',
        'grant',
        'extension-refused',
        { rule: 'too-late', decideBefore: { length: 1, unit: 'calendarDay' } },
        grant,
      )
  })

  test('each further grant has its own length and its own granter; beyond the last there is none', () => {
    const once = opened().takes('leader', 'grant', grant)
    once.refuses('leader', 'grant', 'role-required', { roles: ['reviewer'] }, { reason: '复杂', extendBy: 5 })
    once.refuses('reviewer', 'grant', 'extension-refused', { rule: 'too-long' }, { reason: '复杂', extendBy: 6 })
    const twice = once.takes('reviewer', 'grant', { reason: '复杂', extendBy: 5 })
    expect(clock(twice)).toMatchObject({ dueOn: '2026-03-27' })
    twice.refuses('handler', 'ask', 'extension-refused', { rule: 'too-often', times: 2 })
  })
})

describe('what expiry does', () => {
  const published = () => opened().takes('handler', 'publish')

  test('the system takes the step at the end, and nobody is late', () => {
    const told = published().waits(noon('2026-03-08')).isIn('published').waits(noon('2026-03-10')).isIn('closed')
    expect(clock(told, 'objection')).toMatchObject({ state: 'lapsed', endedAt: endOfDay('2026-03-09') })
    expect(told.events().map(({ type }) => type)).not.toContain('DeadlineOverdue')
    expect(told.matter().outcome).toBe('closed')
  })

  test('an objection in time ends it, and nothing lapses', () => {
    const told = published().takes('handler', 'object').waits(noon('2026-03-20')).isIn('working')
    expect(clock(told, 'objection')?.state).toBe('met')
  })
})

describe('counting backwards', () => {
  const fixed = (meetingOn: string) =>
    opened().at(noon('2026-03-04')).takes('handler', 'fix', { meetingOn, cadence: 'weekly' })

  test('three clear days before a meeting on the 20th end on the 16th', () => {
    const told = fixed('2026-03-20')
    expect(clock(told, 'notice')).toMatchObject({
      dueOn: '2026-03-16',
      before: { day: '2026-03-20', clearDays: 3 },
      roll: 'none',
    })
    expect(clock(told.at(noon('2026-03-17')).takes('handler', 'tell'), 'notice')).toMatchObject({ state: 'met' })
    const late = told.waits(noon('2026-03-17'))
    expect(clock(late, 'notice')?.state).toBe('overdue')
  })

  test('a day that leaves less is refused when it is fixed, with the first day that would do', () => {
    expect(clock(fixed('2026-03-08'), 'notice')?.dueOn).toBe('2026-03-04')
    opened()
      .at(noon('2026-03-04'))
      .refuses(
        'handler',
        'fix',
        'form-invalid',
        { issues: [{ field: 'meetingOn', rule: 'too-early', limit: '2026-03-08' }] },
        { meetingOn: '2026-03-07', cadence: 'weekly' },
      )
  })
})

describe('lengths by the answer to a choice', () => {
  test('have a unit each: weekly is seven days, monthly a calendar month', () => {
    const every = (cadence: string) =>
      clock(opened().at(noon('2026-03-04')).takes('handler', 'fix', { meetingOn: '2026-03-31', cadence }), 'report')
    expect(every('weekly')).toMatchObject({ dueOn: '2026-03-11', period: { length: 7, unit: 'calendarDay' } })
    expect(every('monthly')).toMatchObject({ dueOn: '2026-04-04', period: { length: 1, unit: 'month' } })
  })

  test('a report that is made starts the next, and is made, not cancelled', () => {
    const told = opened()
      .takes('handler', 'fix', { meetingOn: '2026-03-31', cadence: 'weekly' })
      .takes('handler', 'feedBack')
    const reports = told.matter().clocks.filter(({ deadline }) => deadline === 'report')
    expect(reports.map(({ id, state }) => [id, state])).toEqual([
      ['report#1', 'met'],
      ['report#2', 'running'],
    ])
  })
})

describe('after closing', () => {
  test('only clocks that outlast the matter run on, are late and are met', () => {
    const closed = opened()
      .takes('handler', 'fix', { meetingOn: '2026-03-31', cadence: 'weekly' })
      .takes('handler', 'close')
    expect(closed.matter().clocks.map(({ id, state }) => [id, state])).toEqual([
      ['work#1', 'met'],
      ['notice#1', 'cancelled'],
      ['report#1', 'cancelled'],
      ['archive#1', 'running'],
    ])
    expect(clock(closed.waits(noon('2026-06-03')), 'archive')).toMatchObject({ state: 'overdue', dueOn: '2026-06-02' })
    const filed = closed.takes('handler', 'file')
    expect([filed.matter().group, clock(filed, 'archive')?.state]).toEqual(['done', 'met'])
  })
})
