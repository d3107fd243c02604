import { plainRows } from '../workbook/sheet-rows.ts'
import { openWorkbook, type Sheet, type Workbook } from '../workbook/workbook.ts'
import { workbookFault } from '../workbook/workbook-fault.ts'
import { findHeadings, type Headings, MOST_ROWS_ABOVE } from './headings.ts'

/** A sheet of a workbook, with where its columns stand. */
export type SheetShape = { readonly workbook: Workbook; readonly sheet: Sheet; readonly headings: Headings }

/**
 * Finds sheet and headings: the sheet in which most of the wanted columns are there, one that is shown before a hidden one, the first
 * of equals. Close `workbook.parts` when done.
 * @param said the name of the sheet, where somebody named it
 * @throws AnlanError import-refused with the reason
 */
export async function findSheetShape(
  path: string | Uint8Array,
  wanted: readonly string[],
  said?: string,
): Promise<SheetShape> {
  const workbook = await openWorkbook(path)
  try {
    let best: (SheetShape & { score: number }) | undefined
    for (const sheet of workbook.sheets.filter(({ name }) => said === undefined || name === said)) {
      const headings = findHeadings(await firstRows(workbook, sheet), wanted)
      const matched = wanted.filter((column) => headings.places[column]?.length).length
      const score = 1000 * matched + Math.min(headings.names.length, 500) - (sheet.hidden ? 500 : 0)
      if (headings.names.length > 0 && (!best || score > best.score)) best = { workbook, sheet, headings, score }
    }
    if (!best) throw workbookFault('no-sheet')
    return { workbook, sheet: best.sheet, headings: best.headings }
  } catch (cause) {
    workbook.parts.close()
    throw cause
  }
}

/** The rows among which the headings are looked for, with the empty ones between them. */
async function firstRows(workbook: Workbook, sheet: Sheet): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const { row, cells } of plainRows(workbook, sheet)) {
    if (row > MOST_ROWS_ABOVE + 1) break
    while (rows.length < row - 1) rows.push([])
    rows.push(cells)
  }
  return rows
}
