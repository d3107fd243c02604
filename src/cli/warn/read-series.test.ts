import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import { readSeries } from './read-series.ts'
import type { SeriesColumns } from './series-places.ts'

const folder = mkdtempSync(join(tmpdir(), 'anlan-read-series-'))
let files = 0

function read(content: string | Uint8Array | readonly string[], columns: SeriesColumns = {}) {
  files += 1
  const path = join(folder, `${files}.csv`)
  writeFileSync(path, Array.isArray(content) ? content.join('\n') : (content as string | Uint8Array))
  return readSeries(path, columns, false)
}

async function refusal(content: string | Uint8Array | readonly string[], columns: SeriesColumns = {}): Promise<Text> {
  const cause = await read(content, columns).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(cause instanceof AnlanError)) throw new Error(`no refusal but ${String(cause)}`)
  expect(cause.code).toBe('request-invalid')
  return cause.details['text'] as Text
}

describe('a file as offices save it', () => {
  const TWO = { frequency: 365, dates: ['2026-01-05', '2026-01-06'], rows: [{ label: '甲', pool: '', counts: [3, 4] }] }
  const plain = '日期,单位,件数\n2026-01-05,甲,3\n2026-01-06,甲,4\n'
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

  test.each<[string, string | Uint8Array]>([
    ['with Chinese headings', plain],
    ['with a byte order mark and CRLF', `\uFEFF${plain.replaceAll('\n', '\r\n')}`],
    ['in UTF-16 with tabs', utf16(plain.replaceAll(',', '\t'))],
    ['in UTF-16 of the other byte order', utf16(plain).swap16()],
    ['with semicolons', plain.replaceAll(',', ';')],
    ['with quoted cells', '"日期","单位","件数"\n"2026-01-05","甲","3"\n"2026-01-06","甲","4"'],
    ['with slashes', plain.replaceAll('-0', '/')],
    ['with the days in Chinese', plain.replace('2026-01-05', '2026年1月5日').replace('2026-01-06', '2026年01月06日')],
    ['with days in digits alone', plain.replace('2026-01-05', '20260105')],
    ['with midnight behind each day', plain.replace('2026-01-05', '2026-01-05 00:00:00').replace('-06', '-06 0:00')],
    ['with counts as statistics programs write them', plain.replace(',3', ',3.0')],
    ['with lines of commas at its end', `${plain},,\n,,\n\n`],
    ['with its lines out of order', '日期,单位,件数\n2026-01-06,甲,4\n2026-01-05,甲,3\n'],
  ])('%s reads the same', async (_, content) => {
    expect(await read(content)).toMatchObject(TWO)
  })

  test('in GB18030 reads the same', async () => {
    const bytes = Buffer.from(
      'c8d5c6da2cb5a5cebb2cbcfecafd0a323032362d30312d30352cbcd72c330a323032362d30312d30362cbcd72c340a',
      'hex',
    )
    expect(await read(bytes)).toMatchObject(TWO)
  })

  test.each<[string, string | Uint8Array, string]>([
    ['a workbook', Buffer.from('PK\u0003\u0004workbook'), 'Excel'],
    ['bytes that are no text', Buffer.from([0x64, 0x00, 0x61, 0x00, 0x80, 0xff]), '不是 UTF-8'],
    ['a damaged archive', Buffer.from([0x1f, 0x8b, 1, 2, 3]), '损坏'],
    ['a quotation that never ends', 'date,count\n2026-01-05,1\n"2026-01-06,2\n2026-01-07,3', '第3行开始的引号没有关上'],
    ['a quotation mark inside a count', 'date,count\n2026-01-05,1"2', '第2行：数量“1"2”不是非负整数'],
    ['a cell that goes on after its quotation', 'date,count\n"2026-01-05"x,1', '第2行开始的引号没有关上'],
    ['an empty file', '', '没有一行数据'],
    ['a heading alone', 'date,count\n', '没有一行数据'],
  ])('%s is refused in words', async (_, content, words) => {
    const said = await refusal(content)
    expect(said.zh).toContain(words)
    expect(said.zh).not.toMatch(/[a-z]{3,} [a-z]{3,}/)
  })
})

