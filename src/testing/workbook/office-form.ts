import exceljs from 'exceljs'

/** What a test's form has: rows to be filled, and what stood in them. */
export type OfficeFormWish = {
  readonly rooms: number
  readonly old?: readonly (readonly (string | number)[])[]
  readonly sums?: boolean
}

export const FORM_HEADINGS = ['序号', '编号', '隐患情况', '排查日期', '责任单位', '整改', '剩余天数', '备注'] as const

/** A form as an office keeps it: merged title, two heading rows, a row of style, lists to choose from, sums, a line to sign, a hidden sheet. */
export async function officeForm({ rooms, old = [], sums = true }: OfficeFormWish): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('隐患台账')
  const lists = book.addWorksheet('字典', { state: 'veryHidden' })
  lists.getCell('A1').value = '是'
  lists.getCell('A2').value = '否'
  lists.getCell('B1').value = { formula: `COUNTA(隐患台账!B4:B${3 + rooms})`, result: 0 }
  sheet.mergeCells('A1:H1')
  sheet.getCell('A1').value = '青岚县应急管理局事故隐患排查治理台账'
  sheet.getCell('A1').font = { name: '方正小标宋简体', size: 18 }
  sheet.getRow(1).height = 36
  for (const [at, heading] of FORM_HEADINGS.entries()) {
    sheet.getColumn(at + 1).width = 8 + at
    sheet.getCell(2, at + 1).value = heading
    if (heading !== '整改') sheet.mergeCells(2, at + 1, 3, at + 1)
  }
  sheet.getCell('F3').value = '是否完成'
  for (let row = 4; row < 4 + rooms; row++) {
    sheet.getRow(row).height = 22
    for (let column = 1; column <= 8; column++) {
      const cell = sheet.getCell(row, column)
      cell.border = {
        top: { style: 'thin' },
        bottom: { style: 'thin' },
        left: { style: 'thin' },
        right: { style: 'thin' },
      }
      const value = old[row - 4]?.[column - 1]
      if (value !== undefined && value !== '') cell.value = value
    }
    sheet.getCell(row, 4).numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell(row, 7).value = { formula: `D${row}+30-$H$1`, result: 0 }
    sheet.getCell(row, 6).dataValidation = { type: 'list', allowBlank: true, formulae: ['字典!$A$1:$A$2'] }
  }
  const last = 4 + rooms
  if (sums) {
    sheet.getCell(last, 1).value = '合计'
    sheet.mergeCells(last, 1, last, 2)
    sheet.getCell(last, 7).value = { formula: `SUM(G4:G${last - 1})`, result: 0 }
    sheet.getCell(last + 1, 1).value = '填表人：          审核人：'
    sheet.mergeCells(last + 1, 1, last + 1, 8)
  }
  sheet.addConditionalFormatting({
    ref: `G4:G${last - 1}`,
    rules: [{ type: 'cellIs', operator: 'lessThan', priority: 1, formulae: ['0'], style: { font: { bold: true } } }],
  })
  sheet.pageSetup = {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: '1:3',
    printArea: `A1:H${last + 1}`,
  }
  sheet.headerFooter.oddFooter = '第 &P 页'
  return new Uint8Array(await book.xlsx.writeBuffer())
}
