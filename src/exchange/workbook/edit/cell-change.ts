import { columnOf } from '../cell-text.ts'

/** What a cell is to hold: a text, a number, yes or no, a day as `2026-03-05`, or nothing. */
export type CellValue = string | number | boolean | { readonly day: string } | null

/** One cell of one sheet and what it is to hold; `cell` is its place, such as `B7`. */
export type CellChange = { readonly sheet: string; readonly cell: string; readonly value: CellValue }

/** A change by where it stands: `row` begins with 1, `column` with 0. */
export type PlacedChange = {
  readonly row: number
  readonly column: number
  readonly cell: string
  readonly value: CellValue
}

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
const PLACE = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** A place such as `B7` by row and column; undefined when no sheet has it. */
export function placeOf(cell: string): { readonly row: number; readonly column: number } | undefined {
  const found = PLACE.exec(cell)
  const column = columnOf(found?.[1])
  const row = Number(found?.[2])
  return column === undefined || column >= MOST_COLUMNS || row > MOST_ROWS ? undefined : { row, column }
}

/** The letters of a column that begins with 0. */
export const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** A stretch of cells such as `A1:C7`, both ends within it. */
export type Area = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A stretch as a workbook writes it, `$` or not; undefined when it is none. */
export function areaOf(ref: string | undefined): Area | undefined {
  const [from = '', to = from] = (ref ?? '').replaceAll('$', '').split(':')
  const [first, last] = [placeOf(from), placeOf(to)]
  return first && last ? { top: first.row, left: first.column, bottom: last.row, right: last.column } : undefined
}

/** A stretch in a workbook's words. */
export const areaText = ({ top, left, bottom, right }: Area): string => {
  const [from, to] = [`${lettersOf(left)}${top}`, `${lettersOf(right)}${bottom}`]
  return from === to ? from : `${from}:${to}`
}

/** Whether a cell lies in a stretch. */
export const liesIn = ({ row, column }: { readonly row: number; readonly column: number }, area: Area): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
