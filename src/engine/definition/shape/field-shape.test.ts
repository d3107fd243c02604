import { expect, test } from 'vitest'
import type { Field } from '../../../domain/procedure/form.ts'
import type { State } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { planted, procedureOf, told } from '../../../testing/planted.ts'
import { fieldShape } from './field-shape.ts'

const title = text('问', 'Question')
const options = { yes: text('是', 'Yes') }

// Each of these neither compiles nor passes the check: the type and the check know the same keys.
const ODD_FIELDS: readonly [string, Field][] = [
  // @ts-expect-error
  ['a unit with a length', { kind: 'unit', title, max: 3 }],
  // @ts-expect-error
  ['a choice without options', { kind: 'choice', title }],
  // @ts-expect-error
  ['rows without questions', { kind: 'items', title }],
  // @ts-expect-error
  ['a text with options', { kind: 'text', title, options }],
  // @ts-expect-error
  ['a number with a first day', { kind: 'number', title, notBefore: 'today' }],
  // @ts-expect-error
  ['a unit for some roles', { kind: 'unit', title, roles: ['clerk'] }],
  // @ts-expect-error
  ['a text that sets the unit', { kind: 'text', title, sets: 'unit' }],
  // @ts-expect-error
  ['a long text that sets the title', { kind: 'longText', title, sets: 'title' }],
  // @ts-expect-error
  ['a text that says how long', { kind: 'text', title, means: 'extendBy' }],
  // @ts-expect-error
  ['a level that is none', { kind: 'level', title, options: { yes: title } }],
]

test.each(ODD_FIELDS)('%s is no question', (_, field) => {
  expect(fieldShape(field, 'field')).not.toEqual([])
})

const ODD_STATES: readonly [string, State][] = [
  // @ts-expect-error
  ['a done state without an outcome', { title, public: title, group: 'done' }],
  // @ts-expect-error
  ['a done state with a lane', { title, public: title, group: 'done', outcome: 'resolved', lane: 'clerk' }],
  // @ts-expect-error
  ['an open state with an outcome', { title, public: title, group: 'open', outcome: 'resolved' }],
]

test.each(ODD_STATES)('%s is no state', (_, state) => {
  const faults = told(planted(procedureOf('report'), `states.${state.group === 'done' ? 'closed' : 'received'}`, state))
  expect(faults.map(({ path }) => path)).toContainEqual(expect.stringMatching(/^states\.\w+\.(outcome|lane)$/))
})
