import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDays } from '../../../domain/time/time.ts'
import { poissonCount } from '../../../statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../../statistics/simulator/mrg32k3a.ts'
import { runAnlan } from '../../../testing/run-command.ts'
import { readSeries } from '../read-series.ts'
import type { SeriesColumns } from '../series-places.ts'
import { slowestOf } from './slowest.ts'

const warn = (input: string, flags: readonly string[] = []) => runAnlan(['warn', '-', ...flags], input)
const LATE = ['--events', '--date-column', '发生', '--reported-column', '登记', '--series-column', '单位']

const DAYS = 300
const FIRST = '2025-07-01'
const LAST = addDays(FIRST, DAYS - 1)

/** Six a day in two units; a third is registered on the day, the rest by and by within nine days. What is in by the last day. */
function events(burst: (day: number) => number): string[] {
  const uniform = mrg32k3a([4, 8, 1, 5, 1, 6])
  const lines: string[] = []
  for (const unit of ['甲镇', '乙镇'])
    for (let day = 0; day < DAYS; day++) {
      const count = poissonCount(6, uniform()) + (unit === '甲镇' ? burst(day) : 0)
      for (let event = 0; event < count; event++) {
        let delay = 0
        while (delay < 9 && uniform() > 0.33) delay += 1
        if (day + delay < DAYS) lines.push(`${addDays(FIRST, day)},${addDays(FIRST, day + delay)} 09:30,${unit}`)
      }
    }
  return lines
}
const table = (lines: readonly string[], heading = '发生,登记,单位') => [heading, ...lines].join('\n')
const QUIET = table(events(() => 0))
/** In the last four days, of whose reports a third to three quarters is in. */
const BURST = table(events((day) => (day >= DAYS - 4 ? 12 : 0)))

type Said = {
  readonly series: string
  readonly date: string
  readonly alarm: boolean
  readonly p: number
  readonly observed: number
  readonly expected: number
  readonly upper: null
  readonly share: number
}
const said = (input: string, flags: readonly string[] = []) =>
  warn(input, [...LATE, '--json', ...flags])
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Said)

test('a burst in days of which most reports are still out is found, and quiet units are neither alarmed nor taken for calm', () => {
  const [other, hit] = said(BURST).sort((a, b) => (a.series < b.series ? -1 : 1))
  expect([other?.series, other?.alarm, hit?.series, hit?.alarm]).toEqual(['乙镇', false, '甲镇', true])
  expect(hit?.p).toBeLessThan(1e-3)
  const quiet = said(QUIET)
  expect(quiet.map(({ alarm }) => alarm)).toEqual([false, false])
  for (const { p, expected } of quiet) {
    expect(p).toBeGreaterThan(0.02)
    // Six in the end, a third of it now.
    expect(expected).toBeGreaterThan(1)
    expect(expected).toBeLessThan(3)
  }
})

test('--json has the share that is in beside the usual keys, no bound, and each day that is still coming in', () => {
  const list = said(QUIET, ['--from', addDays(LAST, -6)])
  expect(list).toHaveLength(2 * 7)
  expect(Object.keys(list[0] ?? {})).toEqual([
    ...['series', 'date', 'observed', 'expected', 'upper', 'p', 'q', 'alarm', 'reason', 'share'],
  ])
  const own = list.filter(({ series }) => series === '甲镇')
  for (const [index, { share, upper }] of own.entries()) {
    expect(upper).toBe(null)
    expect(share).toBeLessThan(own[index - 1]?.share ?? 1)
  }
  expect(own.at(-1)?.share).toBeGreaterThan(0.2)
  expect(own.at(-1)?.share).toBeLessThan(0.45)
})

