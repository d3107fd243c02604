import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { LEVELS } from '../../domain/matter/level.ts'
import { endOfDay, type Instant, startOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { COVERAGE_FIGURES } from '../../domain/views/coverage-view.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { worklistTokens } from '../../engine/worklist/waits-for.ts'
import type { Tables } from '../schema/tables.ts'
import { behindReturn } from './learn/behind-return.ts'
import { ledgerOf } from './ledger.ts'
import { inRange } from './lists/path-range.ts'
import { behindFigure } from './records/figures.ts'
import { type Told, textCondition } from './text-condition.ts'
import { visibleTo } from './visible.ts'

/** Filters of the ledger and the page that is wanted. */
export type MatterFilter = AskedFilter & { readonly cursor?: string | undefined; readonly limit: number }

/** With the matters in whose stories the text stands, once those are known. */
export type AskedFilter = LedgerFilter & { readonly told?: Told | undefined }

/** The matters an actor may see that fit a filter: what lists, counts and tabs all start from, so that they agree. */
export const filtered = (db: Kysely<Tables>, actor: Actor, filter: MatterFilter, directory: Directory) =>
  narrowed(
    ledgerOf(db).where('m.tenant', '=', actor.tenant).where(visibleTo(actor, directory)),
    actor,
    filter,
    directory,
  )

/** Those of some matters that fit a filter, in sight or not. */
export function narrowed(from: ReturnType<typeof ledgerOf>, actor: Actor, filter: AskedFilter, directory: Directory) {
  const under = (column: 'm.unit_path' | 'm.place_path', unitId: string) =>
    inRange(column, directory.units[unitId]?.path ?? '?')
  let query = from
  if (filter.procedure) query = query.where('m.procedure', '=', filter.procedure)
  if (filter.exercise) query = query.where('m.exercise', '=', true)
  else if (!directory.exercises?.includes(filter.procedure ?? '')) query = query.where('m.exercise', '=', false)
  if (filter.kinds) query = query.where('m.procedure', 'in', filter.kinds.split(','))
  if (filter.pointsTo) query = query.where(sql<SqlBool>`m.points_to @> array[${filter.pointsTo}]::text[]`)
  if (filter.group === 'notDone') query = query.where('m.state_group', '<>', 'done')
  else if (filter.group) query = query.where('m.state_group', '=', filter.group)
  if (filter.state) query = query.where('m.state', '=', filter.state)
  if (filter.unit) query = query.where(under('m.unit_path', filter.unit))
  if (filter.place) query = query.where(under('m.place_path', filter.place))
  if (filter.category) query = query.where('m.category', '=', filter.category)
  if (filter.level) query = query.where('m.level', '=', LEVELS[filter.level].rank)
  if (filter.channel) query = query.where('m.channel', '=', filter.channel)
  if (filter.owner) query = query.where('m.owner_post_id', '=', filter.owner)
  if (filter.overdue === 'true')
    query = query.where(
      sql<SqlBool>`exists (select 1 from deadlines d where d.tenant = m.tenant and d.matter_id = m.id and d.state = 'overdue')`,
    )
  if (filter.sweep && filter.figure)
    query = query.where(
      isOneOf(COVERAGE_FIGURES, filter.figure)
        ? behindFigure(actor.tenant, filter.sweep, filter.figure, directory.coverages)
        : behindReturn(actor.tenant, filter.sweep, filter.figure, directory.returns),
    )
  if (filter.crossing) query = query.where(CROSSING[filter.crossing])
  if (filter.work) query = query.where('m.state_group', '<>', 'done').where(WORK[filter.work](actor))
  // A period of days is over at the midnight that ends its last day: due on a day is after its start, and at its end.
  if (filter.dueFrom) query = query.where('m.due_at', isDay(filter.dueFrom) ? '>' : '>=', beginOf(filter.dueFrom))
  if (filter.dueTo) query = query.where('m.due_at', '<=', endOf(filter.dueTo))
  if (filter.openedFrom) query = query.where('m.opened_at', '>=', beginOf(filter.openedFrom))
  if (filter.openedTo) query = query.where('m.opened_at', '<', endOf(filter.openedTo))
  const text = filter.text?.trim()
  return text ? query.where(textCondition(text, filter.told)) : query
}

const tokensOf = ({ postId, unitId, roles }: Actor) => worklistTokens(postId, unitId, roles)

/** Open matters that wait for the actor's post, those it took part in that wait for others, and those it sponsors. */
export const WORK = {
  mine: (actor: Actor) => sql<SqlBool>`m.waits_for && ${tokensOf(actor)}::text[]`,
  sent: (actor: Actor) =>
    sql<SqlBool>`m.participants @> array[${actor.postId}]::text[] and not (m.waits_for && ${tokensOf(actor)}::text[])`,
  sponsored: (actor: Actor) => sql<SqlBool>`m.matter ->> 'sponsorPostId' = ${actor.postId}`,
}

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name)
/** What stands at another office now, and what came from one: both by the index of what crossed. */
const CROSSED = sql`((m.matter -> 'sent') is not null or (m.matter -> 'cameFrom') is not null)`
const CROSSING = {
  away: sql<SqlBool>`${CROSSED} and m.matter #>> '{sent,-1,standing}' in ('sent', 'arrived', 'asked', 'taken')`,
  came: sql<SqlBool>`${CROSSED} and (m.matter -> 'cameFrom') is not null`,
}

const isDay = (text: string) => text.length === 'YYYY-MM-DD'.length
/** A day of a filter is a day in China, both ends included; an instant is itself. */
const beginOf = (text: string): Instant => (isDay(text) ? startOfDay(text) : text)
export const endOf = (text: string): Instant => (isDay(text) ? endOfDay(text) : text)
