import type { Procedure } from '../../domain/procedure/procedure.ts'
import { fieldsNamed } from '../../engine/definition/reading.ts'

/** What the cells of a ledger's column are: days and numbers can be sorted and added up, all else is text. */
export type CellKind = 'text' | 'day' | 'number'

const DAYS = ['openedAt', 'closedAt']

/** What the columns of a kind's ledger hold, as its definition orders them. */
export const sheetKinds = (procedure: Procedure): CellKind[] =>
  procedure.ledger.map(({ field }) => {
    if (DAYS.includes(field)) return 'day'
    const asked = fieldsNamed(procedure, field)[0]
    if (asked)
      return asked.kind === 'date' || asked.kind === 'dateTime' ? 'day' : isNumber(asked.kind) ? 'number' : 'text'
    if (field.endsWith('.met')) return 'number'
    return Object.hasOwn(procedure.deadlines, field.replace(/\.start$/, '')) ? 'day' : 'text'
  })

const isNumber = (kind: string): boolean => kind === 'number' || kind === 'money'

const DAY = /^\d{4}-\d\d-\d\d$/
/** More digits than these a spreadsheet rounds. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/

/** A cell of a ledger as what it is: what its column cannot hold, such as what is sealed, stays a text. */
export function sheetCell(kind: CellKind, cell: string): string | number | { readonly day: string } {
  if (kind === 'day' && DAY.test(cell)) return { day: cell }
  return kind === 'number' && NUMBER.test(cell) ? Number(cell) : cell
}
