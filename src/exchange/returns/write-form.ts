import type { MappedCell } from '../../domain/returns/return-query.ts'
import type { CellChange } from '../workbook/edit/cell-change.ts'
import { setCells } from '../workbook/edit/set-cells.ts'

/** A number as people type it into a form: 12, 3.5, -4. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/

/**
 * The superior's form with its mapped cells filled and nothing else changed: looks, formulas, checks and print settings are theirs.
 * @param values by the place of a cell; one that is not mapped is not written
 * @throws AnlanError import-refused when a cell cannot be written
 */
export function writeForm(
  book: Uint8Array,
  sheet: string,
  cells: readonly MappedCell[],
  values: Readonly<Record<string, number | string>>,
): Promise<Uint8Array> {
  const changes = cells.flatMap(({ cell, use }): CellChange[] => {
    const value = Object.hasOwn(values, cell) ? values[cell] : undefined
    if (value === undefined || value === '') return []
    if ('text' in use && use.text === 'day') return [{ sheet, cell, value: { day: String(value) } }]
    return [{ sheet, cell, value: typeof value === 'string' && NUMBER.test(value) ? Number(value) : value }]
  })
  return setCells(book, changes)
}
