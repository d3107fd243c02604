import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { ledgerOf } from '../read/ledger.ts'
import { WORK } from '../read/ledger-filter.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

/** A calendar shows so many matters of a post at most, those that changed last. */
const MOST = 500

export type CalendarMatter = { readonly matter: Matter; readonly changedAt: Instant; readonly isMine: boolean }

/** The matters that wait for a post or are its own, and those that it took part in and that changed since. */
export async function readCalendarMatters(
  db: Kysely<Tables>,
  actor: Actor,
  since: Instant,
  directory: Directory,
): Promise<CalendarMatter[]> {
  const mine = sql<boolean>`(m.state_group <> 'done' and (${WORK.mine(actor)} or coalesce(m.owner_post_id = ${actor.postId}, false)))`
  const rows = await ledgerOf(db)
    .select(['m.matter', 'm.updated_at'])
    .select(mine.as('isMine'))
    .where('m.tenant', '=', actor.tenant)
    .where(visibleTo(actor, directory))
    .where(
      sql<SqlBool>`(${mine} or (m.participants @> array[${actor.postId}]::text[] and (m.state_group <> 'done' or m.updated_at >= ${since})))`,
    )
    .orderBy('m.updated_at', 'desc')
    .orderBy('m.id')
    .limit(MOST)
    .execute()
  return rows.map(({ matter, updated_at, isMine }) => ({
    matter: matter as Matter,
    changedAt: new Date(updated_at).toISOString(),
    isMine,
  }))
}

/** A kind of matter by which posts act for others, and the states in which they do. */
export type ActingKind = { readonly id: string; readonly states: readonly string[] }

/**
 * The matters by which a post acts for others: those that say so now, and those of such kinds that changed since and name it, or let it
 * go. Whoever is named in one is told of it, whether or not they see the matter.
 */
export async function readActing(
  db: Kysely<Tables>,
  actor: Actor,
  since: Instant,
  kinds: readonly ActingKind[],
): Promise<Omit<CalendarMatter, 'isMine'>[]> {
  if (kinds.length === 0) return []
  const { tenant, postId } = actor
  const [ids, states] = [kinds.map(({ id }) => id), [...new Set(kinds.flatMap((kind) => kind.states))]]
  const event = (holds: ReturnType<typeof sql>) =>
    sql`exists (select from matter_events e where e.tenant = m.tenant and e.matter_id = m.id and ${holds})`
  // Named now, or let go by an event; what never stood was never in anybody's calendar.
  const named = sql`(m.matter ->> 'supervisorPostId' = ${postId} or m.matter -> 'holders' @> ${JSON.stringify([{ id: postId }])}::jsonb
    or position(${JSON.stringify(postId)} in (m.matter -> 'fields')::text) > 0
    or ${event(sql`(e.event -> 'holders')::jsonb @> ${JSON.stringify([{ id: postId, to: 'released' }])}::jsonb`)})`
  const stood = event(sql`e.event ->> 'to' = any(${states}::text[])`)
  const rows = await ledgerOf(db)
    .select(['m.matter', 'm.updated_at'])
    .where('m.tenant', '=', tenant)
    .where(
      sql<SqlBool>`(exists (select from stand_ins s where s.tenant = m.tenant and s.matter_id = m.id and s.by_post_id = ${postId} and s.until_at > ${since})
        or m.procedure = any(${ids}::text[]) and (m.state_group <> 'done' or m.updated_at >= ${since}) and ${stood} and ${named})`,
    )
    .orderBy('m.updated_at', 'desc')
    .orderBy('m.id')
    .limit(MOST)
    .execute()
  return rows.map(({ matter, updated_at }) => ({
    matter: matter as Matter,
    changedAt: new Date(updated_at).toISOString(),
  }))
}
