import type { MatterView, SheetView } from '../../domain/views/views.ts'
import { ROW_TAG_HEADING, rowTagText } from '../../exchange/workbook/row-tag.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { bodyOf, type Send, type TestOffice } from '../office.ts'
import { TEST_TENANT } from '../people.ts'
import { type TestCell, workbookFile } from './workbook-file.ts'

/** A ledger as this office gives it out, as cells that a test changes before it comes back. */
export type GivenOut = {
  readonly headings: string[]
  readonly rows: TestCell[][]
  /** Writes into the cell of a row under a heading. */
  readonly put: (row: number, heading: string, cell: TestCell) => void
  readonly bytes: () => Uint8Array
}

/** The ledger of a kind as somebody sees it now, with the hidden column that says which matter each row is. */
export async function giveOut({ county }: TestOffice, send: Send, procedure: string, query = ''): Promise<GivenOut> {
  const sheet = await bodyOf<SheetView>(await send(`/api/sheet?procedure=${procedure}${query}`))
  const mac = rowTagMac(county.deps.keys, TEST_TENANT)
  const rows: TestCell[][] = []
  for (const { id, cells } of sheet.rows) {
    const { matter } = await bodyOf<MatterView>(await send(`/api/matters/${id}`))
    rows.push([...cells, rowTagText({ matterId: id, version: matter.version }, mac)])
  }
  const headings = [...sheet.headings, ROW_TAG_HEADING]
  return {
    headings,
    rows,
    put: (row, heading, cell) => {
      const cells = rows[row]
      if (!cells || !headings.includes(heading)) throw new Error(`no cell ${heading} in row ${row}`)
      cells[headings.indexOf(heading)] = cell
    },
    bytes: () => workbookFile([{ name: '台账', rows: [headings, ...rows] }]),
  }
}
