import type { RowIssue } from '../domain/views/admin-views.ts'
import { type ImportMapping, listOf } from '../exchange/mapping/import-mapping.ts'
import { quoted } from '../exchange/mapping/kept-cells.ts'
import type { RowResult } from '../exchange/mapping/row-history.ts'
import { keyOf } from '../exchange/mapping/row-key.ts'
import { holds } from '../exchange/mapping/source-value.ts'
import type { SkippedKind } from '../exchange/table/row-kinds.ts'
import type { TableRow } from '../exchange/table/table-rows.ts'
import type { KeySurvey } from './survey-keys.ts'

/** What a case is worth: a history, reasons against it, or no case at all. */
export type Read = RowResult | { readonly skipped: SkippedKind | 'filtered' }

/** Characters that no text holds: control characters, and what a wrong encoding leaves behind. */
const UNREADABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]|锟斤拷/u

/** What can be said of rows before they are understood: no case, or not to be trusted. */
export function earlyResult(
  rows: readonly TableRow[],
  mapping: ImportMapping,
  keys: KeySurvey,
  personal: ReadonlySet<string>,
): Read | undefined {
  const [first] = rows
  if (!first) return undefined
  if (first.skipped) return { skipped: first.skipped }
  if (first.fault)
    return {
      issues: [{ field: 'columns', rule: first.fault, ...(first.fault === 'quotation' ? { limit: first.line } : {}) }],
    }
  if (!holds(mapping.where, first.cells)) return { skipped: 'filtered' }
  const issues: RowIssue[] = rows.flatMap(({ cells }) =>
    Object.keys(cells).flatMap((column) =>
      UNREADABLE.test(cells[column] ?? '') ? [{ field: column, rule: 'unreadable' as const, column }] : [],
    ),
  )
  for (const column of listOf(mapping.key)) {
    const cell = first.cells[column] ?? ''
    if (keys.isRuined(column, cell)) issues.push({ field: 'key', rule: 'ruined', column, cell })
  }
  const { key } = keyOf(mapping, first.cells)
  const alike = keys.repeated.get(key)
  if (alike && issues.length === 0) {
    const column = listOf(mapping.key)[0] ?? ''
    const cell = personal.has(column) ? {} : { cell: quoted(key.replaceAll('\u001F', ' ')) }
    issues.push({ field: 'key', rule: 'repeated', limit: rowList(alike), column, ...cell })
  }
  return issues.length > 0 ? { issues } : undefined
}

/** The first rows of many, and that there are more. */
const rowList = (rows: readonly number[]): string => `${rows.slice(0, 8).join(', ')}${rows.length > 8 ? ' …' : ''}`
