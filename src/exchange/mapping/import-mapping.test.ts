import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AnlanError } from '../../domain/wording/errors.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { findHeadings } from '../table/headings.ts'
import { checkMapping } from './check-mapping.ts'
import { type ImportMapping, readMapping } from './import-mapping.ts'
import { wantedColumns } from './mapping-columns.ts'

const RULEBOOK = { procedures: PROCEDURES, calendar: chinaCalendar, directory: DIRECTORY, overrides: {} }
const HEADINGS = ['no', 'found', 'due', 'done', 'what', 'where', 'kind', 'office']

const hazards: ImportMapping = {
  name: 'hazards-2025',
  time: { zone: 'Asia/Shanghai', format: 'yyyy/M/d' },
  key: 'no',
  kind: 'hazard',
  opened: 'found',
  unit: { column: 'office' },
  channel: 'import',
  form: {
    title: '{what}',
    category: { column: 'kind', values: { 消防: 'fire' }, default: 'other' },
    description: '{what}',
    place: '{where}',
  },
  steps: [{ step: 'grade', at: 'found', form: { level: 'general', criterion: '按台账' } }],
}

/** The faults a mapping is refused with: `where: what`. */
function faultsOf(check: () => unknown): string[] {
  try {
    check()
    return []
  } catch (cause) {
    if (!(cause instanceof AnlanError)) throw cause
    return (cause.details['faults'] as { at: string; en: string }[]).map(({ at, en }) => `${at}: ${en}`)
  }
}

const faultsIn = (change: object, headings: readonly string[] = HEADINGS) => {
  const mapping = { ...hazards, ...change }
  return faultsOf(() => checkMapping(mapping, findHeadings([headings], wantedColumns(mapping)), RULEBOOK))
}
const COLUMNS = `it has: ${HEADINGS.join(', ')}`

describe('reading a mapping', () => {
  test('the example is a mapping, and so is the smallest one', () => {
    const example = readFileSync(join(import.meta.dirname, '../../../examples/boston-2011/mapping.json'), 'utf8')
    expect(readMapping(example).name).toBe('boston-311-2011')
    expect(readMapping(JSON.stringify(hazards))).toEqual(hazards)
  })

  test('a misspelt part, a missing part and a wrong form are each named', () => {
    expect(faultsOf(() => readMapping(JSON.stringify({ ...hazards, opend: 'found' })))[0]).toMatch(/opend/)
    expect(faultsOf(() => readMapping(JSON.stringify({ ...hazards, key: undefined })))[0]).toMatch(/^key: /)
    expect(faultsOf(() => readMapping(JSON.stringify({ ...hazards, name: 'Ä b' })))[0]).toMatch(/^name: /)
    expect(faultsOf(() => readMapping('{'))[0]).toMatch(/is not JSON/)
  })
})

describe('checking a mapping before any row is read', () => {
  test('one that fits has no fault', () => expect(faultsIn({})).toEqual([]))

  test('a column that the file has not', () => {
    expect(faultsIn({ opened: 'fund' })).toEqual([`opened: the file has no column "fund"; ${COLUMNS}`])
    expect(faultsIn({ form: { ...hazards.form, place: '{town}, {where}' } })).toEqual([
      `form.place: the file has no column "town"; ${COLUMNS}`,
    ])
    expect(faultsIn({ steps: [{ ...hazards.steps?.[0], when: { column: 'state', is: ['x'] } }] })).toEqual([
      `steps.0.when: the file has no column "state"; ${COLUMNS}`,
    ])
  })

  test('a heading that stands twice, unless the place says which is meant', () => {
    expect(faultsIn({}, [...HEADINGS, 'where'])).toEqual([
      'form.place: columns 6, 9 are all called "where"; say which with "#6" or "#9"',
    ])
    expect(faultsIn({ form: { ...hazards.form, place: '{#9}' } }, [...HEADINGS, 'where'])).toEqual([])
  })

  test('a zone that is several zones', () => {
    expect(faultsIn({ time: { zone: 'CST' } })[0]).toMatch(/^time.zone: "CST" may be several zones/)
  })

  test('a kind, step, deadline, field or option that the definitions have not', () => {
    expect(faultsIn({ kind: 'hazzard' })).toEqual(['kind: there is no kind of matter "hazzard"'])
    expect(faultsIn({ steps: [{ step: 'grad', at: 'found' }] })).toEqual(['steps.0.step: hazard has no step "grad"'])
    expect(faultsIn({ due: { column: 'due', deadlines: ['handle'] } })).toEqual([
      'due.deadlines: hazard has no deadline "handle"',
    ])
    expect(faultsIn({ form: { ...hazards.form, colour: 'red' } })).toEqual(['form.colour: the form has no such field'])
    expect(faultsIn({ form: { ...hazards.form, category: { column: 'kind', values: { 消防: 'fires' } } } })[0]).toMatch(
      /form.category: "fires" is no option/,
    )
  })

  test('a required field that nothing fills, a zone that is not known, a unit to make others under that is not there', () => {
    expect(faultsIn({ form: { title: '{what}', category: 'fire', place: '{where}' } })[0]).toMatch(
      /form.description: is required/,
    )
    expect(faultsIn({ time: { zone: 'Asia/Shanghigh', format: 'yyyy/M/d' } })[0]).toMatch(/^time: /)
    expect(faultsIn({ unit: { column: 'office', createUnits: { under: 'moon', kind: 'department' } } })).toEqual([
      'office: there is no unit "moon" to make units under',
    ])
  })

  test('all faults at once, not one after the other', () => {
    expect(faultsIn({ key: 'nr', opened: 'fund', kind: 'x' })).toHaveLength(3)
  })
})
