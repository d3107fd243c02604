import { expect, test } from 'vitest'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { readMapping } from './import-mapping.ts'
import { keptCells, NOT_KEPT, personalColumns } from './kept-cells.ts'

const mapping = (form: object) =>
  readMapping(
    JSON.stringify({
      name: 'window-book',
      time: { zone: 'Asia/Shanghai', format: 'YYYY-MM-DD' },
      key: '编号',
      kind: 'tiny',
      opened: '日期',
      unit: 'qinglan',
      channel: 'window',
      form,
    }),
  )
const cells = { 编号: '7', 日期: '', 事由: '路灯不亮', 电话: '13900001234', 手机: '' }

test('a rejected row is kept without what would have been sealed', () => {
  const personal = personalColumns(mapping({ title: '{事由}', phone: ['{手机}', '{电话}'] }), [tinyProcedure])
  expect(keptCells(cells, personal, false)).toEqual({ ...cells, 电话: NOT_KEPT })
})

test('of a row whose cells are shifted nothing is kept, since each may be the phone', () => {
  const personal = personalColumns(mapping({ title: '{事由}', reporter: '{电话}' }), [tinyProcedure])
  const kept = keptCells(cells, personal, true)
  expect(kept).toEqual({ 编号: NOT_KEPT, 日期: '', 事由: NOT_KEPT, 电话: NOT_KEPT, 手机: '' })
})

test('a file without personal columns is kept as it is', () => {
  const personal = personalColumns(mapping({ title: '{事由}' }), [tinyProcedure])
  expect(keptCells(cells, personal, true)).toEqual(cells)
})
