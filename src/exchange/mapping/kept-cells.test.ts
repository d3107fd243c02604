import { expect, test } from 'vitest'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'
import { readMapping } from './import-mapping.ts'
import { keptCells, NOT_KEPT, personalColumns } from './kept-cells.ts'

const mapping = (form: object) =>
  readMapping(
    JSON.stringify({
      name: 'window-book',
      time: { zone: 'Asia/Shanghai', format: 'yyyy-MM-dd' },
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

test('numbers that name people are masked wherever they stand, and so are columns of names', () => {
  const personal = personalColumns(mapping({ title: '{事由}' }), [tinyProcedure])
  const row = {
    编号: '330109199001011239',
    事由: '来电13900001234反映，身份证330109199001011239，库号202603050000001',
    经过: '我叫王试题，打１３９ ００００ １２３４或0571-87654321，卡6222021234567890128',
    反映人: '张示例',
  }
  expect(keptCells(row, personal, false)).toEqual({
    编号: NOT_KEPT,
    事由: `来电${NOT_KEPT}反映，身份证${NOT_KEPT}，库号202603050000001`,
    经过: `我叫${NOT_KEPT}，打${NOT_KEPT}或${NOT_KEPT}，卡${NOT_KEPT}`,
    反映人: NOT_KEPT,
  })
})

test('what no database stores does not stand in a rejected row', () => {
  expect(keptCells({ 事由: 'a\0b\uD800' }, new Set(), false)).toEqual({ 事由: 'a\uFFFDb\uFFFD' })
})
