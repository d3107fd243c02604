import { expect, test } from 'vitest'
import { systemActor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { errorText } from '../../domain/wording/error-text.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { decide } from './decide.ts'

const soon: Procedure = { ...tinyProcedure, id: 'soon', effectiveOn: '2026-07-01' }
const parent: Procedure = {
  ...tinyProcedure,
  steps: {
    ...tinyProcedure.steps,
    split: {
      ...(tinyProcedure.steps['split'] as Procedure['steps'][string]),
      opens: [{ procedure: 'soon', link: 'childOf', carry: { title: 'title' } }],
    },
  },
}
const rulebook = { ...TEST_RULEBOOK, procedures: [parent, soon] }
const form = { title: '一件' }
const notYet = expect.objectContaining({
  code: 'procedure-not-yet',
  details: expect.objectContaining({ procedure: 'soon', effectiveOn: '2026-07-01' }),
})

test('nobody opens a matter before the first version of its kind takes effect', () => {
  expect(() => given(soon, 'clerk', form, { rulebook, at: '2026-06-30T15:59:00.000Z' })).toThrow(notYet)
  given(soon, 'clerk', form, { rulebook, at: '2026-06-30T16:00:00.000Z' }).isIn('received')
  expect(errorText('procedure-not-yet', { effectiveOn: '2026-07-01' }, 'zh')).toBe('这一类事项2026-07-01起才办理')
})

test('nor does a step open one', () => {
  const matter = given(parent, 'clerk', form, { rulebook })
  matter.refuses('handler', 'split', 'procedure-not-yet', { procedure: 'soon' })
})

test('an old ledger has matters from before: they follow the first version', () => {
  const command = { type: 'OpenMatter', procedure: 'soon', channel: 'other', unitId: 'dongpu', form } as const
  const events = decide(soon, undefined, command, systemActor(TEST_TENANT), {
    now: '2011-05-01T02:00:00.000Z',
    rulebook,
    identity: { matterId: 'm', reference: 'SY-2011-0001' },
  })
  expect(events[0]).toMatchObject({ type: 'MatterOpened', procedureVersion: 1 })
  expect(actorOf('clerk').roles).not.toContain('system')
})
