import { expect, test } from 'vitest'
import { cellOf, columnLetters } from './row-source.ts'

test('a cell is written as spreadsheets write it', () => {
  const source = { sheet: '隐患台账', row: 12, columns: { title: 'F' } }
  expect(cellOf(source, 'title')).toBe('隐患台账!F12')
  expect(cellOf({ row: 12, columns: { title: 'F' } }, 'title')).toBe('F12')
  expect(cellOf(source, 'constructor')).toBeUndefined()
})

test('columns are counted as spreadsheets count them', () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA'])
})
