import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { setCells } from '../../src/exchange/workbook/edit/set-cells.ts'

const MINUTE = 60_000

/** What somebody writes into a row of a ledger, found by what stands in one of its cells, under the headings of the columns. */
export type Edit = { readonly row: string; readonly cells: Readonly<Record<string, string>> }

/** A ledger with cells changed, as the office's own spreadsheet would save it: through LibreOffice where it is installed. */
export async function editedLedger(book: Buffer, edits: readonly Edit[]): Promise<Buffer> {
  const file = new exceljs.Workbook()
  await file.xlsx.load(book as never)
  const [sheet] = file.worksheets
  if (!sheet) throw new Error('the workbook has no sheet')
  const changes = edits.flatMap(({ row, cells }) =>
    Object.entries(cells).map(([heading, value]) => {
      const column = placeOf(sheet, heading).column
      return { sheet: sheet.name, cell: `${column}${placeOf(sheet, row).row}`, value }
    }),
  )
  return savedByLibreOffice(Buffer.from(await setCells(book, changes)))
}

function placeOf(sheet: exceljs.Worksheet, text: string): { readonly row: number; readonly column: string } {
  for (let row = 1; row <= sheet.rowCount; row += 1)
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = sheet.getCell(row, column)
      if (cell.text === text) return { row, column: cell.address.replace(/\d+$/, '') }
    }
  throw new Error(`no cell says ${text}`)
}

/** Opened and saved again by LibreOffice; as it is, and said so, where there is none. */
function savedByLibreOffice(book: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-sheet-'))
  try {
    const [from, to] = [join(folder, 'ledger.xlsx'), join(folder, 'saved')]
    writeFileSync(from, book)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const run = spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', to, from], {
      timeout: MINUTE,
      killSignal: 'SIGKILL',
    })
    if (run.error && 'code' in run.error && run.error.code === 'ENOENT') {
      console.info('soffice is not installed: the ledger comes back without going through LibreOffice')
      return book
    }
    return readFileSync(join(to, 'ledger.xlsx'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
