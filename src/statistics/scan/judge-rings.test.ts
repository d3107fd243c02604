import { expect, test } from 'vitest'
import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import { knowsEnough, type RingFamily, ringsOfNight, ringsOfPast } from './judge-rings.ts'
import { neighbourhoods } from './neighbourhoods.ts'
import { ringScatter } from './ring-scatter.ts'

const PLACES = 30
const DAYS = 400
const END = DAYS - 1

/** A year and more of matters dealt out by chance over places that differ in size, each `times` over. */
function quiet(seed: number, matters: number, times = 1): RingFamily {
  const uniform = mrg32k3a([seed, 2, 3, 4, 5, 6])
  const places = Array.from({ length: PLACES }, () => ({ x: uniform() * 50, y: uniform() * 50 }))
  const drawn = Array.from({ length: matters }, (): readonly [number, number] => [
    Math.floor(uniform() * DAYS),
    Math.floor(PLACES * uniform() * uniform()),
  ]).sort(([a], [b]) => a - b)
  const all = drawn.flatMap((each) => Array.from({ length: times }, () => each))
  const cases = { days: Int32Array.from(all, ([day]) => day), places: Int32Array.from(all, ([, place]) => place) }
  return { cases, rings: neighbourhoods(places, 25), from: 0, seed: [seed, 9, 9, 9, 9, 9] }
}

/** With as many more in a place and its two nearest in the last ten days. */
function planted(family: RingFamily, more: number): RingFamily {
  const near = [...family.rings.near.subarray(0, 3)]
  const days = Array.from({ length: more }, (_, at) => END - 9 + Math.floor((at * 10) / more))
  const places = Int32Array.from([...family.cases.places, ...days.map((_, at) => near[at % 3] ?? 0)])
  const all = [...family.cases.days, ...days].map((day, at) => [day, places[at] ?? 0] as const)
  all.sort(([a], [b]) => a - b)
  return {
    ...family,
    cases: { days: Int32Array.from(all, ([day]) => day), places: Int32Array.from(all, ([, place]) => place) },
  }
}

test('a ring that had more than its share is found, with its places, and in no other category', () => {
  const [ring, ...more] = ringsOfNight(planted(quiet(1, 500), 18), END, Math.log(0.001))
  expect(more).toEqual([])
  const { near } = quiet(1, 500).rings
  expect([...near.subarray(0, 3)].filter((place) => ring?.places.includes(place)).length).toBeGreaterThanOrEqual(2)
  expect([7, 14]).toContain(ring?.days)
  expect(ring?.observed).toBeGreaterThan(3 * (ring?.expected ?? 0))
  expect(ringsOfNight(quiet(1, 500), END, Math.log(0.001))).toEqual([])
})

test('is as unusual as it says: of quiet nights about one in twenty lies below 0.05', () => {
  const below = Array.from(
    { length: 200 },
    (_, run) => ringsOfNight(quiet(run + 1, 400), END, Math.log(0.05)).length > 0,
  )
  const share = below.filter(Boolean).length / below.length
  expect(share).toBeGreaterThan(0.01)
  expect(share).toBeLessThan(0.1)
})

test('matters that come in threes count as fewer', () => {
  const scatter = (times: number) => {
    const { cases, rings } = quiet(3, 900, times)
    return ringScatter(cases, END, rings.places, [1, 2, 3, 4, 5, 6])
  }
  expect(scatter(1)).toBeLessThan(1.2)
  expect(scatter(3)).toBeGreaterThan(2)
})

test('says the same each time, nothing of an office that is new, and has a past to keep a budget on', () => {
  const family = planted(quiet(4, 500), 12)
  expect(ringsOfNight(family, END, 0)).toEqual(ringsOfNight(family, END, 0))
  expect(knowsEnough({ from: END - 60 }, END)).toBe(false)
  expect(ringsOfNight({ ...family, from: END - 60 }, END, 0)).toEqual([])
  expect(ringsOfPast(quiet(5, 500), END, 52)).toHaveLength(41)
})

test('a ring ends with no place that lies as far away as the next', () => {
  const { ends, near } = neighbourhoods(
    [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: -1, y: 0 },
      { x: 3, y: 0 },
    ],
    25,
  )
  expect([...near.subarray(0, 4)]).toEqual([0, 1, 2, 3])
  expect([...ends.subarray(0, 4)]).toEqual([0, 0, 1, 1])
})
