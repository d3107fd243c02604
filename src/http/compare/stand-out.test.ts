import { expect, test } from 'vitest'
import { type LikeCount, standingOut } from './stand-out.ts'

const counts = (like: string, ...pairs: readonly (readonly [number, number])[]): LikeCount[] =>
  pairs.map(([numerator, denominator], at) => ({ name: `${like}-${at}`, like, numerator, denominator }))

test('a unit far above others of its kind stands out, though it would widen the limits of all', () => {
  const townships = counts('township', [3, 48], [3, 34], [26, 41], [5, 35], [7, 38], [5, 44])
  expect([...standingOut(townships)]).toEqual(['township-2'])
  // Departments differ from townships, and by as much among themselves.
  const departments = counts('department', [7, 50], [3, 19], [4, 19], [6, 26], [12, 57], [6, 43], [4, 30])
  expect([...standingOut([...departments, ...townships])]).toEqual(['township-2'])
})

test('where nobody else shows it, as few as chance would hardly put in one unit are enough, and two are not', () => {
  const others = [
    [0, 32],
    [0, 27],
    [0, 33],
    [0, 30],
    [0, 34],
  ] as const
  expect([...standingOut(counts('township', [4, 29], ...others))]).toEqual(['township-0'])
  expect([...standingOut(counts('township', [2, 29], ...others))]).toEqual([])
})

test('a unit alone of its kind, one without any such matter, and one below the others do not', () => {
  expect([...standingOut(counts('court', [9, 10]))]).toEqual([])
  expect([...standingOut(counts('township', [0, 0], [9, 30], [9, 30]))]).toEqual([])
  expect([
    ...standingOut(counts('township', [60, 200], [90, 200], [95, 200], [88, 200], [92, 200], [91, 200])),
  ]).toEqual([])
})
