import { expect, test } from 'vitest'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { playingProcedure } from '../../../testing/procedures/playing-procedure.ts'
import { tinyProcedure } from '../../../testing/tiny-procedure.ts'
import { faultsOf } from '../faults-of.ts'

const paths = (procedure: Procedure) => faultsOf(procedure, [tinyProcedure, procedure]).map(({ path }) => path)

test('an exercise that plays other kinds holds together', () => {
  expect(paths(playingProcedure)).toEqual([])
})

test('an exercise is no record that others point to, and nobody reports one', () => {
  expect(paths({ ...playingProcedure, record: { inForce: ['played'] } })).toContain('record')
  const steps = { add: ['inject'], withdraw: ['inject'], satisfied: ['inject'], dissatisfied: ['inject'] }
  expect(paths({ ...playingProcedure, reporting: { steps, promises: [] } })).toContain('reporting')
})

test('the letters of exercises stand on no other kind', () => {
  const { exercise, ...earnest } = playingProcedure
  expect(exercise).toBe(true)
  expect(paths({ ...earnest, id: 'earnest' })).toContain('prefix')
})

test('the same matter does not turn from an exercise into earnest', () => {
  const gap = playingProcedure.steps['gap']
  if (!gap?.opens) throw new Error('no gap')
  const steps = {
    ...playingProcedure.steps,
    gap: { ...gap, opens: gap.opens.map((one) => ({ ...one, carriesOn: true as const })) },
  }
  expect(paths({ ...playingProcedure, title: text('演练', 'Exercise'), steps })).toContain(
    'steps.gap.opens.0.inEarnest',
  )
})
