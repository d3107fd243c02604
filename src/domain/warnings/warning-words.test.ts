import { expect, test } from 'vitest'
import { text } from '../wording/text.ts'
import { parseSeriesName, type SeriesKey } from './series-key.ts'
import { chanceText, warningWords } from './warning-words.ts'

test('a chance is said as once in so many weeks or days, to two figures, and very rare ones with a bound', () => {
  expect(chanceText(0.00311, 'week')).toEqual({ zh: '约320周里一次', en: 'about once in 320 weeks' })
  expect(chanceText(0.000077, 'day')).toEqual({ zh: '约1.3万天里一次', en: 'about once in 13,000 days' })
  for (const p of [1e-6, 0, 1e-300, Number.NaN])
    expect(chanceText(p, 'week').zh, String(p)).toBe('极少见，不到十万周里一次')
  expect(chanceText(0.8, 'week').zh).toBe('很平常')
})

test('a warning says what it says and what it does not, in both languages, and no number that nobody reads', () => {
  const key = parseSeriesName('place:yuehu:report/facility:week') as SeriesKey
  const found = { observed: 10, expected: 0.31, upper: 2.4, p: 1e-6 }
  const words = warningWords(key, text('月湖街道', 'Yuehu'), text('诉求', 'reports'), found)
  expect(words.zh).toBe(
    '月湖街道：诉求一周10件，往常约0.3件，到2件都不算异常。没有变化时，碰巧有这么多极少见，不到十万周里一次。只说明多了，不说明为什么，也不说明谁有错。',
  )
  expect(words.en).toContain('very rarely: less than once in 100,000 weeks')
  expect(words.zh + words.en).not.toMatch(/000000/)
})
