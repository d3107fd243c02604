import type { Level } from '../matter/level.ts'
import { addDays, type Day, dayOf, type Instant } from '../time/time.ts'
import type { Directory } from '../unit/unit.ts'
import { type Counted, type CountRow, type CountSpan, isCounted } from './count-row.ts'

/** By what counts are told apart. A category is told as `kind/category`, a week by its Monday, a month as `2026-03`. */
export const COUNT_KEYS = [
  'unit',
  'kind',
  'category',
  'state',
  'level',
  'place',
  'source',
  'month',
  'week',
  'day',
] as const
export type CountKey = (typeof COUNT_KEYS)[number]

/**
 * What is counted, how it is told apart, and of which matters: `unitId` and `place` with all below. Months, weeks and days (in China) are
 * those of registering for what was registered or is open, of closing for what is over.
 */
export type CountQuery = {
  readonly span: CountSpan
  /** Registered or closed before this, by what was on record at the end of the span: for what came on record late. */
  readonly until?: Instant
  readonly by: readonly CountKey[]
  readonly counted: readonly Counted[]
  readonly kinds?: readonly string[]
  readonly unitId?: string
  readonly category?: string
  readonly place?: string
  readonly state?: string
  readonly level?: Level
}

/** One cell: its keys, and how many there are of each that was asked for and is not none. */
export type CountCell = {
  readonly key: Readonly<Partial<Record<CountKey, string>>>
  readonly counts: Readonly<Partial<Record<Counted, number>>>
}

/** One figure: the query of a cell, what of it is counted, and which cell. */
export type FigureQuery = Omit<CountQuery, 'counted'> & {
  readonly counted: readonly [Counted]
  readonly key: CountCell['key']
}

/** When that happened for which a matter is counted. */
export const momentOf = (counted: Counted, { openedAt, closedAt }: Pick<CountRow, 'openedAt' | 'closedAt'>): Instant =>
  counted === 'opened' || counted === 'open' || counted === 'overdue' ? openedAt : (closedAt ?? openedAt)

/** The category of a matter as a key: `hazard/fire`, and `hazard/` where it has none. */
export const categoryKey = (kind: string, category: string | undefined): string => `${kind}/${category ?? ''}`

const DAY_MS = 86_400_000
/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((Math.floor(Date.parse(day) / DAY_MS) + 3) % 7))

/** The day of a key of time. */
export const timeKey = { month: (day: Day) => day.slice(0, 7), week: mondayOf, day: (day: Day) => day } as const

const KEYS: Readonly<Record<CountKey, (row: CountRow, counted: Counted) => string>> = {
  unit: ({ unitId }) => unitId,
  kind: ({ procedure }) => procedure,
  category: ({ procedure, category }) => categoryKey(procedure, category),
  state: ({ state }) => state,
  level: ({ level }) => level ?? '',
  place: ({ place }) => place ?? '',
  source: ({ source }) => source,
  month: (row, counted) => timeKey.month(dayOf(momentOf(counted, row))),
  week: (row, counted) => mondayOf(dayOf(momentOf(counted, row))),
  day: (row, counted) => dayOf(momentOf(counted, row)),
}

/** What a matter has for a key, where it is counted for this. */
export const keyOf = (key: CountKey, row: CountRow, counted: Counted): string => KEYS[key](row, counted)

/** Whether a query is about a matter at all; whether it counts is for `countsIn` to say. */
export function isAsked(query: CountQuery | FigureQuery, directory: Directory): (row: CountRow) => boolean {
  const { kinds, unitId, category, place, state, level } = query
  const of = kinds && new Set(kinds)
  const inUnit = unitId === undefined ? undefined : below(directory, unitId)
  const inPlace = place === undefined ? undefined : below(directory, place)
  return (row) =>
    (!of || of.has(row.procedure)) &&
    (!inUnit || inUnit(row.unitId)) &&
    (!inPlace || (row.place !== undefined && inPlace(row.place))) &&
    (category === undefined || categoryKey(row.procedure, row.category) === category) &&
    (state === undefined || row.state === state) &&
    (level === undefined || row.level === level)
}

/** Whether a matter that is asked for is one of those that are counted. */
export const countsIn = (counted: Counted, row: CountRow, { span, until }: Pick<CountQuery, 'span' | 'until'>) =>
  isCounted(counted, row, span) &&
  (until === undefined || counted === 'open' || counted === 'overdue' || momentOf(counted, row) < until)

/** Whether a matter is one of those behind a figure: the same words as those that count it. */
export function isBehind(query: FigureQuery, directory: Directory): (row: CountRow) => boolean {
  const asked = isAsked(query, directory)
  const [counted] = query.counted
  const keys = Object.entries(query.key) as [CountKey, string][]
  return (row) =>
    asked(row) && countsIn(counted, row, query) && keys.every(([key, value]) => keyOf(key, row, counted) === value)
}

/** Whether a unit is another or below it, closed units as well; each unit is looked up once. */
export function below({ units, closedPaths }: Directory, top: string): (unitId: string) => boolean {
  const path = units[top]?.path ?? closedPaths?.[top] ?? '?'
  const known = new Map<string, boolean>()
  return (unitId) => {
    const seen = known.get(unitId)
    if (seen !== undefined) return seen
    const is = (units[unitId]?.path ?? closedPaths?.[unitId] ?? '').startsWith(path)
    known.set(unitId, is)
    return is
  }
}
