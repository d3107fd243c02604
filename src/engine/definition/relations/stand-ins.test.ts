import { expect, test } from 'vitest'
import type { StandsIn } from '../../../domain/procedure/hands/stands-in.ts'
import { leaveProcedure } from '../../../testing/procedures/leave-procedure.ts'
import { faultsOf } from '../faults-of.ts'

const paths = (change: Partial<StandsIn>) => {
  const standsIn = { ...(leaveProcedure.standsIn as StandsIn), ...change }
  return faultsOf({ ...leaveProcedure, standsIn }, [leaveProcedure]).map(({ path }) => path)
}

test('a kind by which somebody stands in holds together', () => {
  expect(faultsOf(leaveProcedure, [leaveProcedure])).toEqual([])
})

test('who stands in for whom is asked as posts, and from when until when as days or moments', () => {
  expect(paths({ for: 'title' })).toEqual(['standsIn.for'])
  expect(paths({ by: ['deputy', 'nobody'] })).toEqual(['standsIn.by'])
  expect(paths({ from: 'post', until: 'never' })).toEqual(['standsIn.from', 'standsIn.until'])
  expect(paths({ rows: 'shifts' })).toEqual(['standsIn.rows'])
})

test('nobody stands in by a matter that is over, or in a state that is none', () => {
  expect(paths({ states: ['granted', 'ended', 'nowhere'] })).toEqual(['standsIn.states.1', 'standsIn.states.2'])
})
