import type { RowIssue } from '../views/admin-views.ts'
import { issueText } from './issue-text.ts'
import type { Locale } from './text.ts'

/** Characters of a cell that a message repeats. */
const MOST = 60

/** What is wrong with a row of a file, named by its heading, with what stands in the cell. */
export function rowIssueText(issue: RowIssue, locale: Locale): string {
  const { column, field, cell, said } = issue
  const reason = said?.[locale] ?? issueText({ ...issue, field: column ?? field }, undefined, locale)
  if (cell === undefined || cell === '') return reason
  const shown = Array.from(cell).length > MOST ? `${Array.from(cell).slice(0, MOST).join('')}…` : cell
  return locale === 'zh' ? `${reason}（表里是“${shown}”）` : `${reason} (the cell says “${shown}”)`
}
