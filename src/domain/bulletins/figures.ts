import type { CountCell } from '../counts/count-query.ts'
import { COUNTED, type Counted, type CountRow, type CountSpan } from '../counts/count-row.ts'
import { type Day, dayOf, daysBetween, type Instant } from '../time/time.ts'
import type { ToldCount } from '../views/small-counts.ts'
import type { Text } from '../wording/text.ts'
import { SIDES, type Side } from './period.ts'

export type Numbers<Count = ToldCount> = Readonly<Record<Counted, Count>>
/** A line of a table: all, a unit, a kind, or a category of a kind. */
export type FigureLine<Count = ToldCount> = { readonly key: string } & Readonly<Record<Side, Numbers<Count>>>
export type MonthLine<Count = ToldCount> = { readonly month: string; readonly opened: Count; readonly closed: Count }

/** The parts of what is counted: units below that of the scope and itself, kinds, and categories as `kind/category`. */
export const DIMENSIONS = ['units', 'kinds', 'categories'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** How a unit stands beside all, in the words of the house statistics. */
export type UnitWord = { readonly key: string; readonly word: Text }

/** What a bulletin says in numbers. `Count` is a number where the reader may open every matter behind it. */
export type Figures<Count = ToldCount> = Readonly<Record<Dimension, readonly FigureLine<Count>[]>> & {
  readonly countedAt: Instant
  readonly spans: Readonly<Record<Side, CountSpan>>
  readonly all: FigureLine<Count>
  readonly months: readonly MonthLine<Count>[]
  /** Days that the longest of a unit's matters is overdue. */
  readonly longest: readonly { readonly key: string; readonly days: number }[]
  readonly words: {
    /** Closed on time, unit by unit; undefined when there is nothing to compare. */
    readonly units?: { readonly sentence: Text; readonly each: readonly UnitWord[] }
    /** How much came in in the last month, beside the months before. */
    readonly months?: Text
  }
}
export type BulletinFigures = Figures & { readonly exact: boolean }

/** The line of a matter in each dimension. */
export type LineOf = (
  dimension: Dimension,
  row: Pick<CountRow, 'unitId' | 'procedure' | 'category'>,
) => string | undefined

/** What the lines are made of, counted for each side. */
export const BULLETIN_KEYS = ['unit', 'category'] as const
type Sides = Readonly<Record<Side, readonly CountCell[]>>

/** The figures of each line, of cells by unit and category. */
export function countFigures(
  sides: Sides,
  lineOf: LineOf,
  keys: Readonly<Partial<Record<Dimension, readonly string[]>>>,
): Readonly<Record<Dimension, FigureLine<number>[]>> & { readonly all: FigureLine<number> } {
  const lines = (dimension: Dimension) => {
    const found = new Map<string, MutableLine>((keys[dimension] ?? []).map((key) => [key, emptyLine(key)]))
    each(sides, (side, { key: { unit = '', category = '' }, counts }) => {
      const [procedure = '', name = ''] = category.split('/')
      const key = lineOf(dimension, { unitId: unit, procedure, category: name })
      if (key === undefined) return
      const line = found.get(key) ?? emptyLine(key)
      found.set(key, line)
      add(line[side], counts)
    })
    return [...found.values()]
  }
  const all = emptyLine('')
  each(sides, (side, { counts }) => add(all[side], counts))
  return { all, units: lines('units'), kinds: lines('kinds'), categories: lines('categories') }
}

/** What came in and went out month by month, of cells by month. */
export const countMonths = (cells: readonly CountCell[], months: readonly string[]): MonthLine<number>[] =>
  months.map((month) => {
    const { opened = 0, closed = 0 } = cells.find(({ key }) => key.month === month)?.counts ?? {}
    return { month, opened, closed }
  })

/** Whether the line counts this matter in this month: a return is no closing. */
export function isOfMonth(counted: 'opened' | 'closed', row: CountRow, month: string): boolean {
  const at = counted === 'opened' ? row.openedAt : row.returned ? undefined : row.closedAt
  return at !== undefined && dayOf(at).startsWith(month)
}

/** Days between the time limit that passed first and the last day that is counted. */
export function daysOverdue({ overdueSince }: Pick<CountRow, 'overdueSince'>, { at }: Pick<CountSpan, 'at'>): number {
  if (overdueSince === undefined) return 0
  // A limit that ends with a day passes at midnight, which is the next day already.
  const lastDayBefore = (instant: Instant): Day => dayOf(new Date(Date.parse(instant) - 1).toISOString())
  return Math.max(1, daysBetween(lastDayBefore(overdueSince), lastDayBefore(at)))
}

/** The longest overdue matter of each line that has one, of the moments since when each unit has some. */
export function longestOverdue(since: ReadonlyMap<string, Instant>, span: CountSpan, lineOf: LineOf) {
  const longest = new Map<string, number>()
  for (const [unitId, overdueSince] of since) {
    const key = lineOf('units', { unitId, procedure: '' })
    if (key !== undefined) longest.set(key, Math.max(longest.get(key) ?? 0, daysOverdue({ overdueSince }, span)))
  }
  return [...longest].map(([key, days]) => ({ key, days }))
}

type MutableNumbers = Record<Counted, number>
type MutableLine = { readonly key: string } & Record<Side, MutableNumbers>

const zeros = (): MutableNumbers => ({ opened: 0, closed: 0, onTime: 0, late: 0, returned: 0, open: 0, overdue: 0 })
const emptyLine = (key: string): MutableLine => ({ key, now: zeros(), before: zeros(), year: zeros() })

function each(sides: Sides, tell: (side: Side, cell: CountCell) => void): void {
  for (const side of SIDES) for (const cell of sides[side]) tell(side, cell)
}

function add(numbers: MutableNumbers, counts: CountCell['counts']): void {
  for (const counted of COUNTED) numbers[counted] += counts[counted] ?? 0
}
