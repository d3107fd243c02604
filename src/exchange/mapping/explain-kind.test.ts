import { expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { findHeadings } from '../table/headings.ts'
import { checkMapping } from './check-mapping.ts'
import { explainKind } from './explain-kind.ts'
import { readMapping } from './import-mapping.ts'
import { wantedColumns } from './mapping-columns.ts'

const RULEBOOK = { procedures: PROCEDURES, calendar: chinaCalendar, directory: DIRECTORY, overrides: {} }

test.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))(
  'the example for %s is a mapping without a fault',
  (_, procedure) => {
    const { headings, mapping } = explainKind(procedure, 'qinglan').example
    const read = readMapping(JSON.stringify(mapping))
    expect(() => checkMapping(read, findHeadings([headings], wantedColumns(read)), RULEBOOK)).not.toThrow()
  },
)

test('a kind is explained with its questions, choices, steps, ends and deadlines', () => {
  const hazard = PROCEDURES.find(({ id }) => id === 'hazard')
  if (!hazard) throw new Error('no hazard')
  const { fields, steps, deadlines, states } = explainKind(hazard, 'qinglan')
  expect(fields.find(({ id }) => id === 'category')).toMatchObject({
    required: true,
    options: { fire: { zh: '消防' } },
  })
  expect(steps.find(({ id }) => id === 'writtenOffAsImported')).toMatchObject({ imported: true, to: 'writtenOff' })
  expect(Object.keys(deadlines)).toContain('rectify')
  expect(states['writtenOff']).toEqual({ zh: '已销号', en: 'Written off' })
})
