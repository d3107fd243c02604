import { expect, test } from 'vitest'
import type { CountCell } from '../../domain/counts/count-query.ts'
import { addDays } from '../../domain/time/time.ts'
import { chinaCalendar } from '../../procedures/calendar/china-holidays.ts'
import { growingOf } from './growing.ts'

const unit = (id: string, parentId?: string) => ({
  id,
  ...(parentId ? { parentId } : {}),
  path: parentId ? `${parentId}/${id}/` : `${id}/`,
  kind: parentId ? ('township' as const) : ('county' as const),
  name: { zh: id, en: id },
})
const directory = { units: { county: unit('county'), east: unit('east', 'county') }, posts: {} }
const rules = { directory, calendar: chinaCalendar }

/** Four to eight a week in one category, and so many in the last whole week before 15 June. */
const weeksWith = (last: number, weeks = 80): CountCell[] =>
  Array.from({ length: weeks }, (_, back) => {
    const week = addDays('2026-06-08', -7 * back)
    const opened = back === 0 ? last : 4 + ((back * 7) % 5)
    return [
      { key: { week, category: 'report/facility' }, counts: { opened } },
      { key: { week, unit: 'east' }, counts: { opened: 6 } },
    ]
  }).flat()
const judged = (cells: readonly CountCell[]) => growingOf(cells, rules, 'county', '2026-06-16')

test('a week far above its own past stands out, and what did not change beside it does not', () => {
  const { monday, rows, judged: series } = judged(weeksWith(30))
  expect(monday).toBe('2026-06-08')
  expect(series).toBe(2)
  expect(rows.map(({ category, unitId, count }) => [category, unitId, count])).toEqual([
    ['report/facility', undefined, 30],
  ])
  expect(rows[0]?.usual).toBeLessThan(30)
  expect(rows[0]?.weeks).toHaveLength(26)
})

test('an ordinary week does not', () => {
  expect(judged(weeksWith(7)).rows).toEqual([])
})

test('what has a history of a few weeks is not judged, and nothing at all neither', () => {
  expect(judged(weeksWith(30, 6))).toMatchObject({ judged: 0, tooShort: 2, rows: [] })
  expect(judged([])).toMatchObject({ judged: 0, tooShort: 0, rows: [] })
})
