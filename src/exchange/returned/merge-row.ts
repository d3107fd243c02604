import type { Matter } from '../../domain/matter/matter.ts'
import { isSealed } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { ReturnedCell } from '../../domain/views/returned-views.ts'
import { type Text, text } from '../../domain/wording/text.ts'
import { type SheetReading, sheetRow } from '../sheet/ledger-sheet.ts'
import type { LedgerTimes } from '../table/ledger-times.ts'
import { holdsNumbers, whyFixed } from './column-question.ts'
import { mergeCell } from './merge-cell.ts'
import { saysTheSame } from './same-meaning.ts'
import type { SheetColumn } from './sheet-columns.ts'

/** A row of the sheet beside its matter: as it stood when the sheet was written, and as it stands. */
export type RowToMerge = {
  readonly procedure: Procedure
  /** Undefined when nobody can tell any more. */
  readonly base: Matter | undefined
  readonly now: Matter
  readonly columns: readonly SheetColumn[]
  readonly cells: readonly string[]
}

const SEALED = text('密封的内容不能从表里改', 'What is sealed is not changed from a sheet')

/** Whether any cell of a row says something else than the matter does now. */
export const differsFromNow = (row: Omit<RowToMerge, 'base'>, reading: SheetReading, readTime: LedgerTimes): boolean =>
  mergeRow({ ...row, base: undefined }, reading, readTime).length > 0

/** The cells of a row that say something new, each with what it was, is and says. */
export function mergeRow(
  { procedure, base, now, columns, cells }: RowToMerge,
  reading: SheetReading,
  readTime: LedgerTimes,
): ReturnedCell[] {
  const kind = { ...procedure, ledger: columns.map(({ field, heading }) => ({ field, title: text(heading, heading) })) }
  const before = base && sheetRow(kind, base, reading)
  const after = sheetRow(kind, now, reading)
  return columns.flatMap(({ field, heading, place }, at): ReturnedCell[] => {
    // What was taken out of sight is compared with nothing.
    if (now.redacted?.includes(field)) return []
    const said = { base: before?.[at], now: after[at] ?? '', sheet: (cells[place] ?? '').trim() }
    const fate = mergeCell(said, (one, cell) => saysTheSame(one, cell, readTime, holdsNumbers(procedure, field)))
    if (fate === 'none') return []
    const why = whyNot(procedure, base, now, field)
    const shown = {
      field,
      heading,
      now: said.now,
      sheet: said.sheet,
      ...(said.base === undefined ? {} : { was: said.base }),
    }
    return [why ? { ...shown, fate: 'refused', why } : { ...shown, fate }]
  })
}

function whyNot(procedure: Procedure, base: Matter | undefined, now: Matter, field: string): Text | undefined {
  if (isSealed(now.fields[field]) || isSealed(base?.fields[field])) return SEALED
  return whyFixed(procedure, field)
}
