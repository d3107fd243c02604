import { describe, expect, test } from 'vitest'
import type { Clock } from '../../domain/procedure/deadline.ts'
import { endOfDay } from '../../domain/time/time.ts'
import { given, type Told } from '../../testing/given.ts'
import { timedProcedure } from '../../testing/timed-procedure.ts'
import { faultsOf } from '../definition/faults-of.ts'

/** Opened on Monday 2 March 2026; ten days end on 12 March. */
const opened = () => given(timedProcedure, 'clerk', { title: '计时' })
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
      told.refuses('handler', 'pause', 'form-invalid', { issues: [issue] }, { reason: '检测', ...form })
    refused({ stoodFrom: '2026-03-01' }, { field: 'stoodFrom', rule: 'too-early', limit: '2026-03-02' })
    refused({ stoodFrom: '2026-03-10' }, { field: 'stoodFrom', rule: 'too-late', limit: '2026-03-09' })
    refused(
      { stoodFrom: '2026-03-05', stoodTo: '2026-03-04' },
      { field: 'stoodTo', rule: 'too-early', limit: '2026-03-05' },
    )
    const paused = told.takes('handler', 'pause', { reason: '检测', stoodFrom: '2026-03-04' })
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
      .takes('handler', 'pause', { reason: '检测', stoodFrom: '2026-03-04', stoodTo: '2026-03-06' })
    expect(clock(told)).toMatchObject({ state: 'running', dueOn: '2026-03-15' })
    told
      .takes('handler', 'pause', { reason: '检测' })
      .refuses('handler', 'pause', 'guard-refused', { guard: 'clockRunning' }, { reason: '再停' })
  })

  test('count though they are recorded after the last day; the mark of being late goes', () => {
    const late = opened().waits(noon('2026-03-14'))
    expect(clock(late)?.state).toBe('overdue')
    late.refuses('handler', 'pause', 'guard-refused', { guard: 'clockRunning' }, { reason: '检测' })
    const told = late.takes('handler', 'pause', { reason: '检测', stoodFrom: '2026-03-10', stoodTo: '2026-03-13' })
    expect(clock(told)).toMatchObject({ state: 'running', dueAt: endOfDay('2026-03-16') })
  })

  test('cannot end when none have begun', () => {
    opened().refuses('handler', 'resume', 'guard-refused', { guard: 'clockPaused' })
  })
})
