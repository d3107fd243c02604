import exceljs from 'exceljs'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FORM_HEADINGS, type OfficeFormWish, officeForm } from '../../../testing/workbook/office-form.ts'
import { faultsByRules } from '../../../testing/workbook/random/other-programs.ts'
import { packedParts } from '../../../testing/workbook/random/parts.ts'
import { ROW_TAG_HEADING } from '../row-tag.ts'
import { type FormPlan, fillForm } from './fill-form.ts'

const PLAN: FormPlan = {
  sheet: '隐患台账',
  headings: 3,
  isPair: true,
  columns: [0, 1, 2, 3, 4],
  width: FORM_HEADINGS.length,
  mark: '导出 周示例',
}
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    tag: `m${at}.1.x`,
    cells: [at + 1, `YH-${at + 1}`, '=出口上锁', { day: '2026-03-05' }, '东浦镇'],
  }))

async function filled(wish: OfficeFormWish, count: number) {
  const before = await officeForm(wish)
  const after = await fillForm(before, PLAN, rows(count))
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(after) as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('隐患台账')
  if (!sheet) throw new Error('the sheet is gone')
  const value = (place: string) => sheet.getCell(place).value
  return { before, after, book, sheet, value }
}

describe('an office’s own form with more rows than it has', () => {
  test('each row looks like the first and holds what it is filled with', async () => {
    const { sheet, value } = await filled({ rooms: 2 }, 5)
    for (const row of [4, 6, 8]) {
      expect(value(`B${row}`)).toBe(`YH-${row - 3}`)
      expect(value(`C${row}`)).toBe('=出口上锁')
      expect(value(`D${row}`)).toEqual(new Date('2026-03-05'))
      expect(sheet.getCell(`D${row}`).numFmt).toBe('yyyy"年"m"月"d"日"')
      expect(sheet.getCell(`H${row}`).border).toMatchObject({ bottom: { style: 'thin' } })
      expect(sheet.getRow(row).height).toBe(22)
    }
  })

  test('formulas of the row are those of each, and sums reach over all', async () => {
    const { book, sheet } = await filled({ rooms: 2 }, 5)
    expect(sheet.getCell('G7').formula).toBe('D7+30-$H$1')
    expect(sheet.getCell('A9').value).toBe('合计')
    expect(sheet.getCell('G9').formula).toBe('SUM(G4:G8)')
    // What it came to before is no figure of these rows.
    expect(sheet.getCell('G9').result).toBeUndefined()
    expect(book.getWorksheet('字典')?.getCell('B1').formula).toBe('COUNTA(隐患台账!B4:B8)')
  })

  test('title, merges, what is signed, lists to choose from, conditions and print settings are kept and reach over all', async () => {
    const { sheet, book, value } = await filled({ rooms: 2 }, 5)
    expect(value('A1')).toBe('青岚县应急管理局事故隐患排查治理台账')
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:H1', 'A2:A3', 'A9:B9', 'A10:H10']))
    expect(value('A10')).toBe('填表人：          审核人：')
    for (const row of [4, 6, 8])
      expect(sheet.getCell(`F${row}`).dataValidation).toMatchObject({ type: 'list', formulae: ['字典!$A$1:$A$2'] })
    expect(sheet.pageSetup).toMatchObject({ printArea: 'A1:H10', printTitlesRow: '1:3', orientation: 'landscape' })
    expect(book.getWorksheet('字典')?.state).toBe('veryHidden')
    const xml = Buffer.from(
      unzipSync((await filled({ rooms: 2 }, 5)).after)['xl/worksheets/sheet1.xml'] ?? [],
    ).toString()
    expect(xml).toContain('<conditionalFormatting sqref="G4:G8">')
  })

  test('a hidden column says which matter a row is, and who took the file', async () => {
    const { sheet, value } = await filled({ rooms: 2 }, 5)
    expect(sheet.getColumn(9).hidden).toBe(true)
    expect([value('I1'), value('I3'), value('I4'), value('I8')]).toEqual([
      '导出 周示例',
      ROW_TAG_HEADING,
      'm0.1.x',
      'm4.1.x',
    ])
    expect(sheet.getColumn(8).width).toBe(15)
  })

  test('no rule of the format is broken, and parts without formulas are as they were', {
    timeout: 60_000,
  }, async () => {
    for (const count of [0, 1, 5]) {
      const { before, after } = await filled({ rooms: 2 }, count)
      expect(await faultsByRules(after)).toEqual(await faultsByRules(before))
      const [was, is] = [await packedParts(before), await packedParts(after)]
      const touched = [...was.keys()].filter((name) => was.get(name) !== is.get(name))
      expect(touched.filter((name) => !/workbook\.xml$|worksheets\/sheet\d\.xml$/.test(name))).toEqual([])
    }
  })
})

describe('an office’s own form with rows to spare', () => {
  test('the rest stays empty and nothing moves', async () => {
    const { sheet, value } = await filled({ rooms: 6 }, 2)
    expect([value('B5'), value('B6'), value('I6')]).toEqual(['YH-2', null, null])
    expect(sheet.getCell('G9').formula).toBe('D9+30-$H$1')
    expect(sheet.getCell('G10').formula).toBe('SUM(G4:G9)')
  })

  test('what an old ledger said is gone', async () => {
    const old = [
      [1, 'YH-OLD', '旧隐患', '', '旧单位', '是', '', '旧备注'],
      [2, 'YH-OLD2', '旧隐患', '', '旧单位', '否', '', ''],
    ]
    const { sheet } = await filled({ rooms: 3, old }, 1)
    expect(JSON.stringify(sheet.getSheetValues())).not.toContain('旧')
  })

  test('a form that ends with its headings is filled below them', async () => {
    const { value } = await filled({ rooms: 0, sums: false }, 2)
    expect([value('B4'), value('B5')]).toEqual(['YH-1', 'YH-2'])
  })

  test('sums right below the headings move down', async () => {
    const { value } = await filled({ rooms: 0 }, 2)
    expect([value('B4'), value('A6'), value('A7')]).toEqual(['YH-1', '合计', '填表人：          审核人：'])
  })
})
