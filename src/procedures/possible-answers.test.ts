import { describe, expect, test } from 'vitest'
import type { Field, FormValues } from '../domain/procedure/form.ts'
import { checkForm } from '../domain/procedure/form-check.ts'
import { given, PHOTO, TEST_RULEBOOK } from '../testing/given.ts'
import { PROCEDURES } from './all.ts'
import { hazardV1 } from './hazard/v1/procedure.ts'
import { reportV1 } from './report/v1/procedure.ts'
import { taskV1 } from './task/v1/procedure.ts'

// The first step is taken at 2026-03-02 09:00 China time, each further one an hour later.
const hazard: FormValues = { title: '疏散通道堵塞', category: 'building', description: '被车堵住', place: '东浦镇' }
const order: FormValues = {
  documentNo: '令1号',
  servedOn: '2026-03-02',
  legalBasis: '《安全生产法》第六十五条',
  responsibleUnit: '某物业',
  measures: '清空通道',
  rectifyBy: '2026-03-20',
  unit: 'qinglan',
  owner: 'handler',
}
const graded = () =>
  given(hazardV1, 'inspector', hazard).takes('inspector', 'grade', { level: 'general', criterion: '标准' })
const refusesOrder = (form: FormValues, issue: object) =>
  graded().refuses('inspector', 'issueOrder', 'form-invalid', { issues: [issue] }, { ...order, ...form })

describe('an order', () => {
  test('that was overdue when it was signed is refused: nothing is raised in the same minute', () => {
    refusesOrder({ rectifyBy: '2020-01-01' }, { field: 'rectifyBy', rule: 'too-early', limit: '2026-03-02' })
    refusesOrder({ rectifyBy: '2026-03-01' }, { field: 'rectifyBy', rule: 'too-early' })
    graded().takes('inspector', 'issueOrder', { ...order, rectifyBy: '2026-03-02' })
  })

  test('is not served tomorrow, nor before the hazard was found', () => {
    refusesOrder({ servedOn: '2026-03-03' }, { field: 'servedOn', rule: 'too-late' })
    refusesOrder({ servedOn: '2020-03-03' }, { field: 'servedOn', rule: 'too-early' })
  })

  test('names a post of the unit that follows it up, not of another', () => {
    refusesOrder({ owner: 'yunxi-clerk', unit: 'dongpu' }, { field: 'owner', rule: 'post-elsewhere' })
    graded().takes('inspector', 'issueOrder', { ...order, unit: 'dongpu', owner: 'xiatang-grid' })
  })

  test('does not go to a unit where nobody holds a post', () => {
    refusesOrder({ unit: 'safety', owner: 'handler' }, { field: 'unit', rule: 'nobody-there' })
  })
})

test('a hazard is not found in 2031', () => {
  expect(() => given(hazardV1, 'inspector', { ...hazard, foundOn: '2031-01-01' })).toThrow('"rule":"too-late"')
})

test('a pause neither begins before the order nor ends after today', () => {
  const ordered = graded().takes('inspector', 'issueOrder', order)
  const pause = { reason: '送检', document: '委托1号', testBy: '2026-03-10' }
  const paused = ordered
    .refuses(
      'leader',
      'pause',
      'form-invalid',
      { issues: [{ field: 'pausedFrom', rule: 'too-early' }] },
      { ...pause, pausedFrom: '2020-01-01' },
    )
    .refuses(
      'leader',
      'pause',
      'form-invalid',
      { issues: [{ field: 'pausedFrom', rule: 'too-late' }] },
      { ...pause, pausedFrom: '2030-01-01' },
    )
    .takes('leader', 'pause', { ...pause, pausedFrom: '2026-03-02' })
  paused.refuses(
    'leader',
    'resume',
    'form-invalid',
    { issues: [{ field: 'pausedTo', rule: 'too-late' }] },
    { reportNo: '1', pausedTo: '2035-01-01' },
  )
})

test('a unit without anybody is refused by the question that names it, also when another matter is opened there', () => {
  given(reportV1, 'clerk', { title: '路灯不亮', category: 'facility', description: '三盏', place: '东浦镇' })
    .takes('clerk', 'accept', { difficulty: 'simple' })
    .refuses(
      'triage',
      'triage',
      'form-invalid',
      { issues: [{ field: 'toUnit', rule: 'nobody-there' }], form: 'triage', procedure: 'report' },
      { route: 'hazard', toUnit: 'safety', hazardCategory: 'electric' },
    )
})

test('a day in a row is refused in the row', () => {
  const part = { title: '北桥', demand: '加固', unit: 'dongpu', dueOn: '2026-02-01' }
  given(taskV1, 'triage', {
    title: '三处桥栏加固',
    description: '逐桥查',
    dueOn: '2026-03-20',
    category: 'meeting',
  }).refuses(
    'leader',
    'split',
    'form-invalid',
    { issues: [{ field: 'parts.0.dueOn', rule: 'too-early' }] },
    { parts: [part] },
  )
})

describe('every date of every procedure', () => {
  const dates = PROCEDURES.flatMap((procedure) =>
    Object.entries(procedure.forms).flatMap(([form, { fields }]) =>
      Object.entries(fields as Readonly<Record<string, Field>>).flatMap(([name, field]) =>
        field.kind === 'date' || field.kind === 'dateTime' ? [{ name: `${procedure.id}.${form}.${name}`, field }] : [],
      ),
    ),
  )

  test.each(dates.map(({ name, field }) => [name, field] as const))('%s refuses a day that cannot be', (_, field) => {
    const { title } = field
    const refused = (day: string) =>
      checkForm(
        { title, fields: { it: field } },
        { it: field.kind === 'date' ? day : `${day}T09:00` },
        {
          directory: TEST_RULEBOOK.directory,
          now: '2026-03-02T02:00:00.000Z',
          openedAt: '2026-02-20T02:00:00.000Z',
        },
      ).issues.length > 0
    expect(refused('1900-01-01')).toBe(true)
    expect(refused('2199-01-01')).toBe(true)
    expect(refused('2020-01-01') || refused('2035-01-01')).toBe(true)
    expect(refused('2026-03-02')).toBe(false)
  })
})

test('evidence is still taken on the day itself', () => {
  graded()
    .takes('inspector', 'issueOrder', order)
    .takes('handler', 'selfCheck', { fixedOn: '2026-03-02', doneWork: '清空了' }, [PHOTO])
    .isIn('selfChecked')
})
