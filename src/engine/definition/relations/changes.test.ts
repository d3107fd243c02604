import { expect, test } from 'vitest'
import type { Field, FieldOf } from '../../../domain/procedure/form.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { lessonV1 } from '../../../procedures/lesson/v1/procedure.ts'
import { riskgraphV1 } from '../../../procedures/riskgraph/v1/procedure.ts'
import { faultsOf } from '../faults-of.ts'

const others = PROCEDURES.filter(({ id }) => id !== 'lesson')
const paths = (change: Partial<Procedure>) => {
  const changed = { ...lessonV1, ...change }
  return faultsOf(changed, [...others, changed]).map(({ path }) => path)
}
const rowsOf = (form: string, name: string) => lessonV1.forms[form]?.fields[name] as FieldOf<'items'>
const withRows = (form: string, name: string, more: Partial<FieldOf<'items'>>) => {
  const known = lessonV1.forms[form]
  const fields = { ...known?.fields, [name]: { ...rowsOf(form, name), ...more } as Field }
  return paths({ forms: { ...lessonV1.forms, [form]: { title: known?.title ?? lessonV1.title, fields } } })
}
const withStep = (name: string, more: object) =>
  paths({ steps: { ...lessonV1.steps, [name]: { ...lessonV1.steps[name], ...more } as Procedure['steps'][string] } })

const at = 'forms.proposal.fields.checklistRows.changes'
const changes = rowsOf('proposal', 'checklistRows').changes as NonNullable<FieldOf<'items'>['changes']>

test('changes are of rows that a record has, by columns that both have, and say add, change or drop', () => {
  const changing = (more: Partial<typeof changes>) =>
    withRows('proposal', 'checklistRows', { changes: { ...changes, ...more } })
  expect(changing({})).toEqual([])
  expect(changing({ record: 'lesson' })).toContain(`${at}.record`)
  expect(changing({ rows: 'lines' })).toContain(`${at}.rows`)
  expect(changing({ key: 'demand' })).toContain(`${at}.key`)
  expect(changing({ act: 'item' })).toContain(`${at}.act`)
  expect(changing({ needs: ['colour'] })).toContain(`${at}.needs.0`)
  const { fields } = rowsOf('proposal', 'checklistRows')
  const colour = { kind: 'text', title: { zh: '颜色', en: 'Colour' } } as const
  expect(withRows('proposal', 'checklistRows', { fields: { ...fields, colour } })).toContain(`${at}.rows`)
})

test('exposed units are listed by a step, from places on record of kinds that a question chooses', () => {
  const exposed = rowsOf('acceptance', 'exposed').exposed as NonNullable<FieldOf<'items'>['exposed']>
  const listing = (more: Partial<typeof exposed>) =>
    withRows('acceptance', 'exposed', { exposed: { ...exposed, ...more } })
  const path = 'forms.acceptance.fields.exposed.exposed'
  expect(listing({ places: 'report' })).toContain(`${path}.places`)
  expect(listing({ among: 'lesson' })).toContain(`${path}.among`)
  expect(listing({ also: 'lesson' })).toContain(`${path}.also`)
  const fields = { unit: rowsOf('acceptance', 'exposed').fields['unit'] as Field }
  expect(withRows('acceptance', 'exposed', { fields })).toContain('forms.acceptance.fields.exposed.fields')
})

test('a record is changed by a person, by the step it has for it, and the system says which version came of it', () => {
  const [first] = lessonV1.steps['adopt']?.revises ?? []
  const revising = (more: object) => withStep('adopt', { revises: [{ ...first, ...more }] })
  expect(revising({ by: 'lesson' })).toContain('steps.adopt.revises.0.by')
  expect(revising({ step: 'publish' })).toContain('steps.adopt.revises.0.step')
  expect(revising({ basis: 'because' })).toContain('steps.adopt.revises.0.basis')
  expect(revising({ carry: { reason: 'nothing' } })).toContain('steps.adopt.revises.0.carry')
  expect(revising({ made: { step: 'apply', names: 'checklistAfter' } })).toContain('steps.adopt.revises.0.made')
  expect(revising({ made: { step: 'versionMade', names: 'planAfter' } })).toContain('steps.adopt.revises.0.made')
})

test('what came back is counted among kinds, outcomes and answers that there are', () => {
  const { cameBack } = lessonV1
  const back = (more: object) => paths({ cameBack: { ...cameBack, ...more } as NonNullable<typeof cameBack> })
  expect(back({})).toEqual([])
  expect(back({ checks: 'nothing' })).toContain('cameBack.checks')
  expect(back({ foundToo: ['elsewhere'] })).toContain('cameBack.foundToo.0')
  expect(back({ without: ['elsewhere'] })).toContain('cameBack.without.0')
  expect(back({ category: 'lesson' })).toContain('cameBack.category')
  expect(back({ item: 'checkBy' })).toContain('cameBack.item')
  expect(back({ made: 'sheet' })).toContain('cameBack.made')
  expect(back({ versions: [{ before: 'checklist', after: 'planAfter' }] })).toContain('cameBack.versions.0')
})

test('a cascade names rows and columns of the kinds it needs', () => {
  const cascade = { ...riskgraphV1.cascade, chance: 'from', weight: 'begins' } as NonNullable<Procedure['cascade']>
  const faulty = { ...riskgraphV1, cascade }
  const found = faultsOf(faulty, [...PROCEDURES.filter(({ id }) => id !== 'riskgraph'), faulty])
  expect(found.map(({ path }) => path)).toEqual(['cascade.chance', 'cascade.weight'])
})
