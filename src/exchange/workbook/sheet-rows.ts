import { columnOf, numberText, unescaped } from './cell-text.ts'
import { type Merged, mergedOf } from './merged.ts'
import { readXml } from './read-xml.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { workbookFault } from './workbook-fault.ts'

/** A row as a spreadsheet shows it; `row` begins with 1. Cells of a merge that runs down hold what its first cell holds. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] }

/** Columns behind this one are looked at only to say that something stands there. */
const MOST_COLUMNS = 500
/** Excel's own: rows of a sheet, cells of a row. */
const MOST_ROWS = 1_048_576
const MOST_CELLS = 16_384
/** Letters of all cells together, each time a text is named anew: every one of them is looked through. */
const MOST_LETTERS = 400_000_000
/** Formulas by which a workbook starts a program or fetches from outside. */
export const CALLS_OUT = /\b(?:WEBSERVICE|RTD|CALL|REGISTER\.ID|EXEC)\s*\(|\|\s*['"!]|\bcmd\s*\|/i

type Cell = { column: number; type: string; style: number; written: string }

/** The rows of a sheet, with merges that run down filled. @throws AnlanError import-refused with the reason */
export async function* sheetRows(
  workbook: Workbook,
  sheet: Sheet,
  onBytes: (count: number) => void,
): AsyncGenerator<SheetRow> {
  const fill = fillDown(await mergedOf(workbook.parts.open(sheet.part)))
  for await (const { row, cells } of plainRows(workbook, sheet, onBytes)) yield { row, cells: fill(row, [...cells]) }
}

/**
 * The rows of a sheet as they are written, in order, unpacked no faster than they are asked for. A formula is read as
 * the value the spreadsheet last worked out; nothing is calculated, followed or run.
 * @throws AnlanError import-refused with the reason
 */
export async function* plainRows(
  workbook: Workbook,
  { part }: Sheet,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<SheetRow> {
  const { parts, strings, kinds } = workbook
  let rows: SheetRow[] = []
  let [number, last, cells, cell] = [0, -1, [] as string[], undefined as Cell | undefined]
  let [takes, spoken, inRow, letters, formula] = [false, false, 0, 0, undefined as string | undefined]
  const textOf = ({ type, style, written }: Cell): string => {
    if (type === 's') return strings[Number(written)] ?? ''
    if (type === 'b') return written === '1' ? 'TRUE' : written === '0' ? 'FALSE' : ''
    if (type === 'd') return written.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?Z?$/, '')
    if (type === 'n') return written === '' ? '' : numberText(written.trim(), kinds[style] ?? 'number', workbook)
    return unescaped(written)
  }
  const listener = {
    open: (name: string, { r, t, s }: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        number = rowNumber(r, number)
        inRow = 0
        last = -1
        cells = []
      }
      if (name === 'c') last = columnOf(r) ?? last + 1
      if (name === 'c') cell = { column: last, type: t ?? 'n', style: Number(s ?? 0), written: '' }
      if (name === 'c' && ++inRow > MOST_CELLS) throw workbookFault('too-wide')
      if (name === 'f') formula = ''
      if (name === 'rPh') spoken = true
      takes = (name === 'v' || name === 't') && !spoken
    },
    close: (name: string) => {
      takes = false
      if (name === 'rPh') spoken = false
      if (name === 'f' && formula !== undefined && CALLS_OUT.test(formula)) throw workbookFault('calls-out')
      formula = undefined
      if (name === 'c' && cell) {
        const text = textOf(cell)
        letters += text.length
        if (letters > MOST_LETTERS) throw workbookFault('too-large')
        put(cells, cell.column, text.replace(/\r\n?/g, '\n').trim())
        cell = undefined
      }
      if (name === 'row') rows.push({ row: number, cells })
    },
    text: (more: string) => {
      if (takes && cell) cell.written += more
      else if (formula !== undefined && formula.length < 10_000) formula += more
    },
  }
  yield* readXml(
    counted(parts.open(part), (count) => onBytes(count * parts.share(part))),
    listener,
    () => {
      const taken = rows
      rows = []
      return taken
    },
  )
}

/** Rows count up and may leave some out; one that says it stands where no row is would be lost without a word. */
function rowNumber(said: string | undefined, before: number): number {
  const number = said === undefined ? before + 1 : Number(said)
  if (!Number.isInteger(number) || number < 1) throw workbookFault('damaged')
  if (number > MOST_ROWS) throw workbookFault('too-many-rows')
  return number
}

function put(cells: string[], column: number, text: string): void {
  if (text === '') return
  if (column >= MOST_COLUMNS) throw workbookFault('too-wide')
  while (cells.length < column) cells.push('')
  cells[column] = text
}

async function* counted(bytes: AsyncIterable<Buffer>, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    onBytes(piece.length)
    yield piece
  }
}

/** Writes into the empty cells below a merge's first what that one holds. */
function fillDown(merged: readonly Merged[]): (row: number, cells: string[]) => string[] {
  const waiting = [...merged].sort((a, b) => b.first - a.first)
  // One a column: merges never overlap, and ten thousand that do would be looked through for every row.
  const running = new Map<number, Merged & { text: string }>()
  return (row, cells) => {
    for (const { column, text, last } of running.values()) {
      if (last < row) running.delete(column)
      else if ((cells[column] ?? '') === '') put(cells, column, text)
    }
    for (let next = waiting.at(-1); next && next.first <= row; next = waiting.at(-1)) {
      waiting.pop()
      if (next.first === row && next.last > row) running.set(next.column, { ...next, text: cells[next.column] ?? '' })
    }
    return cells
  }
}
