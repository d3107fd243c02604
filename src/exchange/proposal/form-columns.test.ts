import { describe, expect, test } from 'vitest'
import { PROCEDURES } from '../../procedures/all.ts'
import { formColumns, RUNNING_NUMBER } from './form-columns.ts'

const hazard = PROCEDURES.findLast(({ id }) => id === 'hazard')
if (!hazard) throw new Error('there are no hazards')
const filled = (names: readonly string[], reading?: Parameters<typeof formColumns>[2]) =>
  formColumns(names, hazard, reading).map(({ field }) => field)

describe('the columns of a form', () => {
  test('are known by the headings of the kind’s own ledger', () => {
    const own = hazard.ledger.map(({ title }) => title.zh)
    expect(filled(own)).toEqual(hazard.ledger.map(({ field }) => field))
  })

  test('or by what all ledgers call such a thing, each thing once', () => {
    expect(filled(['序号', '登记编号', '发现日期', '主要隐患', '存在问题'])).toEqual([
      RUNNING_NUMBER,
      'reference',
      'openedAt',
      undefined,
      'title',
    ])
  })

  test('as the unit reads such a ledger when it comes in, before all else', () => {
    const reading = { kind: 'hazard', key: ['编号'], opened: '某日', answers: { place: '哪里' }, values: {} }
    expect(filled(['编号', '哪里', '某日'], reading)).toEqual(['reference', 'place', 'openedAt'])
    expect(filled(['编号', '哪里', '某日'], { ...reading, kind: 'report' })).not.toContain('openedAt')
  })

  test('are not written where they may not come in', () => {
    expect(filled(['身份证号', '民族', '']).every((field) => field === undefined)).toBe(true)
  })
})
