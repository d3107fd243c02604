import { COUNTED, type Counted, type CountRow, type CountSpan, isCounted } from '../counts/count-row.ts'
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
export type LineOf = (dimension: Dimension, row: CountRow) => string | undefined

type Sides = Readonly<Record<Side, readonly CountRow[]>>

/** Counts the rows of the three sides, and the months by what was on record at the end of the period. */
export function countFigures(
  sides: Sides,
  spans: Readonly<Record<Side, CountSpan>>,
  lineOf: LineOf,
  keys: Readonly<Partial<Record<Dimension, readonly string[]>>>,
): Readonly<Record<Dimension, FigureLine<number>[]>> & { readonly all: FigureLine<number> } {
  const lines = (dimension: Dimension) => {
    const found = new Map<string, MutableLine>((keys[dimension] ?? []).map((key) => [key, emptyLine(key)]))
    each(sides, spans, (side, counted, row) => {
      const key = lineOf(dimension, row)
      if (key === undefined) return
      const line = found.get(key) ?? emptyLine(key)
      found.set(key, line)
      line[side][counted] += 1
    })
    return [...found.values()]
  }
  const all = emptyLine('')
  each(sides, spans, (side, counted) => {
    all[side][counted] += 1
  })
  return { all, units: lines('units'), kinds: lines('kinds'), categories: lines('categories') }
}

/** What came in and went out month by month. */
export const countMonths = (rows: readonly CountRow[], months: readonly string[]): MonthLine<number>[] =>
  months.map((month) => ({
    month,
    opened: rows.filter((row) => isOfMonth('opened', row, month)).length,
    closed: rows.filter((row) => isOfMonth('closed', row, month)).length,
  }))

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

/** The longest overdue matter of each line that has one. */
export function longestOverdue(rows: readonly CountRow[], span: CountSpan, lineOf: LineOf) {
  const longest = new Map<string, number>()
  for (const row of rows) {
    const key = lineOf('units', row)
    if (key !== undefined && isCounted('overdue', row, span))
      longest.set(key, Math.max(longest.get(key) ?? 0, daysOverdue(row, span)))
  }
  return [...longest].map(([key, days]) => ({ key, days }))
}

type MutableNumbers = Record<Counted, number>
type MutableLine = { readonly key: string } & Record<Side, MutableNumbers>

const zeros = (): MutableNumbers => ({ opened: 0, closed: 0, onTime: 0, late: 0, returned: 0, open: 0, overdue: 0 })
const emptyLine = (key: string): MutableLine => ({ key, now: zeros(), before: zeros(), year: zeros() })

function each(
  sides: Sides,
  spans: Readonly<Record<Side, CountSpan>>,
  tell: (side: Side, counted: Counted, row: CountRow) => void,
): void {
  for (const side of SIDES)
    for (const row of sides[side])
      for (const counted of COUNTED) if (isCounted(counted, row, spans[side])) tell(side, counted, row)
}
