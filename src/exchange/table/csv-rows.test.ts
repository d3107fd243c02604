import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCsvShape, surveyBytes } from './csv-rows.ts'
import { type TableRow, tableRows } from './table-rows.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-csv-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function readTable(bytes: string | Buffer, wanted: readonly string[], name = 'a.csv', dated?: string) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const { encoding } = await surveyBytes(path, undefined)
  if (typeof encoding === 'object') throw new Error(`no encoding: ${encoding.rule}`)
  const shape = await findCsvShape(path, encoding, wanted)
  const rows: TableRow[] = []
  for await (const row of tableRows(shape, dated)) rows.push(row)
  return { shape, rows, cells: rows.filter((row) => !row.fault && !row.skipped).map(({ cells }) => cells) }
}

const brief = ({ rows }: { rows: readonly TableRow[] }) =>
  rows.map(({ number, cells, fault, skipped }) => [number, fault ?? skipped ?? Object.values(cells).join('|')])

test('cells go by the wanted headings; the heading is row 1 and empty lines are counted', async () => {
  const table = await readTable('no,what,who\n1,路灯,某\n\n2,"两行\n字",某\n', ['no', 'what'])
  expect(table.rows).toMatchObject([
    { number: 2, cells: { no: '1', what: '路灯' } },
    { number: 4, cells: { no: '2', what: '两行\n字' } },
  ])
  expect(Object.keys(table.rows[0]?.cells ?? {})).toEqual(['no', 'what'])
})

test('a row with too few or too many cells has a fault; empty cells beyond the headings are none', async () => {
  expect(brief(await readTable('a,b\n1\n1,2,3\n4,5\n6,7,,\n', ['a', 'b']))).toEqual([
    [2, 'columns'],
    [3, 'columns'],
    [4, '4|5'],
    [5, '6|7'],
  ])
})

describe('a table as offices save it', () => {
  const plain = '编号,事由\n1,路灯不亮\n2,井盖缺失\n'
  const gbk = Buffer.from('b1e0bac52ccac2d3c90a312cc2b7b5c6b2bbc1c10a322cbeaeb8c7c8b1caa70a', 'hex')
  test.each<[string, string | Buffer, string?]>([
    ['with commas', plain],
    ['with semicolons', plain.replaceAll(',', ';')],
    ['with tabs', plain.replaceAll(',', '\t')],
    ['with full-width commas', plain.replaceAll(',', '，')],
    ['with a line that says its separator', `sep=;\n${plain.replaceAll(',', ';')}`],
    ['with a byte order mark and CRLF', `\uFEFF${plain.replaceAll('\n', '\r\n')}`],
    ['in GBK', gbk],
    ['in UTF-16', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['packed', gzipSync(plain), 'a.csv.gz'],
    ['with title lines above the headings', `清澜县隐患台账,\n填报单位：某局,2026年3月\n${plain}`],
    ['with blanks and line ends inside the headings', plain.replace('编号,事由', '"编\n号", 事 由')],
    ['with two rows of headings', plain.replace('编号,事由', '编号,内容\n,事由')],
    [
      'with rows of commas, sums and footnotes',
      `${plain.replace('2,', ',,\n小 计,\n2,')}合计,2\n全县合计,2\n,,,\n注：以上为虚构,\n`,
    ],
    ['with its headings again on every page', plain.replace('2,', '编号,事由\n2,')],
  ])('%s reads the same', async (_, bytes, name) => {
    expect((await readTable(bytes, ['编号', '事由'], name)).cells).toEqual([
      { 编号: '1', 事由: '路灯不亮' },
      { 编号: '2', 事由: '井盖缺失' },
    ])
  })

  test('two rows of headings: the lower ones are found alone, or with the upper one where they repeat', async () => {
    const text = '序号,整改,,复查,\n,日期,人员,日期,人员\n1,3月1日,甲,3月5日,乙\n'
    const { cells, shape } = await readTable(text, ['序号', '整改/日期', '复查/日期', '人员'])
    expect(cells).toMatchObject([{ '整改/日期': '3月1日', '复查/日期': '3月5日' }])
    expect(shape.headings.places['人员']).toEqual([2, 4])
  })

  test('a row with a date is a case, whatever its first cell says', async () => {
    const text = '事由,日期\n合计,3月1日\n合计,\n注：路灯,3月2日\n'
    expect(brief(await readTable(text, ['事由', '日期'], 'a.csv', '日期'))).toEqual([
      [2, '合计|3月1日'],
      [3, 'total'],
      [4, '注：路灯|3月2日'],
    ])
  })

  test('a column is also found by its place', async () => {
    expect((await readTable('日期,日期\n1,2\n', ['#2'])).cells).toEqual([{ '#2': '2' }])
  })
})

describe('quotation marks', () => {
  test('one that never ends costs its own line, and no more', async () => {
    expect(brief(await readTable('a,b,c\n1,x,y\n2,"abc,x\n3,"def",y\n4,e,f\n', ['a', 'b', 'c']))).toEqual([
      [2, '1|x|y'],
      [3, 'quotation'],
      [4, '3|def|y'],
      [5, '4|e|f'],
    ])
  })

  test('an inch mark is a character like others', async () => {
    expect(brief(await readTable('a,b\n1,5" 管\n2,"5" 管"\n3,"说""停"""\n', ['a', 'b']))).toEqual([
      [2, '1|5" 管'],
      [3, '2|5" 管'],
      [4, '3|说"停"'],
    ])
  })

  test('whatever stands in the cells, written as RFC 4180 says it comes back', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '，', ',', '"', '\n', ';', '号', '5') })
      .map((text) => text.trim())
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const text = `first column,second column\n${rows.map((row, index) => `${index},${row.map(quoted).join(',')}`).join('\n')}\n`
        const wanted = ['n', 'first', 'second']
        const { cells } = await readTable(text.replace('first column,second column', wanted.join(',')), wanted)
        expect(cells).toEqual(rows.map(([first, second], index) => ({ n: String(index), first, second })))
      }),
      { numRuns: 60 },
    )
  })
})
