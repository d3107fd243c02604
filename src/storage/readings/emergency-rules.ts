import { type Kysely, type SqlBool, sql } from 'kysely'
import { type Actor, ownPosts } from '../../domain/matter/actor.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Finding } from '../../domain/views/access-views.ts'
import type { Tables } from '../schema/tables.ts'
import { audits } from './auditor.ts'

/** A second person has a quarter of an hour; what is agreed on is shown for ten minutes. */
export const EMERGENCY_MS = { confirm: 15 * 60_000, read: 10 * 60_000 } as const

/** An emergency as it is kept. */
export type Emergency = {
  readonly id: string
  readonly matterId: string
  readonly fields: readonly string[]
  readonly reason: string
  readonly askedBy: string
  readonly askedPost: string
  readonly askedAt: Instant
  readonly confirmedBy: string | null
  readonly confirmedPost: string | null
  readonly confirmedAt: Instant | null
  readonly openedAt: Instant | null
  readonly reviewOn: string
  readonly reviewedBy: string | null
  readonly reviewedAt: Instant | null
  readonly finding: Finding | null
  readonly findingNote: string | null
  /** Whoever confirmed it asked before, and this asker confirmed. */
  readonly inTurn: boolean
}

const COLUMNS = sql`e.id, e.matter_id as "matterId", e.fields, e.reason, e.asked_by as "askedBy", e.asked_post as "askedPost",
  e.asked_at as "askedAt", e.confirmed_by as "confirmedBy", e.confirmed_post as "confirmedPost", e.confirmed_at as "confirmedAt",
  e.opened_at as "openedAt", e.review_on as "reviewOn", e.reviewed_by as "reviewedBy", e.reviewed_at as "reviewedAt",
  e.finding, e.finding_note as "findingNote",
  exists (select 1 from emergencies o where o.tenant = e.tenant and o.asked_by = e.confirmed_by and o.confirmed_by = e.asked_by) as "inTurn"`

/** The latest emergencies, newest first; of those not reviewed yet none is left out. */
export async function latestEmergencies(db: Kysely<Tables>, tenant: string, limit: number): Promise<Emergency[]> {
  const { rows } = await sql<Emergency>`select ${COLUMNS} from emergencies e where e.tenant = ${tenant}
    order by (e.confirmed_at is not null and e.reviewed_at is null) desc, e.asked_at desc, e.id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** One of them by its id. */
export async function findEmergency(db: Kysely<Tables>, tenant: string, id: string): Promise<Emergency | undefined> {
  const { rows } = await sql<Emergency>`select ${COLUMNS} from emergencies e
    where e.tenant = ${tenant} and e.id = ${id}::uuid`.execute(db)
  return rows[0]
}

const LEADS = ['leader', 'president', 'divisionHead']

/** A leader, or the auditor who administers nothing. */
const isSecondRole = async (db: Kysely<Tables>, actor: Actor) =>
  actor.roles.some((role) => LEADS.includes(role)) || (await audits(db, actor))

/** Why this actor, who sees the matter, may not be the second person; undefined when nothing is in the way. */
export async function whyNotConfirm(
  db: Kysely<Tables>,
  actor: Actor,
  row: Emergency,
  { standIns = [] }: Directory,
  now: Instant,
): Promise<string | undefined> {
  if (actor.personId === row.askedBy) return 'emergency-same-person'
  if (ownPosts(actor).some(({ postId }) => postId === row.askedPost)) return 'emergency-same-post'
  if (row.confirmedAt || addMilliseconds(row.askedAt, EMERGENCY_MS.confirm) <= now) return 'emergency-over'
  if (!(await isSecondRole(db, actor))) return 'emergency-second'
  const posts = ownPosts(actor).map(({ postId }) => postId)
  const standsIn = standIns.some(
    ({ postId, byPostId }) =>
      (postId === row.askedPost && byPostId !== undefined && posts.includes(byPostId)) ||
      (byPostId === row.askedPost && posts.includes(postId)),
  )
  return standsIn || (await sharesPost(db, actor.tenant, actor.personId, row.askedBy))
    ? 'emergency-stand-in'
    : undefined
}

/** Why this actor may not review it. */
export async function whyNotReview(db: Kysely<Tables>, actor: Actor, row: Emergency): Promise<string | undefined> {
  const parts = [row.askedBy, row.confirmedBy]
  const isFree = row.confirmedAt && !row.reviewedAt && !parts.includes(actor.personId)
  return isFree && (await isSecondRole(db, actor)) ? undefined : 'emergency-reviewer'
}

/** Whether one of the two acts in a post of the other's. */
async function sharesPost(db: Kysely<Tables>, tenant: string, one: string, other: string): Promise<boolean> {
  const found = await db
    .selectFrom('posts as a')
    .innerJoin('posts as b', (join) => join.onRef('b.tenant', '=', 'a.tenant').onRef('b.id', '=', 'a.id'))
    .select('a.id')
    .where('a.tenant', '=', tenant)
    .where('a.person_id', '=', one)
    .where('b.person_id', '=', other)
    .where(sql<SqlBool>`a.closed_at is null`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
