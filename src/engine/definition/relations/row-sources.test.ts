import { expect, test } from 'vitest'
import type { Field } from '../../../domain/procedure/form.ts'
import { PROCEDURES } from '../../../procedures/all.ts'
import { checkedSite } from '../../../testing/procedures/sheet-procedure.ts'
import { faultsOf } from '../faults-of.ts'

const book = PROCEDURES.filter(({ id }) => id !== 'site')
const paths = (fields: Record<string, Field> = {}) =>
  faultsOf(checkedSite(fields), [...book, checkedSite(fields)]).map(({ path }) => path)
const sheet = checkedSite().forms['revision']?.fields['sheet'] as Extract<Field, { kind: 'items' }>
const rowsFrom = sheet.rowsFrom as NonNullable<typeof sheet.rowsFrom>
const at = 'forms.revision.fields'
const withRows = (change: Partial<typeof rowsFrom>) =>
  paths({ sheet: { ...sheet, rowsFrom: { ...rowsFrom, ...change } } })

test('a sheet whose record, rows and columns are there is without fault', () => {
  expect(paths()).toEqual([])
})

test('names a question that points to a record, rows that it has, and the column that names each', () => {
  expect(withRows({ record: 'name' })).toContain(`${at}.sheet.rowsFrom.record`)
  expect(withRows({ rows: 'lines' })).toContain(`${at}.sheet.rowsFrom.rows`)
  expect(withRows({ key: 'points' })).toContain(`${at}.sheet.rowsFrom.key`)
})

test('takes columns that both have; where none is left to answer in, the rows come by themselves', () => {
  expect(withRows({ takes: ['colour'] })).toContain(`${at}.sheet.rowsFrom.takes.1`)
  expect(withRows({ takes: Object.keys(sheet.fields) })).not.toContain(`${at}.sheet.fields`)
})

test('asks a row after an answer that there is, and for a kind of place that there is', () => {
  expect(withRows({ after: { row: 'afterNo', answer: 'result', is: 'places' } })).toContain(
    `${at}.sheet.rowsFrom.after.is`,
  )
  expect(withRows({ after: { row: 'before', answer: 'result', is: 'afterResult' } })).toContain(
    `${at}.sheet.rowsFrom.after.row`,
  )
  expect(withRows({ only: { column: 'places', of: 'address' } })).toContain(`${at}.sheet.rowsFrom.only.of`)
})

test('counts rows that there are, by answers that a column offers', () => {
  const number = (computed: Extract<Field, { kind: 'number' }>['computed']) =>
    paths({ lost: { kind: 'number', title: { zh: '失分', en: 'Lost' }, ...(computed ? { computed } : {}) } })
  expect(number({ count: 'lines' })).toContain(`${at}.lost.computed.count`)
  expect(number({ count: 'sheet', where: [{ field: 'result', is: ['bad'] }] })).toContain(
    `${at}.lost.computed.where.0.is.0`,
  )
  expect(number({ sum: 'sheet', of: 'item' })).toContain(`${at}.lost.computed.of`)
  expect(number({ share: 'ok', outOf: 'asked' })).toContain(`${at}.lost.computed.share.0`)
})

test('takes an answer of the same kind from the record that the form names', () => {
  const name = checkedSite().forms['revision']?.fields['name'] as Field
  expect(paths({ name: { ...name, takenFrom: { record: 'organisation', field: 'fireExits' } } as Field })).toContain(
    `${at}.name.takenFrom.field`,
  )
  expect(paths({ name: { ...name, takenFrom: { record: 'nothing', field: 'name' } } as Field })).toContain(
    `${at}.name.takenFrom.record`,
  )
})
