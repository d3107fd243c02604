import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { negativeBinomialCount } from '../../statistics/simulator/count-draw.ts'
import { mrg32k3a } from '../../statistics/simulator/mrg32k3a.ts'
import { readSeries } from './read-series.ts'
import { runPanel } from './run-panel.ts'
import { verdictsOf } from './verdicts.ts'
import { sparkline, warnTable } from './warn-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'anlan-warn-'))

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

/** 40 weekly series in four categories; the last week of one is far too high. */
function county(): string {
  const uniform = mrg32k3a([9, 8, 7, 6, 5, 4])
  const lines = ['date,unit,category,count']
  for (let series = 0; series < 40; series++)
    for (let week = 0; week < 90; week++) {
      const burst = series === 17 && week === 89 ? 12 : 0
      const count = negativeBinomialCount(1.5, 1.3, uniform()) + burst
      lines.push(`${addDays('2024-01-01', 7 * week)},unit ${series},category ${series % 4},${count}`)
    }
  return file('county.csv', lines)
}

const COLUMNS = {}

describe('anlan warn', () => {
  test('finds the burst, says it first, and counts the rest', async () => {
    const table = await readSeries(county(), { ...COLUMNS, pool: 'category' }, false)
    expect([table.frequency, table.rows.length, table.dates.length]).toEqual([52, 40, 90])
    const members = table.rows.map(({ label, pool, counts }) => ({
      id: label,
      pool,
      series: { frequency: 52, observed: counts, dates: table.dates },
    }))
    const task = { algorithm: 'house', alpha: undefined, holidays: true, members, points: [90] }
    const { list } = verdictsOf(table, await runPanel(task, 1), { past: [], asked: [90] }, undefined)
    const alarms = list.filter(({ alarm }) => alarm)
    expect(alarms[0]).toMatchObject({ series: 'unit 17 / category 1', date: '2025-09-15', reason: 'above' })
    expect(alarms[0]?.q).toBeLessThan(0.01)
    expect(warnTable(table, list, { locale: 'en', all: false })[1]).toContain('unit 17 / category 1')
  })

  test('answers the same in one thread and in four', async () => {
    const table = await readSeries(county(), { ...COLUMNS, pool: 'category' }, false)
    const members = table.rows.map(({ label, pool, counts }) => ({
      id: label,
      pool,
      series: { frequency: 52, observed: counts, dates: table.dates },
    }))
    const points = Array.from({ length: 20 }, (_, index) => 71 + index)
    const task = { algorithm: 'house', alpha: undefined, holidays: true, members, points }
    expect(await runPanel(task, 4)).toEqual(await runPanel(task, 1))
  })

  test('names each line it cannot read', async () => {
    const path = file('broken.csv', [
      'date,unit,count',
      '2024-01-01,a,3',
      '2024-02-30,a,1',
      '2024-01-02,a,x',
      '2024-01-01,a,4',
    ])
    await expect(readSeries(path, COLUMNS, false)).rejects.toMatchObject({
      details: {
        text: { en: expect.stringMatching(/Line 3: .*\nLine 4: .*\nLine 5: a has a row for 2024-01-01 already/) },
      },
    })
  })

  test('takes a day without a row for missing, and for zero only when told', async () => {
    const path = file('gaps.csv', ['date,unit,count', '2024-01-01,a,3', '2024-01-02,b,1', '2024-01-04,a,2'])
    const asMissing = await readSeries(path, COLUMNS, false)
    expect(asMissing.rows[0]?.counts).toEqual([3, null, null, 2])
    expect((await readSeries(path, COLUMNS, true)).rows[0]?.counts).toEqual([3, 0, 0, 2])
  })

  test('a file with one series needs no name for it, and a file that is no table says so', async () => {
    const one = await readSeries(file('one.csv', ['date,count', '2024-01-01,3', '2024-01-02,4']), COLUMNS, false)
    expect(one.rows).toEqual([{ label: 'count', pool: '', counts: [3, 4] }])
    await expect(readSeries(file('open.csv', ['date,count', '"2024-01-01,3']), COLUMNS, false)).rejects.toMatchObject({
      code: 'request-invalid',
    })
  })

  test('draws the course of a series with a blank where nothing was reported', () => {
    expect(sparkline([0, 7, null, 3])).toBe('▁█ ▄')
  })
})
