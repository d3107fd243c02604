import type { Counted } from '../counts/count-row.ts'
import type { Level } from '../matter/level.ts'
import { type Text, text } from '../wording/text.ts'

/** What a cell of a superior's form may count: of matters, never of persons. */
export const MEASURES: Readonly<Record<Counted, Text>> = {
  opened: text('新增', 'Opened in the period'),
  closed: text('办结', 'Closed in the period'),
  onTime: text('按期办结', 'Closed in time'),
  late: text('超期办结', 'Closed late'),
  returned: text('退回', 'Sent back as not ours'),
  open: text('期末在办', 'Open at the end'),
  overdue: text('期末超期未办结', 'Overdue at the end'),
}
export type Measure = Counted

/** One question of figures. Without `kinds`: all kinds that have no domain of their own. `unit`: with all below it. */
export type ReturnQuery = {
  readonly measure: Measure
  readonly kinds?: readonly string[]
  readonly category?: string
  readonly level?: Level
  readonly unit?: string
}

/** What a cell may say instead of a figure. `post`: who fills it in, as the post and not the person. */
export const CELL_TEXTS = {
  office: text('单位名称', 'Name of the office'),
  period: text('统计时段', 'The period'),
  day: text('填报日期', 'Day of filling'),
  post: text('填报岗位', 'The post that fills'),
} as const satisfies Record<string, Text>
export type CellText = keyof typeof CELL_TEXTS

/** What fills a cell: a figure, a text, or whoever fills the form. */
export type CellUse = { readonly count: ReturnQuery } | { readonly text: CellText } | { readonly hand: true }

/** A cell by its place on the sheet: `C5`. */
export type MappedCell = { readonly cell: string; readonly use: CellUse }

/** Cells of one form that may be filled: more is a ledger, which is exported. */
export const MOST_CELLS = 600

/** The same question in the same letters, whoever asked it in which order. */
export const questionKey = ({ measure, kinds, category, level, unit }: ReturnQuery): string =>
  JSON.stringify([measure, kinds ? [...kinds].sort() : null, category ?? null, level ?? null, unit ?? null])