test('a table of counts by both days says the same as the list of events, and the text says what is in', () => {
  const counts = new Map<string, number>()
  for (const line of BURST.split('\n').slice(1)) {
    const [day, moment, unit] = line.split(',')
    const key = `${day},${moment?.slice(0, 10)},${unit}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const rows = [...counts].map(([key, count]) => `${key},${count}`)
  const flags = ['--date-column', '发生', '--reported-column', '登记']
  const input = table(rows.reverse(), '发生,登记,单位,件数')
  expect(warn(input, [...flags, '--json']).stdout).toBe(warn(BURST, [...LATE, '--json']).stdout)
  const { stdout } = warn(input, flags)
  expect(stdout).toMatch(/甲镇 .*近几期合起来偏高/)
  expect(stdout).toMatch(new RegExp(`截至 ${LAST} 报来的：列出的日子已报来约\\d+%`))
})

test('a history too short says so', () => {
  const lines = Array.from({ length: 20 }, (_, day) => `${addDays(FIRST, day)},${addDays(FIRST, day)},甲镇`)
  expect(said(table(lines))).toMatchObject([{ reason: 'too-little-data', alarm: null, p: null }])
})

const days = (count: number, line: (day: string, at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(addDays(FIRST, at), at))

const folder = mkdtempSync(join(tmpdir(), 'anlan-late-'))
const reading = (input: string, columns: SeriesColumns) => {
  const path = join(folder, 'late.csv')
  writeFileSync(path, input)
  return readSeries(path, { date: '发生', reported: '登记', series: ['单位'], events: true, ...columns }, false)
}

test.each<[string, string, SeriesColumns, string]>([
  [
    'registered before it happened',
    table(['2026-01-05,2026-01-04,甲镇']),
    {},
    '第2行：2026-01-04 报的，2026-01-05 才发生',
  ],
  ['a day of registering left empty', table(['2026-01-05,,甲镇']), {}, '第2行：没有日期'],
  ['a day that is none', table(['2026-01-05,2026-02-30,甲镇']), {}, '第2行：“2026-02-30”不是'],
  ['a control sign', table(['2026-01-05,\u001b[2J,甲镇']), {}, '第2行：“\\u001b[2J”不是'],
  ['a century later', table(['1900-01-05,2026-01-05,甲镇', '1900-01-06,1900-01-06,甲镇']), {}, '相差一百多年'],
  [
    'whole weeks',
    table(days(9, (_, at) => `${addDays(FIRST, 7 * at)},${addDays(FIRST, 7 * at)},甲镇`)),
    {},
    '像是按周的表',
  ],
  ['no such column', table(['2026-01-05,2026-01-06,甲镇'], '发生,报来,单位'), {}, '没有“登记”这一列'],
  ['one column for both days', QUIET, { reported: '发生' }, '“发生”这一列不能用两次'],
  ['a column for a pool as well', QUIET, { pool: '登记' }, '“登记”这一列不能用两次'],
])('%s is refused in words', async (_, input, columns, words) => {
  await expect(reading(input, columns)).rejects.toMatchObject({
    details: { text: { zh: expect.stringContaining(words) } },
  })
})

test('reports that take a season are refused, and the pace is asked of days that had time to be complete', async () => {
  const slow = await reading(table(days(300, (day) => `${day},${addDays(day, 90)},甲镇`)), {})
  expect(() => slowestOf(slow)).toThrow(/60/)
  expect(slowestOf(await reading(QUIET, {}))).toBe(10)
})

test.each<[readonly string[], RegExp]>([
  [['--from', FIRST], /只看还在报来的最近\d+天/],
  [['--budget', '1/month'], /--budget 用不上/],
  [['--algorithm', 'earsC2'], /earsC2 不会算迟报/],
])('%j is refused beside days of reporting', (flags, words) => {
  const { status, stdout, stderr } = warn(QUIET, [...LATE, ...flags])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr.trim()).toMatch(words)
})

test('a row twice, or one without a count, in a table of counts is refused by line', () => {
  const input = table(
    ['2026-01-05,2026-01-06,甲镇,3', '2026-01-05,2026-01-06,甲镇,4', '2026-01-06,2026-01-06,甲镇,'],
    '发生,登记,单位,件数',
  )
  const { status, stderr } = warn(input, ['--date-column', '发生', '--reported-column', '登记'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/第3行：甲镇 在 2026-01-05 发生、2026-01-06 报来的已有一行\n第4行：没有数量/)
})
