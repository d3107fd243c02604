import { expect, test } from 'vitest'
import type { Matter } from '../../domain/matter/matter.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { stepWaitsFor } from './waits-for.ts'

const stepsOfReport = PROCEDURES.find(({ id }) => id === 'report')?.steps ?? {}

/** Whose work a step of a report is that lies at a unit, with nobody named yet. */
function workOf(name: string, unitId: string): string[] {
  const step = stepsOfReport[name]
  if (!step) throw new Error(`a report has no step ${name}`)
  return stepWaitsFor(step, matterAt(unitId), DIRECTORY)
}

const matterAt = (unitId: string) =>
  ({ unitId, originUnitId: unitId, participants: [], clocks: [] }) as unknown as Matter

test('accepting is the work of the window, routing that of the triage officer; the leader may, but it is not their work', () => {
  expect(workOf('accept', 'qinglan')).toEqual(['clerk@qinglan'])
  expect(workOf('triage', 'qinglan')).toEqual(['triageOfficer@qinglan'])
  expect(workOf('assign', 'qinglan')).toEqual(['triageOfficer@qinglan'])
})

test('what only the leader may do waits for the leader', () => {
  expect(workOf('answerUp', 'dongpu')).toEqual(['leader@qinglan'])
})

test('an order goes to the handlers of the unit, not to its mediators too', () => {
  expect(workOf('takeOver', 'dongpu')).toEqual(['handler@dongpu'])
})

test('a unit without the first role has its own people look at it beside the nearest who has that role', () => {
  const grade = PROCEDURES.find(({ id }) => id === 'hazard')?.steps['grade']
  expect(grade && stepWaitsFor(grade, matterAt('dongpu'), DIRECTORY)).toEqual(['inspector@qinglan', 'handler@dongpu'])
  expect(workOf('accept', 'beitang')).toEqual(['clerk@yunxi'])
})

test('nothing waits for a post that nobody holds while somebody above it may do the work', () => {
  const { accept } = stepsOfReport
  if (!accept) throw new Error('a report has no step accept')
  const posts = Object.fromEntries(
    Object.entries(DIRECTORY.posts).map(([id, { holder, ...post }]) => [
      id,
      post.unitId === 'yunxi' || !holder ? post : { ...post, holder },
    ]),
  )
  expect(stepWaitsFor(accept, matterAt('beitang'), { ...DIRECTORY, posts })).toEqual(['clerk@qinglan'])
})

test('what only those above and outside a unit may do waits at the unit above it', () => {
  const review = PROCEDURES.find(({ id }) => id === 'petition')?.steps['takeUpReview']
  expect(review && stepWaitsFor(review, matterAt('xiatang'), DIRECTORY)).toEqual(['leader@dongpu'])
})
