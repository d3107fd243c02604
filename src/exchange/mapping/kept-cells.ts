import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { ImportMapping } from './import-mapping.ts'
import { type Cells, columnsOf } from './source-value.ts'

/** What stands for a cell that is not kept. */
export const NOT_KEPT = '•••'

/** The columns of a file that go into fields which are sealed, in whatever kind of matter. */
export function personalColumns(mapping: ImportMapping, procedures: readonly Procedure[]): Set<string> {
  const sealed = new Set(
    procedures.flatMap(({ forms }) =>
      Object.values(forms).flatMap(({ fields }) =>
        Object.entries(fields).flatMap(([name, { personal }]) => (personal ? [name] : [])),
      ),
    ),
  )
  const forms = [mapping.form, ...(mapping.steps ?? []).map(({ form }) => form ?? {})]
  return new Set(
    forms.flatMap((form) =>
      Object.entries(form).flatMap(([name, source]) => (sealed.has(name) ? columnsOf(source) : [])),
    ),
  )
}

/**
 * The cells of a rejected row as they may be kept: its row number leads back to the file, and what would have been sealed
 * must not lie open beside it. With too many or too few cells nobody knows which is which, and none is kept.
 */
export const keptCells = (cells: Cells, personal: ReadonlySet<string>, isShifted: boolean): Cells =>
  personal.size === 0
    ? cells
    : Object.fromEntries(
        Object.entries(cells).map(([column, cell]) => [
          column,
          cell !== '' && (isShifted || personal.has(column)) ? NOT_KEPT : cell,
        ]),
      )
