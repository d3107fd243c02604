import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import {
  faultsByRules,
  isThere,
  PYTHON,
  readByOpenpyxl,
  throughLibreOffice,
} from '../../../testing/workbook/random/other-programs.ts'
import { madeWorkbook, type WorkbookWish } from '../../../testing/workbook/random/random-workbook.ts'
import type { CellChange } from './cell-change.ts'
import { setCells } from './set-cells.ts'

const sheet = (name: string, hidden: boolean): WorkbookWish['sheets'][number] => ({
  name,
  hidden,
  rows: 9,
  columns: 12,
  cells: ['隐患', 'A&B <井>', '=1+1'],
  merges: true,
  extras: ['validation', 'condition', 'note', 'print', 'freeze', 'filter', 'picture'],
})
const WISH: WorkbookWish = { sheets: [sheet('台账', false), sheet("O'Brien", true)], names: true }
const CHANGES: readonly CellChange[] = [
  { sheet: '台账', cell: 'E3', value: '已整改' },
  { sheet: '台账', cell: 'H3', value: 12.5 },
  { sheet: '台账', cell: 'D3', value: null },
  { sheet: '台账', cell: 'AA20', value: '=HYPERLINK("x")' },
  { sheet: "O'Brien", cell: 'G7', value: 7 },
]

const [hasLibreOffice, hasOpenpyxl] = await Promise.all([
  isThere('soffice', '--version'),
  isThere(PYTHON, '-c', 'import openpyxl'),
])

describe('a workbook with changed cells, read by others', () => {
  test('breaks no rule of the format that it did not break before', { timeout: 60_000 }, async () => {
    const before = await madeWorkbook(WISH)
    const after = await setCells(before, CHANGES)
    expect(await faultsByRules(after)).toEqual(await faultsByRules(before))
  })

  test.runIf(hasOpenpyxl)(
    'openpyxl reads the changed cells, and the others as before',
    { timeout: 120_000 },
    async () => {
      const before = await madeWorkbook(WISH)
      const [was, is] = [await readByOpenpyxl(before), await readByOpenpyxl(await setCells(before, CHANGES))]
      for (const { sheet: name, cell, value } of CHANGES) {
        expect(is[name]?.[cell]).toBe(value === null ? undefined : String(value))
        delete is[name]?.[cell]
        delete was[name]?.[cell]
      }
      expect(is).toEqual(was)
    },
  )

  test.runIf(hasLibreOffice)(
    'LibreOffice reads the changed cells, formulas and hidden sheets',
    { timeout: 120_000 },
    async () => {
      const after = await setCells(await madeWorkbook(WISH), CHANGES)
      const book = new exceljs.Workbook()
      await book.xlsx.load(Buffer.from(await throughLibreOffice(after)) as unknown as ArrayBuffer)
      for (const { sheet: name, cell, value } of CHANGES)
        expect(book.getWorksheet(name)?.getCell(cell).value ?? null).toBe(value)
      expect(book.getWorksheet("O'Brien")?.state).toBe('hidden')
      // It keeps what a formula last came to unless its own settings say otherwise; Excel and WPS work it out as the file asks.
      expect(book.getWorksheet('台账')?.getCell('A3').formula).toBe('COUNTA(D3:H3)+3')
    },
  )
})
