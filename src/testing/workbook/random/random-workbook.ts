import type { Workbook as MadeBook, Worksheet } from 'exceljs'
import exceljs from 'exceljs'
import fc from 'fast-check'

/** A workbook of another program as a wish: what it has, by numbers that fast-check can make smaller. */
export type WorkbookWish = {
  readonly sheets: readonly {
    readonly name: string
    readonly hidden: boolean
    readonly rows: number
    readonly columns: number
    readonly cells: readonly string[]
    readonly merges: boolean
    readonly extras: readonly ('validation' | 'condition' | 'note' | 'print' | 'freeze' | 'filter' | 'picture')[]
  }[]
  readonly names: boolean
}

const TEXTS = fc.constantFrom('隐患', '路灯不亮', 'A&B <井>', '  空格', '=1+1', '一\n二', '😀', '_x0041_', '')

const sheet = fc.record({
  name: fc.constantFrom('台账', '汇总 表', "O'Brien", '2026年3月'),
  hidden: fc.boolean(),
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 30 }),
  cells: fc.array(TEXTS, { minLength: 1, maxLength: 7 }),
  merges: fc.boolean(),
  extras: fc.uniqueArray(fc.constantFrom('validation', 'condition', 'note', 'print', 'freeze', 'filter', 'picture'), {
    maxLength: 7,
  }),
})

/** Workbooks as offices have them, with all that must come back as it was. */
export const workbookWishes: fc.Arbitrary<WorkbookWish> = fc.record({
  sheets: fc.uniqueArray(sheet, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
  names: fc.boolean(),
})

/** Columns left free of everything, for changes to go to: merges and formulas keep to those before. */
export const FREE_FROM = 3

/** Makes the workbook that is wished for, by a program of another house. */
export async function madeWorkbook({ sheets, names }: WorkbookWish): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  for (const [index, wish] of sheets.entries()) {
    // At least one sheet is seen.
    const made = book.addWorksheet(wish.name, { state: wish.hidden && index > 0 ? 'hidden' : 'visible' })
    fill(made, wish)
    for (const extra of wish.extras) EXTRAS[extra](made, book)
  }
  const [first] = sheets
  if (names && first) book.definedNames.add(`'${first.name.replaceAll("'", "''")}'!$A$1:$B$2`, '范围')
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function fill(made: Worksheet, { rows, columns, cells, merges }: WorkbookWish['sheets'][number]): void {
  made.getColumn(2).width = 31
  made.getColumn(4).numFmt = 'yyyy"年"m"月"d"日"'
  for (let row = 1; row <= rows; row++) {
    // Some rows have nothing.
    if (row % 5 === 4) continue
    for (let column = 1; column <= columns; column += 1 + (row % 3)) {
      const cell = made.getCell(row, column)
      const kind = (row * 7 + column) % 6
      if (column === 1 && row > 1) cell.value = { formula: `COUNTA(D${row}:H${row})+${row}`, result: row }
      else if (kind === 0) cell.value = row * 1.1
      else if (kind === 1) cell.value = new Date(Date.UTC(2026, row % 12, 1 + (column % 28)))
      else if (kind === 2) cell.value = column % 2 === 0
      else if (kind === 3) cell.value = { richText: [{ text: '加粗', font: { bold: true } }, { text: '平' }] }
      else cell.value = cells[(row + column) % cells.length] ?? ''
      if (kind === 1) cell.numFmt = 'yyyy-mm-dd'
      if (kind === 4) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEECC' } }
      if (kind === 5) cell.border = { top: { style: 'thin' }, left: { style: 'double' } }
    }
    made.getRow(row).height = 15 + row
  }
  if (merges) made.mergeCells(rows + 2, 2, rows + 3, 3)
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const EXTRAS: Readonly<
  Record<WorkbookWish['sheets'][number]['extras'][number], (made: Worksheet, book: MadeBook) => void>
> = {
  validation: (made) => {
    made.getCell('E2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] }
  },
  condition: (made) =>
    made.addConditionalFormatting({
      ref: 'D1:F9',
      rules: [{ type: 'expression', priority: 1, formulae: ['$D1=1'], style: { font: { bold: true } } }],
    }),
  note: (made) => {
    made.getCell('F1').note = '请填全称'
  },
  print: (made) => {
    made.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, printTitlesRow: '1:2' }
    made.headerFooter.oddFooter = '第 &P 页'
  },
  freeze: (made) => {
    made.views = [{ state: 'frozen', ySplit: 1 }]
  },
  filter: (made) => {
    made.autoFilter = 'A1:C1'
  },
  picture: (made, book) => made.addImage(book.addImage({ base64: PIXEL, extension: 'png' }), 'H1:I3'),
}
