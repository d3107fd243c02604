import type { RowIssue } from '../domain/views/admin-views.ts'

/** One reason for which rows were rejected, with how many there are and the first of them. */
export type Reason = { readonly issue: RowIssue; count: number; readonly rows: number[] }

/** Kinds of reasons kept apart; of a file with more, the others are only counted among the rejected. */
const MOST_REASONS = 500
const MOST_ROWS = 5
/** Reasons that go by what stands in the cell: 1,341 rows of one unknown word are one reason. */
const BY_CELL: ReadonlySet<string> = new Set(['not-in-table', 'not-a-unit', 'several-units', 'not-an-option'])

/** Adds the issues of a row to the reasons, by column and rule. */
export function addReasons(reasons: Map<string, Reason>, row: number, issues: readonly RowIssue[]): void {
  for (const issue of issues) {
    const { field, rule, column = field, cell = '', said, limit = '' } = issue
    const detail = BY_CELL.has(rule) ? cell : (said?.en ?? (rule === 'repeated' || rule === 'quotation' ? limit : ''))
    const name = JSON.stringify([column, rule, detail])
    const known = reasons.get(name)
    if (known) {
      known.count += 1
      addFirst(known.rows, row)
    } else if (reasons.size < MOST_REASONS) reasons.set(name, { issue, count: 1, rows: [row] })
  }
}

/** Keeps the smallest numbers, in order: pieces of a file are not always done in its order. */
function addFirst(rows: number[], row: number): void {
  if (rows.length === MOST_ROWS && row > (rows.at(-1) ?? 0)) return
  rows.push(row)
  rows.sort((a, b) => a - b)
  rows.length = Math.min(rows.length, MOST_ROWS)
}
