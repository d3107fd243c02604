import { describe, expect, test } from 'vitest'
import type { History } from '../../domain/matter/history.ts'
import { PROCEDURES } from '../../procedures/all.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { DIRECTORY } from '../../testing/people.ts'
import { createLedgerTimes } from '../table/ledger-times.ts'
import type { ImportMapping } from './import-mapping.ts'
import { caseHistory } from './row-history.ts'
import { timeRules } from './row-times.ts'
import { unitsToCreate } from './unit-names.ts'

const RULEBOOK = { procedures: PROCEDURES, calendar: chinaCalendar, directory: DIRECTORY, overrides: {} }

const mapping: ImportMapping = {
  name: 'reports',
  time: { zone: 'Asia/Shanghai', format: 'yyyy/M/d H:mm' },
  key: 'no',
  kind: { column: 'sort', values: { 诉求: 'report' } },
  opened: 'opened',
  due: { column: 'due', deadlines: ['handle'] },
  unit: { column: 'office', values: { 一科: 'safety' } },
  channel: { column: 'how', values: { 电话: 'phone' }, default: 'other' },
  form: {
    title: '{what}',
    category: 'facility',
    description: ['{more}', '{what}'],
    place: '{where}',
    placeUnit: { column: 'village' },
    happenedOn: '{opened}',
  },
  steps: [
    { step: 'accept', at: 'opened', by: 'desk', form: { difficulty: 'ordinary' } },
    {
      step: 'answer',
      at: 'closed',
      when: { column: 'result', is: ['办结'] },
      form: { opinion: 'solved', reply: '{result}', toldHow: 'phone' },
    },
    { step: 'decline', at: 'closed', when: { column: 'result', is: ['不受理'] } },
  ],
}
const row = {
  no: '17',
  sort: '诉求',
  opened: '2026/3/2 9:00',
  due: '2026/3/9 17:30',
  closed: '2026/3/5 10:00',
  result: '办结',
  office: '一科',
  how: '电话',
  what: '路灯不亮',
  more: '',
  where: '三组',
  village: '下塘村',
}

const read = (change: Partial<typeof row>) =>
  caseHistory(
    {
      tenant: 'qinglan',
      mapping,
      rulebook: RULEBOOK,
      readTime: createLedgerTimes(timeRules(mapping)),
      now: '2026-06-01T00:00:00.000Z',
      idOf: (key) => `id-${key}`,
      personal: new Set(),
    },
    [{ ...row, ...change }],
  )
const FORMATS = 'yyyy/M/d H:mm, 2026-03-05 09:30'
const issues = (change: Partial<typeof row>) => (read(change) as { issues: unknown }).issues

describe('a row', () => {
  test('quotes what is wrong in whole characters, which every database stores, and without numbers of people', () => {
    const [{ cell = '' } = {}] = issues({ opened: `${'日'.repeat(199)}😀😀` }) as { cell?: string }[]
    expect(cell).toBe(`${'日'.repeat(199)}😀`)
    expect(issues({ opened: '昨天，打１３９ ００００ １２３４' })).toMatchObject([{ cell: '昨天，打•••' }])
  })

  test('is found by the number it has in its ledger, unless that is the number of a person', () => {
    const numberOf = (no: string) => {
      const result = read({ no })
      return 'history' in result && result.history.opening.command.sourceNumber
    }
    expect(numberOf('信访2026-17')).toBe('信访2026-17')
    expect(numberOf('330109199001011239')).toBeUndefined()
    expect(numberOf('13900001234')).toBeUndefined()
  })

  test('becomes an opening with the steps that its cells tell', () => {
    expect(read({})).toMatchObject({
      history: {
        id: 'id-17',
        opening: {
          at: '2026-03-02T01:00:00.000Z',
          actor: { personId: 'import', postId: 'system' },
          command: {
            procedure: 'report',
            channel: 'phone',
            unitId: 'safety',
            sourceNumber: '17',
            setDue: { handle: '2026-03-09T09:30:00.000Z' },
            form: { title: '路灯不亮', description: '路灯不亮', placeUnit: 'xiatang', happenedOn: '2026-03-02' },
          },
        },
        steps: [
          {
            at: '2026-03-02T01:00:00.000Z',
            actor: { personId: 'import:desk' },
            command: { step: 'accept', form: { difficulty: 'ordinary' } },
          },
          { at: '2026-03-05T02:00:00.000Z', command: { step: 'answer', form: { reply: '办结' } } },
        ],
      },
    })
  })

  test('without a closing time stays open, without a due time has no clock', () => {
    const { history } = read({ closed: '', due: '' }) as { history: History }
    expect(history.steps).toHaveLength(1)
    expect(history.opening.command).toMatchObject({ setDue: {} })
  })

  test.each([
    [{ no: '' }, [{ field: 'key', rule: 'required', column: 'no' }]],
    [{ opened: '' }, [{ field: 'opened', rule: 'required', column: 'opened' }]],
    [{ opened: '3月2日' }, [{ field: 'opened', rule: 'not-a-date', column: 'opened', cell: '3月2日', limit: FORMATS }]],
    [
      { opened: '2027/1/1 0:00' },
      [{ field: 'opened', rule: 'in-the-future', column: 'opened', cell: '2027/1/1 0:00' }],
    ],
    [{ sort: '表扬' }, [{ field: 'kind', rule: 'not-an-option', column: 'sort', cell: '表扬' }]],
    [{ office: '九科' }, [{ field: 'unit', rule: 'not-a-unit', column: 'office', cell: '九科' }]],
    [{ office: '' }, [{ field: 'unit', rule: 'required', column: 'office' }]],
    [{ village: '桃源村' }, [{ field: 'placeUnit', rule: 'not-a-unit', column: 'village', cell: '桃源村' }]],
    [{ due: '2026/3/1 9:00' }, [{ field: 'due', rule: 'before-opening', column: 'due', cell: '2026/3/1 9:00' }]],
    [
      { closed: '2026/3/1 9:00' },
      [{ field: 'answer', rule: 'before-opening', column: 'closed', cell: '2026/3/1 9:00' }],
    ],
    [
      { due: 'soon', closed: 'later' },
      [
        { field: 'answer', rule: 'not-a-date', column: 'closed', cell: 'later', limit: FORMATS },
        { field: 'due', rule: 'not-a-date', column: 'due', cell: 'soon', limit: FORMATS },
      ],
    ],
  ])('with %j is rejected with field, rule, column and cell', (change, expected) =>
    expect(issues(change)).toEqual(expected),
  )
})

describe('units that a file names', () => {
  const creating: ImportMapping = {
    ...mapping,
    unit: { column: 'office', createUnits: { under: 'qinglan', kind: 'department' } },
  }

  test('are made once, with an id that follows from the name', () => {
    const rows = [
      { ...row, office: 'Parks & Recreation' },
      { ...row, office: 'Parks & Recreation' },
      { ...row, office: '园林科' },
    ]
    const units = unitsToCreate(creating, rows, DIRECTORY)
    expect(units.map(({ name }) => name)).toEqual(['Parks & Recreation', '园林科'])
    expect(units[0]?.id).toMatch(/^parks-recreation-[0-9a-f]{6}$/)
    expect(unitsToCreate(creating, rows, DIRECTORY)).toEqual(units)
  })

  test('are not made when a unit has the id or one of the names', () => {
    expect(
      unitsToCreate(
        creating,
        [
          { ...row, office: '县应急管理局' },
          { ...row, office: 'safety' },
          { ...row, office: 'Safety bureau' },
        ],
        DIRECTORY,
      ),
    ).toEqual([])
  })
})
