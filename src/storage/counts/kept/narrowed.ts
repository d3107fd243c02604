import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { below, type CountKey, type FigureQuery } from '../../../domain/counts/count-query.ts'
import type { Counted } from '../../../domain/counts/count-row.ts'
import { LEVELS, type Level } from '../../../domain/matter/level.ts'
import { addDays, type Day, endOfDay, type Instant, startOfDay } from '../../../domain/time/time.ts'
import { unitPath } from '../../../engine/access/access.ts'
import { type CountScope, returnedStates, WAS_LATE } from '../count-rows.ts'

type Condition = RawBuilder<SqlBool>
const MOMENT = { opening: sql`m.opened_at`, ending: sql`coalesce(m.closed_at, m.opened_at)` }

/** The matters behind a figure as conditions on `m`, for those that nothing happened to since the end of its span. */
export function narrowed(scope: CountScope, query: FigureQuery): Condition {
  const [counted] = query.counted
  const all = [...measured(counted, scope, query), ...filtered(query, scope), ...keyed(query, counted, scope)]
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`
}

function measured(counted: Counted, { procedures }: CountScope, query: FigureQuery): Condition[] {
  const { span, until } = query
  if (counted === 'opened') return between(MOMENT.opening, span.from, until)
  if (counted === 'open') return [sql<SqlBool>`m.state_group <> 'done'`]
  if (counted === 'overdue')
    return [
      sql<SqlBool>`m.state_group <> 'done'`,
      sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id
        and d.state in ('running', 'overdue') and d.due_at <= ${span.at}::timestamptz)`,
    ]
  const wentBack = sql<SqlBool>`m.procedure || ' ' || m.state = any(${returnedStates(procedures)}::text[])`
  const ends = {
    closed: [sql<SqlBool>`not ${wentBack}`],
    onTime: [sql<SqlBool>`not ${wentBack}`, sql<SqlBool>`not ${WAS_LATE}`],
    late: [sql<SqlBool>`not ${wentBack}`, WAS_LATE],
    returned: [wentBack],
  }
  return [sql<SqlBool>`m.state_group = 'done'`, ...between(MOMENT.ending, span.from, until), ...ends[counted]]
}

const between = (moment: RawBuilder<unknown>, from: Instant, before: Instant | undefined): Condition[] => [
  sql<SqlBool>`${moment} >= ${from}::timestamptz`,
  ...(before === undefined ? [] : [sql<SqlBool>`${moment} < ${before}::timestamptz`]),
]

function filtered({ unitId, place, category, state, level, kinds }: FigureQuery, scope: CountScope): Condition[] {
  const { directory } = scope
  const all = { ...directory.units, ...directory.closedPaths }
  const under = (top: string) => Object.keys(all).filter(below(directory, top))
  return [
    ...(kinds ? [sql<SqlBool>`m.procedure = any(${[...kinds]}::text[])`] : []),
    ...(unitId === undefined ? [] : [sql<SqlBool>`m.unit_id = any(${under(unitId)}::text[])`]),
    ...(place === undefined ? [] : [sql<SqlBool>`m.place_unit_id = any(${under(place)}::text[])`]),
    ...(category === undefined ? [] : [ofCategory(category)]),
    ...(state === undefined ? [] : [sql<SqlBool>`m.state = ${state}`]),
    ...(level === undefined ? [] : [ofLevel(level)]),
  ]
}

const ofCategory = (key: string): Condition => {
  const [procedure = '', category = ''] = key.split('/')
  return sql<SqlBool>`(m.procedure = ${procedure} and coalesce(m.category, '') = ${category})`
}

const ofLevel = (level: string): Condition =>
  sql<SqlBool>`m.level is not distinct from ${level in LEVELS ? LEVELS[level as Level].rank : null}::smallint`

function keyed({ key }: FigureQuery, counted: Counted, { directory }: CountScope): Condition[] {
  const isOfOpening = counted === 'opened' || counted === 'open' || counted === 'overdue'
  const moment = isOfOpening ? MOMENT.opening : MOMENT.ending
  const days = (from: Day, last: Day): Condition =>
    sql<SqlBool>`(${moment} >= ${startOfDay(from)}::timestamptz and ${moment} < ${endOfDay(last)}::timestamptz)`
  const conditions: Readonly<Record<CountKey, (value: string) => Condition>> = {
    // The path as well, by which there are indexes.
    unit: (value) => sql<SqlBool>`(m.unit_id = ${value} and m.unit_path = ${unitPath(value, directory)})`,
    kind: (value) => sql<SqlBool>`m.procedure = ${value}`,
    category: ofCategory,
    state: (value) => sql<SqlBool>`m.state = ${value}`,
    level: ofLevel,
    place: (value) => sql<SqlBool>`coalesce(m.place_unit_id, '') = ${value}`,
    source: (value) => sql<SqlBool>`m.channel = ${value}`,
    month: (value) => days(`${value}-01`, addDays(nextMonth(value), -1)),
    week: (value) => days(value, addDays(value, 6)),
    day: (value) => days(value, value),
  }
  return (Object.entries(key) as [CountKey, string][]).map(([name, value]) => conditions[name](value))
}

const nextMonth = (month: string): Day =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)).toISOString().slice(0, 10)
