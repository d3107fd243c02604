import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { faultsByRules } from '../../../testing/workbook/random/other-programs.ts'
import { ROW_TAG_HEADING } from '../row-tag.ts'
import { type LedgerBook, ledgerBook } from './ledger-book.ts'

const HEADINGS = ['编号', '隐患情况', '排查日期', '件数']
const KINDS: LedgerBook['kinds'] = ['text', 'text', 'day', 'number']

async function bytesOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  async function* all() {
    for (const [index, cells] of rows.entries()) yield { tag: `m${index}.1.x`, cells }
  }
  const book = { title: '事故隐患', mark: '导出 周示例 · 用途 报送月报', headings: HEADINGS, kinds: KINDS, rows: all() }
  const pieces: Uint8Array[] = []
  for await (const piece of ledgerBook(book)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function sheetOf(rows: readonly (readonly string[])[]) {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(await bytesOf(rows)) as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('there is no sheet')
  return sheet
}

describe('a ledger as a new workbook', () => {
  test('has its title, who took it and what for above the headings, and stays in sight below them', async () => {
    const sheet = await sheetOf([['YH-1', '出口上锁', '2026-03-05', '3']])
    expect(sheet.name).toBe('事故隐患')
    expect(sheet.getCell('A1').value).toBe('事故隐患')
    expect(sheet.getCell('A2').value).toBe('导出 周示例 · 用途 报送月报')
    expect(sheet.getRow(3).values).toEqual([undefined, ...HEADINGS, ROW_TAG_HEADING])
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 3 }])
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, printTitlesRow: '1:3' })
  })

  test('days are days, numbers numbers, and everything else is text, whatever it begins with', async () => {
    const sheet = await sheetOf([
      ['YH-1', '=HYPERLINK("http://example.com")', '2026-03-05', '3'],
      ['007', '-1+1', '（密）', '1234567890123456789'],
    ])
    expect(sheet.getCell('C4').value).toEqual(new Date('2026-03-05'))
    expect(sheet.getCell('D4').value).toBe(3)
    expect(sheet.getCell('B4').value).toBe('=HYPERLINK("http://example.com")')
    expect(sheet.getCell('B4').numFmt).toBe('@')
    expect(['A5', 'B5', 'C5', 'D5'].map((place) => sheet.getCell(place).value)).toEqual([
      '007',
      '-1+1',
      '（密）',
      '1234567890123456789',
    ])
  })

  test('a hidden last column says which matter a row is', async () => {
    const sheet = await sheetOf([['YH-1', 'a', '', '']])
    expect(sheet.getColumn(5).hidden).toBe(true)
    expect(sheet.getCell('E4').value).toBe('m0.1.x')
  })

  test.each<[string, number]>([
    ['no row', 0],
    ['fewer rows than are looked at for the widths', 2],
    ['more', 700],
  ])('keeps the rules of the format with %s', { timeout: 60_000 }, async (_, count) => {
    const rows = Array.from({ length: count }, (_, index) => [`YH-${index}`, '出口\n<上锁>&"\u0001', '2026-03-05', '1'])
    expect(await faultsByRules(await bytesOf(rows))).toEqual([])
    expect((await sheetOf(rows)).rowCount).toBe(3 + count)
  })
})
