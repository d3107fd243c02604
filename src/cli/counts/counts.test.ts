import { describe, expect, test } from 'vitest'
import { queryOf } from '../../domain/counts/count-request.ts'
import { countEvents } from './count-events.ts'
import { countLines } from './count-lines.ts'

const NOW = '2026-04-01T00:00:00.000Z'
const EVENTS = `编号,时间,单位,类别,登记人
1,2026-03-02,东浦镇,井盖,甲
2,2026-03-03 23:30,东浦镇,井盖,甲
3,2026-03-08T16:30:00Z,东浦镇,路灯,乙
4,2026-03-10,下塘镇,井盖,乙
5,2025-12-31,下塘镇,井盖,乙
`
const asked = (by: readonly ('unit' | 'category' | 'week' | 'day')[]) => queryOf({ by, counted: ['opened'] }, NOW)

describe('an event list is counted', () => {
  test('by unit, category and week of China, in the order of the list', () => {
    const { cells } = countEvents(EVENTS, asked(['unit', 'category', 'week']))
    expect(cells.map(({ key, counts }) => [key.unit, key.category, key.week, counts.opened])).toEqual([
      ['东浦镇', '/井盖', '2026-03-02', 2],
      ['东浦镇', '/路灯', '2026-03-09', 1],
      ['下塘镇', '/井盖', '2026-03-09', 1],
    ])
  })

  test('and printed as a table', () => {
    expect(countLines(countEvents(EVENTS, asked(['unit'])), 'zh')).toEqual([
      '2026-01-01 — 2026-04-01',
      '单位    登记',
      '东浦镇  3',
      '下塘镇  1',
    ])
  })

  test('never with a line that is twice there or has no day', () => {
    expect(() => countEvents(`${EVENTS}4,2026-03-11,下塘镇,井盖,丙\n`, asked([]))).toThrow()
    expect(() => countEvents(`${EVENTS}6,昨天,下塘镇,井盖,丙\n`, asked([]))).toThrow()
    expect(() => countEvents('单位,类别\n东浦镇,井盖\n', asked([]))).toThrow()
  })
})
