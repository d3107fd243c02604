import { expect, test } from 'vitest'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { Schedule } from '../../../domain/procedure/schedule.ts'
import { scheduledProcedure } from '../../../testing/procedures/scheduled-procedure.ts'
import { faultsOf } from '../faults-of.ts'

const paths = (procedure: Procedure) => faultsOf(procedure, [procedure]).map(({ path }) => path)
const quarterly = scheduledProcedure.schedules?.['quarterly'] as Schedule
const withSchedule = (changes: Partial<Schedule>): Procedure => ({
  ...scheduledProcedure,
  schedules: { quarterly: { ...quarterly, ...changes } },
})

test('a schedule that answers what its opening form demands holds together', () => {
  expect(paths(scheduledProcedure)).toEqual([])
})

test('a required question that nothing answers is a fault', () => {
  expect(paths(withSchedule({ answers: {} }))).toContain('schedules.quarterly.answers')
})

test('so are an answer to no question, one that is no option, and a due day that is no date', () => {
  expect(paths(withSchedule({ answers: { form: 'report', of: '1' } }))).toContain('schedules.quarterly.answers.of')
  expect(paths(withSchedule({ answers: { form: 'song' } }))).toContain('schedules.quarterly.answers.form')
  expect(paths(withSchedule({ due: { field: 'title', at: 'end' } }))).toContain('schedules.quarterly.due.field')
})

test('a matter opens and is due within a year of its period', () => {
  expect(paths(withSchedule({ opens: { at: 'end', after: 400 } }))).toContain('schedules.quarterly.opens.after')
  expect(paths(withSchedule({ due: { field: 'dueOn', at: 'end', after: 400 } }))).toContain(
    'schedules.quarterly.due.after',
  )
})

test('a day lies before or after, not both', () => {
  expect(paths(withSchedule({ opens: { at: 'end', before: 1, after: 1 } }))).toContain('schedules.quarterly.opens')
})

test('a cycle or a kind of unit that there is not is no definition', () => {
  expect(paths(withSchedule({ every: 'week' as never }))).toContain('schedules.quarterly.every')
  expect(paths(withSchedule({ units: ['person' as never] }))).toContain('schedules.quarterly.units.0')
})

test('a record does not open by itself', () => {
  expect(paths({ ...scheduledProcedure, record: { inForce: ['due'] } })).toContain('schedules')
})
