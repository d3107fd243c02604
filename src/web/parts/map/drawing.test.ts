import { describe, expect, test } from 'vitest'
import type { MapArea, Ring } from '../../../domain/map/map-area.ts'
import type { Unit } from '../../../domain/unit/unit.ts'
import { text } from '../../../domain/wording/text.ts'
import { classesOf, classOf, toneOf } from './classes.ts'
import { labelPoint } from './label-point.ts'
import { addUp, layerOf } from './layer.ts'
import { outlineOf } from './outline.ts'
import { projectionOf } from './projection.ts'

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const area = (unitId: string, ...rings: Ring[]): MapArea => ({ unitId, polygons: [rings] })
const same = ([x, y]: readonly [number, number]) => [x, y] as const

describe('degrees become pixels', () => {
  test('north is up, and a degree from east to west is as much shorter as it is on the ground', () => {
    const { project, width, height } = projectionOf([area('a', box(110, 59, 112, 61))], 412)
    const [left, top] = project([110, 61])
    const [right, bottom] = project([112, 59])
    expect(left + right).toBeCloseTo(412)
    expect(top).toBeLessThan(bottom)
    // At 60° a degree of longitude is half one of latitude.
    expect((bottom - top) / (right - left)).toBeCloseTo(2, 1)
    expect([width, height]).toEqual([412, 472])
  })

  test('everything lies in the drawing, whatever its shape, and a single point breaks nothing', () => {
    for (const ring of [box(100, 30, 140, 30.1), box(100, 20, 100.1, 50), box(5, 5, 5, 5)]) {
      const { project, width, height } = projectionOf([area('a', ring)], 300)
      for (const [x, y] of ring.map(project)) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    }
    expect(projectionOf([], 300).height).toBeGreaterThan(0)
  })
})

describe('an outline', () => {
  test('is closed, to a tenth of a pixel, without corners that fall together', () => {
    const ring: Ring = [
      [0, 0],
      [0.01, 0.01],
      [10, 0],
      [10, 10.04],
      [0, 0],
    ]
    expect(outlineOf([[ring]], same)).toBe('M0 0L10 0L10 10L0 0Z')
  })
  test('has its holes as further lines, and nothing of what is too small to see', () => {
    expect(outlineOf([[box(0, 0, 9, 9), box(1, 1, 2, 2)], [box(0, 0, 0.01, 0.01)]], same).match(/M/g)).toHaveLength(2)
  })
})

describe('a name stands in its area', () => {
  test('also where the area is bent around another', () => {
    const bent: Ring = [
      [0, 0],
      [100, 0],
      [100, 100],
      [90, 100],
      [90, 10],
      [0, 10],
      [0, 0],
    ]
    const { at, room } = labelPoint([[bent]], same)
    expect(room).toBeGreaterThan(4.5)
    expect(at[0] > 90 || at[1] < 10).toBe(true)
  })
  test('and not in a hole, and in the largest of several parts', () => {
    const { at } = labelPoint([[box(0, 0, 3, 3)], [box(20, 20, 60, 60), box(30, 30, 59, 59)]], same)
    expect(at[0]).toBeGreaterThan(20)
    expect(at[0] < 30 || at[1] < 30).toBe(true)
  })
})

describe('classes of figures', () => {
  test('have round bounds, at most five, and nothing is in none', () => {
    const classes = classesOf([0, 3, 88], true)
    expect(classes.map(({ upTo }) => upTo)).toEqual([20, 40, 60, 80, 100])
    expect([0, 1, 20, 21, 88].map((value) => classOf(classes, value))).toEqual([undefined, 0, 0, 1, 4])
  })
  test('begin where the figures do, so that places with much the same do not all look alike', () => {
    const classes = classesOf([225, 237, 236, 259, 297, 246], true)
    expect(classes.map(({ over, upTo }) => [over, upTo])).toEqual([
      [220, 240],
      [240, 260],
      [260, 280],
      [280, 300],
    ])
    expect(classOf(classesOf([240, 300], true), 240)).toBe(0)
  })
  test('hold as many places each where a few large figures would put all others into one', () => {
    const values = [1, 2, 3, 4, 6, 7, 9, 12, 15, 900]
    const classes = classesOf(values, true)
    expect(classes).toHaveLength(5)
    expect(new Set(values.map((value) => classOf(classes, value))).size).toBe(5)
    expect(values.every((value) => classOf(classes, value) !== undefined)).toBe(true)
    expect(classesOf([2, 2, 2, 2, 2, 900], true).every(({ over, upTo }) => over < upTo)).toBe(true)
  })
  test('are whole for counts, and fit rates below one', () => {
    expect(classesOf([3], true)).toEqual([{ over: 2, upTo: 3 }])
    expect(classesOf([0.31], false)).toEqual([{ over: 0.3, upTo: 0.32 }])
    expect(classesOf([], true)).toEqual([])
    expect(classesOf([0, 0], true)).toEqual([])
    expect([0, 1, 2].map((at) => toneOf(at, 3))).toEqual([0, 2, 4])
    expect([toneOf(0, 1), toneOf(4, 5)]).toEqual([2, 4])
  })
  test('hold every figure, however they are spread', () => {
    for (let seed = 1; seed < 300; seed++) {
      const values = Array.from({ length: 1 + (seed % 17) }, (_, at) => {
        const spread = ((seed * 7919 + at * 104_729) % 1000) / 100
        return seed % 2 ? Math.ceil(Math.exp(spread)) : Math.exp(spread - 5)
      })
      const classes = classesOf(values, seed % 2 === 1)
      expect(classes.length).toBeLessThanOrEqual(5)
      for (const value of values) expect(classOf(classes, value), `${seed}: ${value}`).toBeDefined()
    }
  })
})

describe('what is drawn beside one another', () => {
  const path = { county: '/county/', a: '/county/a/', b: '/county/b/', a1: '/county/a/a1/', office: '/county/office/' }
  const units = Object.fromEntries(
    Object.entries(path).map(([id, way]): [string, Unit] => {
      const parentId = way.split('/').slice(-3, -2)[0]
      return [id, { id, path: way, kind: 'village', name: text(id, id), ...(parentId ? { parentId } : {}) }]
    }),
  )
  const directory = { units, posts: {} }
  const areas = ['a1', 'b', 'a', 'county'].map((id) => area(id, box(0, 0, 1, 1)))
  const drawn = (unit?: string) => layerOf(areas, directory, unit).areas.map(({ unitId }) => unitId)

  test('are units just below one; the office enters the county it is', () => {
    expect(drawn()).toEqual(['a', 'b'])
    expect(layerOf(areas, directory, undefined).inside).toBe('county')
    expect(drawn('a')).toEqual(['a1'])
  })
  test('a unit with nothing below it, or without an area, is seen where it lies', () => {
    expect(drawn('b')).toEqual(['a', 'b'])
    expect(drawn('office')).toEqual(['a', 'b'])
  })
  test('and figures are added up to them; what lies in none is not lost', () => {
    const counts = [
      ['a1', 3],
      ['a', 2],
      ['b', 1],
      ['office', 4],
      ['', 5],
      ['gone', 6],
    ] as const
    const { inAreas, elsewhere } = addUp(counts, layerOf(areas, directory, undefined).areas, directory)
    expect([...inAreas]).toEqual([
      ['a', 5],
      ['b', 1],
    ])
    expect([...elsewhere]).toEqual([
      ['office', 4],
      ['', 5],
      ['gone', 6],
    ])
  })
})
