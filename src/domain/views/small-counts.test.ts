import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEW, mergedSmall, type ToldCount, toldParts } from './small-counts.ts'

/** By trying all: every value each part may have had, for a reader who knows the rule's words and the total. */
function possible(total: ToldCount, parts: readonly ToldCount[], most: number): Set<number>[] {
  const found = parts.map(() => new Set<number>())
  const may = (told: ToldCount, count: number) =>
    typeof told === 'number' ? told === count : told === 'few' ? count < FEW : total === 'few' || count >= FEW
  const counts: number[] = []
  const walk = (sum: number) => {
    if (counts.length === parts.length) {
      if (total === 'few' ? sum < FEW : total === 'hidden' ? true : sum === total)
        counts.forEach((count, at) => {
          found[at]?.add(count)
        })
      return
    }
    for (let count = 0; count <= most; count += 1) {
      if (!may(parts[counts.length] ?? 'few', count)) continue
      counts.push(count)
      walk(sum + count)
      counts.pop()
    }
  }
  walk(0)
  return found
}

test('no small count follows from what is told: total less the others leaves several', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }), (counts) => {
      const { total, parts } = toldParts(counts)
      const sets = possible(total, parts, 24)
      for (const [at, told] of parts.entries()) {
        if (typeof told === 'number') expect(told).toBe(counts[at])
        else expect(sets[at]?.size, `${counts} told as ${total}: ${parts}`).toBeGreaterThan(1)
        expect(sets[at]).toContain(counts[at])
      }
      expect(parts.filter((told) => typeof told === 'number' && told < FEW)).toEqual([])
    }),
  )
})

test.each([2, 3])('whoever knows the rule too is left with several: all tables of %i parts', (size) => {
  const tables: number[][] = [[]]
  for (let at = 0; at < size; at += 1)
    tables.splice(
      0,
      tables.length,
      ...tables.flatMap((row) => Array.from({ length: 14 }, (_, count) => [...row, count])),
    )
  const alike = Map.groupBy(tables, (counts) => JSON.stringify(toldParts(counts)))
  // A larger table would be told alike where all stand at the edge of what was tried.
  for (const [told, group] of alike)
    for (const [at, one] of (JSON.parse(told) as ReturnType<typeof toldParts>).parts.entries())
      if (one === 'few' && group.every((counts) => counts.every((count) => count < 13)))
        expect(new Set(group.map((counts) => counts[at])).size, told).toBeGreaterThan(1)
})

test('what can be told is told', () => {
  expect(toldParts([7, 9, 12])).toEqual({ total: 28, parts: [7, 9, 12] })
  expect(toldParts([2, 3, 12])).toEqual({ total: 17, parts: ['few', 'few', 12] })
  expect(toldParts([2, 30, 12])).toEqual({ total: 44, parts: ['few', 'hidden', 'hidden'] })
  expect(toldParts([1, 2])).toEqual({ total: 'few', parts: ['hidden', 'hidden'] })
})

test('small groups are one without a name, with the next when they are small together', () => {
  const groups = (sizes: Record<string, number>) =>
    mergedSmall(
      new Map(Object.entries(sizes).map(([name, size]) => [name, Array.from({ length: size }, () => name)])),
      (all) => all.length,
    ).map(([name, members]) => [name, members.length])
  expect(groups({ a: 40, b: 9, c: 2 })).toEqual([
    ['a', 40],
    ['', 11],
  ])
  expect(groups({ a: 40, b: 9, c: 3, d: 2 })).toEqual([
    ['a', 40],
    ['b', 9],
    ['', 5],
  ])
  expect(groups({ a: 40, '': 1, b: 9 })).toEqual([
    ['a', 40],
    ['', 10],
  ])
  expect(groups({ a: 3 })).toEqual([['', 3]])
  expect(groups({})).toEqual([])
})
