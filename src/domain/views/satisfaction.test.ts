import { expect, test } from 'vitest'
import { toldSatisfaction } from './satisfaction.ts'

const told = (satisfied: number, dissatisfied: number, unrated: number) => {
  const { unitId: _, ...counts } = toldSatisfaction({ unitId: 'dongpu', satisfied, dissatisfied, unrated })
  return counts
}

test('numbers large enough are told', () =>
  expect(told(40, 12, 9)).toEqual({ rated: 52, satisfied: 40, dissatisfied: 12, unrated: 9 }))

test('a small number is few, and the other one hidden, since it would give the small one away', () => {
  expect(told(40, 2, 9)).toEqual({ rated: 42, satisfied: 'hidden', dissatisfied: 'few', unrated: 9 })
  expect(told(0, 8, 9)).toEqual({ rated: 8, satisfied: 'few', dissatisfied: 'hidden', unrated: 9 })
})

test('of few ratings nothing more is told', () =>
  expect(told(3, 1, 0)).toEqual({ rated: 'few', satisfied: 'hidden', dissatisfied: 'hidden', unrated: 'few' }))

test('five ratings that are all alike do not say that nobody was dissatisfied', () =>
  expect(told(5, 0, 9)).toEqual({ rated: 'hidden', satisfied: 'hidden', dissatisfied: 'few', unrated: 9 }))
