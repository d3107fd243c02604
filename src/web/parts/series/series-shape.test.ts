import { expect, test } from 'vitest'
import type { SeriesPoint } from '../../../domain/warnings/warning-view.ts'
import { seriesShape } from './series-shape.ts'

const SIZE = { width: 112, height: 59 }
const point = (observed: number, upper: number | null, crossed = false): SeriesPoint => ({
  day: '2026-09-21',
  observed,
  expected: upper === null ? null : upper / 2,
  upper,
  p: null,
  crossed,
})

test('counts go upwards from nothing, one step to the right each, and everything fits', () => {
  const { line, most, yOf, bottom } = seriesShape([point(0, 5), point(10, 5), point(5, 5)], SIZE)
  expect(most).toBe(10)
  expect([yOf(0), yOf(10)]).toEqual([bottom, 8])
  expect(line).toBe('M6 58L56 8L106 33')
})

test('a crossed week is marked where its count stands', () => {
  expect(seriesShape([point(1, 5), point(9, 5, true)], SIZE).marks).toEqual([{ at: 1, x: 106, y: 8 }])
})

test('the band is cut where weeks were not judged, and one judged week alone can be seen', () => {
  const { bands, usual } = seriesShape([point(1, 5), point(1, 5), point(1, null), point(1, 4), point(1, null)], SIZE)
  expect(bands).toHaveLength(2)
  expect(usual).toHaveLength(2)
  expect(bands[0]).toBe('M6 8L31 8L31 58L6 58Z')
  expect(bands[1]).toBe('M68.5 18L93.5 18L93.5 58L68.5 58Z')
})

test('where the last week alone was judged, its bound stands across, so that it can be compared', () => {
  expect(seriesShape([point(1, null), point(2, null), point(3, 10)], SIZE).bound).toBe(8)
  expect(seriesShape([point(1, 10), point(2, null)], SIZE).bound).toBeUndefined()
})

test('nothing, one and only nothing can be drawn', () => {
  expect(seriesShape([], SIZE)).toMatchObject({ line: '', bands: [], marks: [], ticks: [] })
  expect(seriesShape([point(0, null)], SIZE)).toMatchObject({ line: 'M6 58', ticks: [{ at: 0 }] })
  expect(seriesShape([point(0, 0), point(0, 0)], SIZE).most).toBe(4)
})

test('dates stand at the first, the middle and the last', () => {
  const points = Array.from({ length: 26 }, () => point(1, 5))
  expect(seriesShape(points, SIZE).ticks.map(({ at }) => at)).toEqual([0, 12, 25])
})
