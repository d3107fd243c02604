import { describe, expect, test } from 'vitest'
import { movedDown, withInserted } from './formula-rows.ts'

describe('a formula after rows were put in behind row 9', () => {
  const inserted = { behind: 9, count: 5, grows: true }
  test.each([
    ['a stretch that ends there takes them in', 'SUM(D4:D9)', 'SUM(D4:D14)'],
    ['a stretch of one row too', 'SUM(D9:D9)', 'SUM(D9:D14)'],
    ['what stands below moves', 'D10+D$11-SUM(A12:B13)', 'D15+D$16-SUM(A17:B18)'],
    ['what stands above stays', 'D3*$D$8', 'D3*$D$8'],
    ['its own sheet by name', "'台账 1'!D10+台账!D10", "'台账 1'!D10+台账!D15"],
    ['another workbook is another', '[1]台账!D10', '[1]台账!D10'],
    ['texts, names and functions are none', 'LOG10(2)&"D10"&合计D10&ABC10X', 'LOG10(2)&"D10"&合计D10&ABC10X'],
    ['whole columns', 'SUM(D:D)', 'SUM(D:D)'],
  ])('%s', (_, formula, moved) => {
    expect(withInserted(formula, '台账', true, inserted)).toBe(moved)
  })

  test('in another sheet only what names this one', () => {
    expect(withInserted('D10+台账!D10', '台账', false, inserted)).toBe('D10+台账!D15')
  })
})

test('a formula further down names its own row, save where it holds one fast', () => {
  expect(movedDown('E4-F4+$G$1+H$4+SUM(A4:B4)', 3)).toBe('E7-F7+$G$1+H$4+SUM(A7:B7)')
})