describe('a line that cannot be used is named with its rule', () => {
  test.each([
    ['2026-02-30,甲,1', '“2026-02-30”不是 2026-01-31 这样的日期'],
    ['5/1/2026,甲,1', '“5/1/2026”不是 2026-01-31 这样的日期'],
    [',甲,1', '没有日期'],
    ['2026-01-05 08:30,甲,1', '“2026-01-05 08:30”带时刻，先合成每天（每周）一行'],
    ['46027,甲,1', '“46027”像是表格软件的日期序号，把这一列设成日期格式再另存'],
    ['合计,,7', '“合计”是合计行，去掉再读'],
    ['2026-01-05,甲,-1', '数量“-1”不是非负整数；没有数就空着'],
    ['2026-01-05,甲,2.5', '数量“2.5”不是非负整数；没有数就空着'],
    ['2026-01-05,甲,NaN', '数量“NaN”不是非负整数；没有数就空着'],
    ['2026-01-05,甲,1e300', '数量“1e300”不是非负整数；没有数就空着'],
    ['2026-01-05,甲,"1,234"', '数量“1,234”去掉千位逗号再读'],
    ['2026-01-05,甲,99999999999', '数量“99999999999”大于十亿，不会是真的'],
    ['2026-01-05,甲', '有2格，应有3格'],
    ['2026-01-05,甲,\u001b[31m9', '数量“\\u001b[31m9”不是非负整数；没有数就空着'],
  ])('%s', async (line, words) => {
    expect((await refusal(['date,unit,count', '2026-01-04,甲,1', line])).zh).toBe(`第3行：${words}`)
  })

  test('twenty of them, and how many more', async () => {
    const said = await refusal(['date,count', ...Array.from({ length: 35 }, () => 'x,1')])
    expect(said.zh.split('\n')).toHaveLength(21)
    expect(said.en.split('\n').at(-1)).toBe('and 15 more lines')
  })

  test('a day twice, however it is written', async () => {
    const said = await refusal(['date,unit,count', '2026-01-05,a,1', '2026/1/5,a,1'])
    expect(said.en).toBe('Line 3: a has a row for 2026/1/5 already')
  })

  test('a series that changes its pool, which would make the order of lines matter', async () => {
    const lines = ['date,unit,kind,count', '2026-01-05,a,roads,1', '2026-01-06,a,parks,1']
    expect((await refusal(lines, { series: ['unit'], pool: 'kind' })).en).toBe(
      'Line 3: a belonged to "roads" before, to "parks" here',
    )
  })

  test('a name that could be two series, which would be added together', async () => {
    const said = await refusal(['date,a,b,count', '2026-01-05,x / y,z,1', '2026-01-06,x,y / z,1'])
    expect(said.en).toContain('Line 3: "x / y / z" could be two different series')
  })
})

describe('a list of events', () => {
  const events = ['登记时间,类别,事由', '2026-01-05 09:30,路灯,甲', '2026-01-05 10:00,路灯,乙', '2026-01-08,井盖,丙']

  test('is counted by day; days without an event are zero', async () => {
    expect(await read(events, { date: '登记时间', events: true })).toMatchObject({
      dates: ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'],
      rows: [{ counts: [2, 0, 0, 1] }],
    })
  })

  test('is counted by the columns that name a series', async () => {
    const { rows } = await read(events, { date: '登记时间', series: ['类别'], events: true })
    expect(rows).toMatchObject([
      { label: '井盖', counts: [0, 0, 0, 1] },
      { label: '路灯', counts: [2, 0, 0, 0] },
    ])
  })

  test('is asked for: a table without a count column says how', async () => {
    expect((await refusal(events, { date: '登记时间' })).zh).toContain('一行就是一件的，加 --events')
  })
})

describe('columns', () => {
  const lines = ['date,unit,count', '2026-01-05,a,1']

  test.each<[SeriesColumns, string]>([
    [{ date: 'day' }, 'The file has no column "day"; it has: date, unit, count.'],
    [{ date: 'count' }, 'The column "count" cannot be used twice'],
    [{ series: ['unit', 'unit'] }, 'The column "unit" cannot be used twice'],
    [{ series: ['date'] }, 'The column "date" cannot be used twice'],
    [{ pool: 'count' }, 'The column "count" cannot be used twice'],
  ])('%o is refused by name', async (columns, words) => {
    expect((await refusal(lines, columns)).en).toContain(words)
  })

  test('with one name are refused, and so are two that could each hold the count', async () => {
    expect((await refusal(['date,unit,unit,count', '2026-01-05,a,b,1'], { series: ['unit'] })).en).toContain('Several')
    expect((await refusal(['日期,数量,件数', '2026-01-05,1,1'])).zh).toContain('“数量”“件数”都像数量列')
  })

  test('of a heading almost without end are not all listed, and one longer still is refused', async () => {
    expect((await refusal('x'.repeat(100_000))).zh.length).toBeLessThan(400)
    expect((await refusal('x'.repeat(2_000_000))).zh).toBe('不是能读的 CSV：第1行长过200000个字')
  })
})

describe('steps', () => {
  const weeks = (from: string, unit: string, length = 12) =>
    Array.from({ length }, (_, week) => `${addDays(from, 7 * week)},${unit},1`)

  test('a week named by another weekday is a slip, not a table of days', async () => {
    const said = await refusal(['date,unit,count', ...weeks('2026-01-05', 'a'), '2026-04-01,a,1'])
    expect(said.zh.split('\n')[0]).toBe('第14行：2026-04-01 是星期三')
    expect(said.en).toContain('All other dates are Mondays')
  })

  test('series whose weeks begin on different weekdays are refused', async () => {
    const said = await refusal(['date,unit,count', ...weeks('2026-01-05', 'a'), ...weeks('2026-01-04', 'b')])
    expect(said.en).toContain('"a" names its weeks by Monday, "b" by Sunday')
  })

  test('months are refused', async () => {
    const months = Array.from({ length: 9 }, (_, month) => `2026-0${month + 1}-01,1`)
    expect((await refusal(['date,count', ...months])).zh).toContain('按月')
  })

  test('a year that is a slip is refused before it takes all memory', async () => {
    const said = await refusal(['date,unit,count', '2026-01-05,a,1', '9206-01-06,a,1'])
    expect(said.en).toContain('2026-01-05 on line 2 and 9206-01-06 on line 3')
  })
})
