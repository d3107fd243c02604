import { describe, expect, test } from 'vitest'
import { fenIn, numberIn, yesNoIn } from './cell-values.ts'

const PEOPLE = { title: { zh: '涉及人数', en: 'People' } }
const PLACES = { title: { zh: '点位数', en: 'Places' } }

describe('a cell as people write it', () => {
  test.each(['是', '有', '√', '✓', '☑', 'Y', 'TRUE', ' 是 '])('%s is yes', (cell) => expect(yesNoIn(cell)).toBe('yes'))
  test.each(['否', '无', '没有', '×', '✗', '☐', 'x', 'FALSE'])('%s is no', (cell) => expect(yesNoIn(cell)).toBe('no'))
  test.each(['待定', '/', '是否', '已办'])('%s is neither, and the form says so', (cell) =>
    expect(yesNoIn(cell)).toBe(cell),
  )

  test.each([
    ['12', '12'],
    ['1,234', '1234'],
    ['１２', '12'],
    ['12人', '12'],
    ['十二人', '12'],
    ['三百二十户', '320'],
    ['张三、李四；王五', '3'],
    ['张三 、李四，王五/赵六', '4'],
    ['张三等5人', '5'],
    ['张三等十二人', '12'],
  ])('%s people are %s', (cell, number) => expect(numberIn(cell, PEOPLE)).toBe(number))
  test.each(['若干', '10余人', '十多人', '2-3人', '张三', '东街路口、西街路口往北', ''])(
    '"%s" is no number that is sure',
    (cell) => expect(numberIn(cell, PEOPLE)).toBe(cell),
  )
  test('only people are counted by their names', () => expect(numberIn('东街、西街', PLACES)).toBe('东街、西街'))

  test.each([
    ['1,234.5', '123450'],
    ['￥3000元', '300000'],
    ['2.5万元', '2500000'],
    ['3万5千', '3500000'],
    ['三万五千元', '3500000'],
    ['叁万伍仟元整', '3500000'],
    ['人民币壹佰元正', '10000'],
    ['12元5角', '1250'],
    ['十二元五角三分', '1253'],
    ['0', '0'],
  ])('%s are %s fen', (cell, fen) => expect(fenIn(cell)).toBe(fen))
  test.each(['面议', '三万五', '1-2万', '100美元', '元', '3.5.1'])('%s is no amount', (cell) =>
    expect(fenIn(cell)).toBe(cell),
  )
})
