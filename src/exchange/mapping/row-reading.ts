import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { RowIssue } from '../../domain/views/admin-views.ts'
import type { LedgerTime, LedgerTimes } from '../table/ledger-times.ts'
import { type ImportMapping, listOf, type UnitSource, type ValueSource } from './import-mapping.ts'
import { quoted } from './kept-cells.ts'
import { unitColumns } from './mapping-columns.ts'
import { timeFormats } from './row-times.ts'
import { type Cells, firstFilled } from './source-value.ts'
import { unitOf } from './unit-names.ts'

/** By name, how a spreadsheet calls a column: `F`. */
export type Letters = Readonly<Record<string, string>>

/** What rows are read by. */
export type RowContext = {
  readonly tenant: string
  readonly mapping: ImportMapping
  readonly rulebook: Rulebook
  readonly readTime: LedgerTimes
  readonly now: Instant
  /** The id of the matter of a row, from its key. */
  readonly idOf: (key: string) => string
  /** Where the table stands, and how a spreadsheet calls its columns. */
  readonly place?: { readonly sheet?: string; readonly letters: Letters }
  /** Columns whose cells no message repeats. */
  readonly personal: ReadonlySet<string>
}

/** One row being read; `issues` collects what is wrong with it, so that a person can mend everything at once. */
export type Reading = { readonly context: RowContext; readonly cells: Cells; readonly issues: RowIssue[] }

/** Notes what is wrong, with what stands in the cell unless that is personal. */
export function addIssue({ context, cells, issues }: Reading, issue: RowIssue): void {
  const cell = issue.column === undefined || context.personal.has(issue.column) ? '' : (cells[issue.column] ?? '')
  issues.push(cell === '' ? issue : { ...issue, cell: quoted(cell) })
}

/** The moment in a column, or in the first of several that is not empty. */
export function timeIn(reading: Reading, columns: string | readonly string[], field: string): LedgerTime | undefined {
  const { context, cells } = reading
  const column = firstFilled(listOf(columns), cells)
  const cell = cells[column] ?? ''
  if (cell === '') return undefined
  const read = context.readTime(cell)
  if (!read) addIssue(reading, { field, rule: 'not-a-date', column, limit: timeFormats(context.mapping) })
  else if (field !== 'due' && read.at > context.now) addIssue(reading, { field, rule: 'in-the-future', column })
  return read
}

/** The unit that a source names. */
export function unitIn(reading: Reading, source: UnitSource, field: string): string | undefined {
  const { context, cells } = reading
  const { unitId, missing, several } = unitOf(source, cells, context.rulebook.directory)
  const named = columnOf(source)
  if (several) addIssue(reading, { field, rule: 'several-units', limit: several.join('、'), ...named })
  else if (missing !== undefined) addIssue(reading, { field, rule: 'not-a-unit', ...named })
  else if (unitId === undefined && field === 'unit') addIssue(reading, { field, rule: 'required', ...named })
  return unitId
}

/** The first column of a source, for a message. */
export function columnOf(source: ValueSource | UnitSource): { column?: string } {
  const [column] = unitColumns(source)
  return column === undefined ? {} : { column }
}
