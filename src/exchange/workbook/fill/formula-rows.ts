/** A row that a formula names; `$` before it holds it fast when the formula is copied. */
export type NamedRow = { readonly row: number; readonly isFixed: boolean }

/** What becomes of the rows that a formula names: of one cell the first alone; undefined leaves them. */
export type RowMapping = (
  sheet: string | undefined,
  first: NamedRow,
  last: NamedRow | undefined,
) => readonly [number, number] | undefined

/** Texts, which are left alone, or cells and stretches with the sheet before them. */
const TOKEN =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$\]'!])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?[A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(!])/gu

/** A formula whose cells stand in other rows now. */
export const withRows = (formula: string, map: RowMapping): string =>
  formula.replace(TOKEN, (whole, prefix, column, fixed, row, toColumn, toFixed, toRow) => {
    if (column === undefined) return whole
    const last = toColumn === undefined ? undefined : { row: Number(toRow), isFixed: toFixed === '$' }
    const rows = map(sheetOf(prefix), { row: Number(row), isFixed: fixed === '$' }, last)
    if (!rows) return whole
    const from = `${prefix ?? ''}${column}${fixed}${rows[0]}`
    return last ? `${from}:${toColumn}${toFixed}${rows[1]}` : from
  })

const sheetOf = (prefix: string | undefined): string | undefined =>
  prefix?.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix?.slice(0, -1)

/** A formula as it stands so many rows further down. */
export const movedDown = (formula: string, rows: number): string =>
  withRows(formula, (_, first, last) => {
    const moved = ({ row, isFixed }: NamedRow) => (isFixed ? row : row + rows)
    return [moved(first), last ? moved(last) : 0]
  })

/** Rows that are put in behind the last of a stretch, so that what covers the stretch covers them too. */
export type Inserted = {
  /** The last row of the stretch. */
  readonly behind: number
  readonly count: number
  /** Whether the stretch has a row at all: what ends above an empty one does not grow. */
  readonly grows: boolean
}

/** Where a row stands after rows were put in. */
export const shiftedRow = (row: number, { behind, count }: Inserted): number => (row > behind ? row + count : row)

/** Where a stretch ends after rows were put in: one that reaches to their place takes them in. */
export const shiftedEnd = (row: number, inserted: Inserted): number =>
  inserted.grows && row === inserted.behind ? row + inserted.count : shiftedRow(row, inserted)

/** A formula after rows were put into a sheet; `own` when it stands in that sheet itself. */
export const withInserted = (formula: string, sheet: string, own: boolean, inserted: Inserted): string =>
  withRows(formula, (named, first, last) =>
    (named ?? (own ? sheet : undefined)) === sheet
      ? [shiftedRow(first.row, inserted), last ? shiftedEnd(last.row, inserted) : 0]
      : undefined,
  )
