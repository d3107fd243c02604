import { expect, test } from 'vitest'
import { toldLines } from './told-lines.ts'

test('of few ratings nothing is told, and nothing from which they follow beside the figure of the unit above', () => {
  expect(toldLines([[9], [6], [0]])).toEqual(['told', 'told', 'small'])
  // 16 above, less 9 and 6, would be the one.
  expect(toldLines([[9], [6], [1]])).toEqual(['told', 'hidden', 'small'])
  expect(toldLines([[9], [6], [3], [2]])).toEqual(['told', 'told', 'small', 'small'])
  expect(toldLines([[4], [3]])).toEqual(['small', 'small'])
  expect(toldLines([])).toEqual([])
})

test('where a formula reads several questions, none is told where one has few', () => {
  const ratings = [
    [9, 8],
    [7, 12],
    [6, 2],
  ]
  expect(toldLines(ratings)).toEqual(['hidden', 'told', 'small'])
})

test('who reads no ratings is told of every line', () => {
  expect(toldLines([[], []])).toEqual(['told', 'told'])
})
