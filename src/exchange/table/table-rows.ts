import { sheetRows } from '../workbook/sheet-rows.ts'
import type { CsvRecord } from './csv-reader.ts'
import { type CsvShape, csvRecords } from './csv-rows.ts'
import { type SkippedKind, skippedKind } from './row-kinds.ts'
import type { SheetShape } from './sheet-shape.ts'

/** What must be known of a table before its rows can be read. */
export type TableShape = CsvShape | SheetShape

/**
 * A row with its number in the file, as spreadsheets count. `cells` go by the wanted columns; `fault` says why they cannot
 * be told apart, `skipped` why the row holds no case.
 */
export type TableRow = {
  readonly number: number
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
  /** All cells as they stand, wanted or not. */
  readonly all: readonly string[]
  readonly fault?: 'columns' | 'quotation'
  readonly skipped?: SkippedKind
}

/**
 * Reads the rows below the headings. Rows that cannot be read come with a fault instead of stopping the rest.
 * @param dated the column without which no case begins
 */
export async function* tableRows(
  shape: TableShape,
  dated: string | undefined,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<TableRow> {
  const { headings } = shape
  const places = Object.entries(headings.places).map(([column, [place = -1]]) => [column, place] as const)
  const datedAt = headings.places[dated ?? '']?.[0]
  const width = headings.names.length
  const rowOf = ({ row: number, line, cells: all, fault }: CsvRecord): TableRow => {
    const cells: Record<string, string> = {}
    for (const [column, place] of places) if (column !== '__proto__') cells[column] = all[place] ?? ''
    if (fault) return { number, line, cells, all, fault }
    const skipped = skippedKind(all, headings.names, datedAt === undefined ? undefined : (all[datedAt] ?? ''))
    if (skipped) return { number, line, cells, all, skipped }
    const isWide = all.length > width && all.slice(width).some((cell) => cell !== '')
    return all.length < width || isWide ? { number, line, cells, all, fault: 'columns' } : { number, line, cells, all }
  }
  for await (const record of recordsOf(shape, onBytes)) if (record.row > headings.last) yield rowOf(record)
}

async function* recordsOf(shape: TableShape, onBytes: (count: number) => void): AsyncGenerator<CsvRecord> {
  if (!('workbook' in shape)) return yield* csvRecords(shape, onBytes)
  const width = shape.headings.names.length
  for await (const { row, cells } of sheetRows(shape.workbook, shape.sheet, onBytes)) {
    // A sheet has cells where something stands, not up to its last column; what stands beside the table is no part of it.
    const all = Array.from({ length: width }, (_, column) => cells[column] ?? '')
    yield { row, line: row, cells: all }
  }
}
