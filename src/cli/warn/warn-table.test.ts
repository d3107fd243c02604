import { expect, test } from 'vitest'
import { displayWidth } from '../shell/display-width.ts'
import type { Verdict } from './verdicts.ts'
import { warnTable } from './warn-table.ts'

const LONG = '城关街道办事处综合行政执法大队 / 占道经营和流动摊贩'
const table = (labels: readonly string[]) => ({
  frequency: 52 as const,
  dates: ['2026-01-05', '2026-01-12'],
  rows: labels.map((label) => ({ label, pool: '', counts: [3, 15] })),
  absent: 0,
})
const verdict = (patch: Partial<Verdict>): Verdict => ({
  series: LONG,
  date: '2026-01-12',
  observed: 15,
  expected: 4.2,
  upper: 14.6,
  p: 0.0001,
  q: 0.002,
  alarm: true,
  reason: 'above',
  ...patch,
})

test('a long name gives way in its middle, so that a line fits into 80 columns', () => {
  const lines = warnTable(table([LONG, '松岭乡']), [verdict({}), verdict({ series: '松岭乡', p: 0.002 })], {
    locale: 'zh',
    all: false,
    columns: 80,
  })
  expect(lines.slice(0, 3).map(displayWidth)).toEqual([76, 80, 80])
  expect(lines[1]).toMatch(/^城关街道办…流动摊贩 /)
})

test('what is above its bound reads so: 15 above a bound of 14.6 stands beside 14', () => {
  const [, line] = warnTable(table([LONG]), [verdict({})], { locale: 'zh', all: false })
  expect(line).toMatch(/ 15 +4\.2 +14 +1e-4 +0\.002 +高于上限$/)
})

test('alarms stand first, also where a method has no p-values', () => {
  const verdicts = [
    verdict({ series: 'a', p: null, q: null, alarm: null, reason: 'not-judged' }),
    verdict({ series: 'b', p: null, q: null }),
    verdict({ series: 'c', p: 0.7, alarm: false, reason: 'within' }),
  ]
  const lines = warnTable(table(['a', 'b', 'c']), verdicts, { locale: 'en', all: true })
  expect(lines.slice(1, 4).map((line) => line[0])).toEqual(['b', 'c', 'a'])
})

test('an alarm that has added up over steps is not called a high count', () => {
  const [, line] = warnTable(table([LONG]), [verdict({ observed: 0, upper: null, p: null })], {
    locale: 'en',
    all: false,
  })
  expect(line).toMatch(/high over several steps$/)
})

test('an alarm by its p-value is one, also where no bound can be said', () => {
  const [, line] = warnTable(table([LONG]), [verdict({ upper: null })], { locale: 'en', all: false })
  expect(line).toMatch(/above the bound$/)
})

test('a hundred and thirty thousand lines are a table too', () => {
  const many = Array.from({ length: 130_000 }, () => verdict({ series: 'a' }))
  expect(warnTable(table(['a']), many, { locale: 'en', all: true })).toHaveLength(130_002)
})

test('where nothing is above, the reader learns what could not be judged and why', () => {
  const verdicts = [
    verdict({ series: 'a', alarm: false, reason: 'within' }),
    verdict({ series: 'b', observed: null, alarm: null, reason: 'no-count' }),
  ]
  expect(warnTable(table(['a', 'b']), verdicts, { locale: 'zh', all: false })).toEqual([
    '没有高于上限的',
    '其余：在预期内 1，没有数 1。加 --all 全部列出',
  ])
})
