import type { CalendarDay } from '../../domain/time/calendar.ts'
import { isDay } from '../../domain/time/time.ts'
import type { RefusedRow, RowIssue } from '../../domain/views/admin-views.ts'
import { tableRows } from './table-text.ts'

/** Columns of a list of days off and make-up working days. */
export const DAY_COLUMNS = {
  date: { headings: ['日期', 'date'], required: true },
  name: { headings: ['名称', 'name', '节日'], required: true },
  off: { headings: ['放假', 'is_off_day', 'off'], required: true },
  source: { headings: ['依据', 'source', '文件'] },
} as const

const YES = ['是', '休', '放假', '1', 'yes', 'true']
const NO = ['否', '班', '上班', '0', 'no', 'false']

/** Reads a list of days. `source` names the paper for rows that name none. @throws AnlanError import-refused */
export function readDays(csv: string, source: string): { days: CalendarDay[]; refused: RefusedRow[] } {
  const days: CalendarDay[] = []
  const refused: RefusedRow[] = []
  for (const { row, cells } of tableRows(csv, DAY_COLUMNS)) {
    const { date = '', name = '', off = '' } = cells
    const issues: RowIssue[] = [
      ...(isDay(date) ? [] : [issue('date', 'not-a-date' as const)]),
      ...(name ? [] : [issue('name', 'required' as const)]),
      ...([...YES, ...NO].includes(off.toLowerCase()) ? [] : [issue('off', 'not-an-option' as const)]),
    ]
    if (issues.length > 0) refused.push({ row, issues })
    else days.push({ date, off: YES.includes(off.toLowerCase()), name, source: cells.source ?? source })
  }
  return { days, refused }
}

const issue = (column: keyof typeof DAY_COLUMNS, rule: RowIssue['rule']): RowIssue => ({
  field: column,
  column: DAY_COLUMNS[column].headings[0],
  rule,
})
