import { describe, expect, test } from 'vitest'
import type { Sends } from '../../../domain/procedure/crossing/step-crossing.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'
import { crossingProcedure } from '../../../testing/crossing/crossing-procedure.ts'
import { faultsOf } from '../faults-of.ts'

const paths = (procedure: Procedure) => faultsOf(procedure, [procedure]).map(({ path }) => path)
const changed = (id: string, change: Partial<Step>): Procedure => ({
  ...crossingProcedure,
  steps: { ...crossingProcedure.steps, [id]: { ...(crossingProcedure.steps[id] as Step), ...change } },
})
const sends = (change: Partial<Sends>) => {
  const { crossing } = crossingProcedure.steps['sendUp'] as Step
  return changed('sendUp', { crossing: { sends: { ...(crossing as { sends: Sends }).sends, ...change } } })
}
const without = (id: string): Procedure => {
  const { [id]: _, ...steps } = crossingProcedure.steps
  return { ...crossingProcedure, steps }
}
const AT = 'steps.sendUp.crossing.sends'

describe('a kind that goes to other offices', () => {
  test('goes to one that stands the way it says, on a basis that is asked', () => {
    expect(paths(sends({ way: 'down' }))).toContain(`${AT}.to`)
    expect(paths(sends({ to: 'crossingWhy' }))).toContain(`${AT}.to`)
    expect(paths(sends({ basis: 'unasked' }))).toContain(`${AT}.basis`)
  })

  test('takes along what the other office demands, and nothing that means something here only', () => {
    expect(paths(sends({ carry: { materials: 'materials' } }))).toContain(`${AT}.carry`)
    expect(paths(sends({ carry: { title: 'title', aboutUnit: 'aboutUnit' } }))).toContain(`${AT}.carry.aboutUnit`)
    expect(paths(sends({ carry: { title: 'title', unknown: 'title' } }))).toContain(`${AT}.carry.unknown`)
  })

  test('names what is personal as such, and only that', () => {
    expect(paths(sends({ carry: { title: 'title', phone: 'phone' } }))).toContain(`${AT}.carry.phone`)
    expect(paths(sends({ personal: { title: 'title' } }))).toContain(`${AT}.personal.title`)
  })

  test('waits in a state that hears whether it was taken, came back or was asked back', () => {
    for (const id of ['takenAbove', 'notTakenAbove', 'backFromAbove']) expect(paths(without(id))).toContain(AT)
  })

  test('takes in what comes from there, by people, and hears by the system', () => {
    for (const id of ['arrive', 'takeIn', 'sendBack']) expect(paths(without(id))).toContain('steps')
    expect(paths(changed('takeIn', { by: ['system'] }))).toContain('steps.takeIn.by')
    expect(paths(changed('takenAbove', { by: ['clerk'] }))).toContain('steps.takenAbove.by')
  })

  test('is none that some people may not know of, nor an exercise', () => {
    expect(paths({ ...crossingProcedure, sight: { only: ['clerk'] } })).toContain('steps')
    expect(paths({ ...crossingProcedure, exercise: true })).toContain('steps')
  })
})
