import { findPersonal } from '../../domain/free-text/personal-data.ts'
import { personalOf } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { ImportMapping } from './import-mapping.ts'
import { unitColumns } from './mapping-columns.ts'
import type { Cells } from './source-value.ts'

/** What stands for a cell that is not kept. */
export const NOT_KEPT = '•••'

/** The columns of a file that go into fields which are sealed, in whatever kind of matter. */
export function personalColumns(mapping: ImportMapping, procedures: readonly Procedure[]): Set<string> {
  const sealed = new Set(
    procedures.flatMap(({ forms }) =>
      Object.values(forms).flatMap(({ fields }) =>
        Object.entries(fields).flatMap(([name, field]) => (personalOf(field) ? [name] : [])),
      ),
    ),
  )
  const forms = [mapping.form, ...(mapping.steps ?? []).map(({ form }) => form ?? {})]
  return new Set(
    forms.flatMap((form) =>
      Object.entries(form).flatMap(([name, source]) => (sealed.has(name) ? unitColumns(source) : [])),
    ),
  )
}

/** Headings under which people stand, whatever the mapping makes of them. */
const NAMES_PEOPLE =
  /姓名|身份证|证件号|手机|电话|联系方式|住址|反映人|来访人|当事人|举报人|\b(?:name|phone|mobile|e-?mail|id card)\b/i

/** A text without the numbers and names that tell who somebody is. */
function withoutPersonal(text: string): string {
  const spans = findPersonal(text).toReversed()
  return spans.reduce((left, { start, end }) => left.slice(0, start) + NOT_KEPT + left.slice(end), text)
}

/**
 * The cells of a rejected row as they may be kept: only those the mapping reads, and what would have been sealed not at
 * all. The row number leads back to the file. With too many or too few cells nobody knows which is which: none is kept.
 */
export const keptCells = (cells: Cells, personal: ReadonlySet<string>, isShifted: boolean): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [
      column,
      cell === '' ? '' : isShifted || personal.has(column) || NAMES_PEOPLE.test(column) ? NOT_KEPT : keptText(cell),
    ]),
  )

/** As much of a cell as a message repeats, in whole characters. */
export const quoted = (cell: string, most = 200): string => Array.from(keptText(cell)).slice(0, most).join('')

/** What PostgreSQL cannot store must not end the run for the sake of a rejected row. */
const keptText = (cell: string): string => withoutPersonal(cell.replace(/[\0\p{Surrogate}]/gu, '\uFFFD'))
