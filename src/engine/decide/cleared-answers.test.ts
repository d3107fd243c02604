import { describe, expect, test } from 'vitest'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { DeadlineRule } from '../../domain/procedure/deadline.ts'
import type { Field, FieldOf, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { text } from '../../domain/wording/text.ts'
import { TEST_RULEBOOK } from '../../testing/given.ts'
import { actorOf, TEST_TENANT } from '../../testing/people.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { evolve, replay } from '../record/evolve.ts'
import { decide } from './decide.ts'

const word = (more: Partial<FieldOf<'text'>> = {}): Field => ({ kind: 'text', title: text('话', 'Word'), ...more })
const consent: Field = {
  kind: 'choice',
  title: text('同意', 'Consent'),
  options: { yes: text('是', 'Yes'), no: text('否', 'No') },
}
const step = (more: Partial<Step>): Step => ({
  title: text('一步', 'Step'),
  from: 'open',
  by: ['clerk'],
  form: 'asked',
  ...more,
})

/** Every question that a later step can ask again, and everything that depends on its answer. */
const asking: Procedure = {
  ...tinyProcedure,
  forms: {
    ...tinyProcedure.forms,
    asked: {
      title: text('问', 'Asked'),
      fields: {
        consent,
        remark: word(),
        place: word({ sets: 'place' }),
        owner: { ...word(), kind: 'post', sets: 'owner' },
      },
    },
    other: { title: text('别的', 'Other'), fields: { remark: word() } },
  },
  deadlines: {
    ...tinyProcedure.deadlines,
    agreed: { ...(tinyProcedure.deadlines['handle'] as DeadlineRule), when: { field: 'consent', is: ['yes'] } },
  },
  steps: {
    ask: step({}),
    goOn: step({ guards: ['consentGiven'] }),
    goOnAskingNothing: step({ guards: ['consentGiven'], form: 'other' }),
    start: step({ starts: ['agreed'] }),
    pass: step({ opens: [{ procedure: 'tiny', link: 'childOf', carry: { title: 'title', place: 'place' } }] }),
  },
}
const rulebook: Rulebook = { ...TEST_RULEBOOK, procedures: [asking] }
const clerk: Actor = actorOf('clerk')
const now = '2026-03-02T02:00:00.000Z'

const opened = replay(
  decide(
    asking,
    undefined,
    {
      type: 'OpenMatter',
      procedure: 'tiny',
      channel: 'window',
      unitId: 'dongpu',
      form: { title: '一件', place: '桥头' },
    },
    clerk,
    { now, rulebook, identity: { matterId: 'm', reference: 'SY-2026-0001' } },
  ),
) as Matter

const taken = (matter: Matter, id: string, form: FormValues) =>
  decide(asking, matter, { type: 'TakeStep', step: id, form }, clerk, { now, rulebook })
const then = (matter: Matter, id: string, form: FormValues) => taken(matter, id, form).reduce<Matter>(evolve, matter)
const agreed = then(opened, 'ask', { consent: 'yes', remark: '都在场', owner: 'handler' })

describe('a field that was emptied', () => {
  test.each([
    ['null', null],
    ['an empty text', ''],
    ['blanks', '  '],
  ])('is not answered by an earlier consent: %s', (_, emptied) => {
    expect(agreed.fields).toMatchObject({ consent: 'yes' })
    expect(() => taken(agreed, 'goOn', { consent: emptied })).toThrow(
      expect.objectContaining({ code: 'guard-refused', details: expect.objectContaining({ guard: 'consentGiven' }) }),
    )
  })

  test('and one that the step asks and nobody answers, neither', () => {
    expect(() => taken(agreed, 'goOn', {})).toThrow(expect.objectContaining({ code: 'guard-refused' }))
  })

  test('while a step that does not ask goes by the answer on record', () => {
    expect(taken(agreed, 'goOnAskingNothing', { remark: '接着办' })).toHaveLength(1)
    const cleared = then(agreed, 'ask', { consent: null })
    expect(() => taken(cleared, 'goOnAskingNothing', { remark: '接着办' })).toThrow(
      expect.objectContaining({ code: 'guard-refused' }),
    )
  })

  test('stays empty on record', () => {
    expect(then(agreed, 'ask', { remark: '' }).fields['remark']).toBeNull()
    expect(then(agreed, 'ask', { remark: null }).fields['remark']).toBeNull()
    expect(then(agreed, 'ask', {}).fields['remark']).toBe('都在场')
  })

  test('takes its fact from the matter, and is not found again in what is opened from it', () => {
    const cleared = then(agreed, 'ask', { place: null, owner: '' })
    expect(cleared).not.toHaveProperty('place')
    expect(cleared).not.toHaveProperty('ownerPostId')
    const carried = (matter: Matter, form: FormValues) =>
      taken(matter, 'pass', form).flatMap((event) => (event.type === 'StepTaken' ? event.opens : []))[0]?.form
    expect(carried(agreed, {})).toEqual({ title: '一件', place: '桥头' })
    expect(carried(agreed, { place: null })).toEqual({ title: '一件' })
    expect(carried(cleared, {})).toEqual({ title: '一件' })
  })

  test('starts no clock that hangs on the answer', () => {
    const clocks = (form: FormValues) =>
      taken(agreed, 'start', form).flatMap((event) => (event.type === 'StepTaken' ? event.clocks : []))
    expect(clocks({})).toMatchObject([{ type: 'started' }])
    expect(clocks({ consent: null })).toEqual([])
  })

  test('never lifts a complaint out of hiding, nor takes title or unit away', () => {
    const asksAll: Procedure = {
      ...asking,
      forms: {
        ...asking.forms,
        asked: {
          title: text('问', 'Asked'),
          fields: {
            t: word({ sets: 'title' }),
            u: { ...word(), kind: 'unit', sets: 'unit' },
            a: { ...word(), kind: 'unit', sets: 'aboutUnit' },
          },
        },
      },
    }
    const about: Matter = { ...opened, aboutUnitId: 'yunxi', tenant: TEST_TENANT }
    const [event] = decide(
      asksAll,
      about,
      { type: 'TakeStep', step: 'ask', form: { t: null, u: null, a: null } },
      clerk,
      {
        now,
        rulebook,
      },
    )
    expect(event).toMatchObject({ facts: {} })
  })
})
