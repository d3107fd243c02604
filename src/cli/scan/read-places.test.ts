import { expect, test } from 'vitest'
import { readPlaces } from './read-places.ts'

test('a table of places and days becomes counts in order, days without a row are none', () => {
  const table = readPlaces('地点,经度,纬度,日期,件数\n甲,1,2,2026-03-01,3\n乙,3,4,2026-03-03,1\n甲,1,2,2026-03-03,2\n')
  expect(table).toEqual({
    names: ['甲', '乙'],
    places: [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ],
    days: ['2026-03-01', '2026-03-02', '2026-03-03'],
    cases: [
      [3, 0, 2],
      [0, 0, 1],
    ],
  })
})

test.each([
  ['a place that moves', '甲,1,2,2026-03-01,3\n甲,1,9,2026-03-02,3'],
  ['a count that is none', '甲,1,2,2026-03-01,三'],
  ['coordinates that are none', '甲,,2,2026-03-01,3'],
  ['a day that is none', '甲,1,2,2026-02-30,3'],
])('%s is refused with its line', (_, rows) => {
  expect(() => readPlaces(`place,x,y,date,count\n${rows}\n`)).toThrow(/request-invalid/)
})
