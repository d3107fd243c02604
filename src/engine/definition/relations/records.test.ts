import { expect, test } from 'vitest'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { text } from '../../../domain/wording/text.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { faultsOf } from '../faults-of.ts'

const site = PROCEDURES.find(({ id }) => id === 'site') as Procedure
const named = (id: string) => PROCEDURES.find((each) => each.id === id) as Procedure
const withField = (procedure: Procedure, name: string, field: Procedure['forms'][string]['fields'][string]) => {
  const form = procedure.forms[procedure.opening.form]
  return {
    ...procedure,
    forms: { ...procedure.forms, [procedure.opening.form]: { ...form, fields: { ...form?.fields, [name]: field } } },
  } as Procedure
}
const paths = (procedure: Procedure) => faultsOf(procedure, PROCEDURES).map(({ path }) => path)

test('a question cannot point to what is no record', () => {
  const title = text('单位', 'Organisation')
  expect(paths(withField(site, 'organisation', { kind: 'record', of: 'task', title }))).toContain(
    'forms.site.fields.organisation.of',
  )
  const rows = {
    kind: 'items',
    title,
    fields: { organisation: { kind: 'record', of: 'organisation', title } },
  } as const
  expect(paths(withField(site, 'organisations', rows))).toContain('forms.site.fields.organisations.fields.organisation')
})

test('a record asks for nothing personal', () => {
  const contact = {
    kind: 'text',
    title: text('联系人', 'Contact'),
    personal: { purpose: text('联系', 'Contact'), retention: { length: 1, unit: 'year' } },
  } as const
  expect(paths(withField(named('organisation'), 'contact', contact))).toContain(
    'forms.organisation.fields.contact.personal',
  )
})

test('is in force in states that it has', () => {
  expect(paths({ ...site, record: { inForce: ['published'] } })).toContain('record.inForce.0')
})
