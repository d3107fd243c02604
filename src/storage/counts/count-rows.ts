import { expressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CountRow, CountSpan } from '../../domain/counts/count-row.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import { LEVEL_OF_RANK } from '../../domain/matter/level.ts'
import type { Channel } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { type Procedure, RETURNED } from '../../domain/procedure/procedure.ts'
import { type Instant, laterOf } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { standingAt } from '../../engine/counts/standing-at.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'
import { type Numbered, storiesOf } from './stories.ts'

/** What is counted: these kinds, in the sight of this reader. Exercises never are. */
export type CountScope = {
  readonly actor: Actor
  readonly directory: Directory
  readonly procedures: readonly Procedure[]
  readonly kinds: readonly string[]
}

type Among = readonly string[] | RawBuilder<SqlBool>

/**
 * The matters that any figure of a span counts, as they stood just before its end, for each span. A matter that nothing has
 * happened to since is read from its row; one that changed since is told again by its events: so a figure of a past day is what it
 * was, whatever was corrected later. Two statements, however many spans. `among` narrows what is looked at: some ids, or a condition on `m`.
 */
export async function readCountRows(
  db: Kysely<Tables>,
  scope: CountScope,
  spans: readonly CountSpan[],
  among?: Among,
): Promise<CountRow[][]> {
  if (spans.length === 0 || scope.kinds.length === 0) return spans.map(() => [])
  const found = await candidates(db, scope, spans, among)
  const changed = [...new Set(found.filter(({ settled }) => !settled).map(({ id }) => id))]
  const last = spans.map(({ at }) => at).reduce(laterOf)
  const stories = await storiesOf(db, scope.actor.tenant, changed, last)
  const rows: CountRow[][] = spans.map(() => [])
  for (const { side, settled, ...row } of found) {
    const span = spans[side]
    if (!span) continue
    const told = settled ? settledRow(row) : standingAt(row.id, eventsOf(stories.get(row.id)), span.at)
    // Closed before the span and never since: in none of its figures.
    if (told && (told.openedAt >= span.from || told.closedAt === undefined || told.closedAt >= span.from))
      rows[side]?.push(told)
  }
  return rows
}

const eventsOf = (story: readonly Numbered[] = []) => story.map(({ event }) => event)

type Found = {
  readonly side: number
  readonly settled: boolean
  readonly id: string
  readonly unitId: string
  readonly procedure: string
  readonly state: string
  readonly category: string | null
  readonly level: number | null
  readonly place: string | null
  readonly source: Channel
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly returned: boolean
  readonly late: boolean
  readonly overdueSince: Instant | null
}

const settledRow = ({
  category,
  level,
  place,
  closedAt,
  returned,
  late,
  overdueSince,
  ...row
}: Omit<Found, 'side' | 'settled'>) => ({
  ...row,
  ...present({
    category: category ?? undefined,
    level: level === null ? undefined : LEVEL_OF_RANK[level],
    place: place ?? undefined,
    closedAt: closedAt ?? undefined,
    returned: returned ? (true as const) : undefined,
    late: late ? (true as const) : undefined,
    overdueSince: overdueSince ?? undefined,
  }),
})

/** A time limit of `m` had passed when it was closed. */
export const WAS_LATE = sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id
    and d.state in ('running', 'overdue', 'met')
    and least(coalesce(d.ended_at, 'infinity'), coalesce(m.closed_at, m.opened_at)) >= d.due_at)`

/** A closed matter that is reopened has no closing day any more: so whoever was open then has none now, or a later one. */
async function candidates(
  db: Kysely<Tables>,
  { actor, directory, procedures, kinds }: CountScope,
  spans: readonly CountSpan[],
  among?: Among,
) {
  const sides = spans.map(({ from, at }, side) => sql`(${side}::int, ${from}::timestamptz, ${at}::timestamptz)`)
  const overdue = sql`(select min(d.due_at) from deadlines d where d.tenant = m.tenant and d.matter_id = m.id
    and d.state in ('running', 'overdue') and d.due_at <= s.at)`
  const isIds = among !== undefined && !('toOperationNode' in among)
  // Looked up before anything else is asked: PostgreSQL would rather go through all of a time.
  const source = isIds
    ? sql`(select * from ledger l where l.tenant = ${actor.tenant} and l.id = any(${[...among]}::uuid[]) offset 0)`
    : sql`ledger`
  const narrower = among === undefined || isIds ? sql<SqlBool>`true` : among
  const { rows } = await sql<Found>`
    with sides (side, since, at) as (values ${sql.join(sides)})
    select s.side, m.updated_at < s.at as settled, m.id, m.unit_id as "unitId", m.procedure, m.state, m.category, m.level,
      m.place_unit_id as place, m.channel as source,
      m.opened_at as "openedAt",
      case when m.state_group = 'done' then coalesce(m.closed_at, m.opened_at) end as "closedAt",
      m.procedure || ' ' || m.state = any(${returnedStates(procedures)}::text[]) as returned,
      m.updated_at < s.at and m.state_group = 'done' and ${WAS_LATE} as late,
      case when m.updated_at < s.at and m.state_group <> 'done' then ${overdue} end as "overdueSince"
    from ${source} m cross join sides s
    where m.tenant = ${actor.tenant} and not m.exercise and m.procedure = any(${[...kinds]}::text[])
      and ${visible(actor, directory)} and ${narrower}
      and m.opened_at < s.at and (m.opened_at >= s.since or m.closed_at is null or m.closed_at >= s.since)`.execute(db)
  return rows
}

/** The states that say that a matter went back, by name: to unpack the whole matter for its outcome would cost most of the time. */
export const returnedStates = (procedures: readonly Procedure[]): string[] => [
  ...new Set(
    procedures.flatMap(({ id, states }) =>
      Object.entries(states).flatMap(([name, state]) =>
        state.group === 'done' && state.outcome === RETURNED ? [`${id} ${name}`] : [],
      ),
    ),
  ),
]

const visible = (actor: Actor, directory: Directory) =>
  visibleTo(actor, directory)(expressionBuilder<{ m: Tables['matters'] }, 'm'>())
