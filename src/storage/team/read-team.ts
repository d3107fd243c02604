import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { addDays, dayOf, endOfDay, type Instant } from '../../domain/time/time.ts'
import { oversees } from '../../domain/unit/role.ts'
import { isAway, isThere } from '../../domain/unit/staff.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { CoverView, GapView, PostLoad, TeamView } from '../../domain/views/team-view.ts'
import { addWorkingDays } from '../../engine/time/calendar.ts'
import { gapAt, overseersOf } from '../../engine/worklist/cover.ts'
import { listHandOvers } from '../hand-over/read-hand-overs.ts'
import { ledgerOf } from '../read/ledger.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'

const SOON_WORKING_DAYS = 3

/** Whether a team page is for this post: it oversees, routes, or administers. */
export const hasTeam = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some((role) => oversees(role) || role === 'triageOfficer' || role === 'administrator')

/** The posts in an actor's unit and below it, what they have to do, and where nobody is there. */
export async function readTeam(db: Kysely<Tables>, actor: Actor, now: Instant, rulebook: Rulebook): Promise<TeamView> {
  const { directory } = rulebook
  const [posts, covers, gaps, handOvers] = await Promise.all([
    readLoads(db, actor, now, rulebook),
    readCovers(db, actor, now, directory),
    readGaps(db, actor, rulebook),
    listHandOvers(db, actor, directory),
  ])
  return { now, posts, covers, gaps, handOvers }
}

const isBelow = (postId: string, { unitPath }: Actor, { posts, units }: Directory): boolean =>
  units[posts[postId]?.unitId ?? '']?.path.startsWith(unitPath) === true

async function readLoads(
  db: Kysely<Tables>,
  actor: Actor,
  now: Instant,
  { directory, calendar }: Rulebook,
): Promise<PostLoad[]> {
  const soon = endOfDay(addWorkingDays(calendar, dayOf(now), SOON_WORKING_DAYS))
  const open = openInSight(db, actor, directory)
  const [owned, waited] = await Promise.all([
    open
      .where('m.owner_post_id', 'is not', null)
      .select('m.owner_post_id as postId')
      .select(sql<number>`count(*)::int`.as('open'))
      .select(sql<number>`(count(*) filter (where m.due_at < ${now}))::int`.as('overdue'))
      .select(sql<number>`(count(*) filter (where m.due_at >= ${now} and m.due_at <= ${soon}))::int`.as('soon'))
      .groupBy('m.owner_post_id')
      .execute(),
    open
      .crossJoin(sql<{ token: string }>`unnest(m.waits_for)`.as<'w'>(sql`w(token)`))
      .where(sql<boolean>`w.token like 'post:%'`)
      .select(sql<string>`substr(w.token, 6)`.as('postId'))
      .select(sql<number>`count(*)::int`.as('waiting'))
      .groupBy('postId')
      .execute(),
  ])
  const byPost = new Map(owned.map((row) => [row.postId, row]))
  const waits = new Map(waited.map((row) => [row.postId, row.waiting]))
  return Object.keys(directory.posts)
    .filter((postId) => isBelow(postId, actor, directory))
    .map((postId) => {
      const { open: count = 0, soon: near = 0, overdue = 0 } = byPost.get(postId) ?? {}
      return { postId, open: count, waiting: waits.get(postId) ?? 0, soon: near, overdue }
    })
}

const openInSight = (db: Kysely<Tables>, actor: Actor, directory: Directory) =>
  ledgerOf(db)
    .where('m.tenant', '=', actor.tenant)
    .where('m.state_group', '<>', 'done')
    .where('m.exercise', '=', false)
    .where(visibleTo(actor, directory))

/** Half a year ahead is as far as anybody plans. */
const AHEAD_DAYS = 180

async function readCovers(db: Kysely<Tables>, actor: Actor, now: Instant, directory: Directory): Promise<CoverView[]> {
  const rows = await db
    .selectFrom('stand_ins as s')
    .select(['s.matter_id as matterId', 's.post_id as postId', 's.by_post_id as byPostId'])
    .select(['s.from_at as from', 's.until_at as until', 's.away'])
    .where('s.tenant', '=', actor.tenant)
    .where('s.until_at', '>', now)
    .where('s.from_at', '<', endOfDay(addDays(dayOf(now), AHEAD_DAYS)))
    .orderBy('s.from_at')
    .limit(2000)
    .execute()
  return rows
    .filter(({ postId }) => isBelow(postId, actor, directory))
    .map(({ byPostId, ...row }) => ({ ...row, ...(byPostId ? { byPostId } : {}) }))
}

/** Where nobody is there while matters wait, of those that are this post's to see to: it is the nearest who oversees. */
export async function readGaps(
  db: Kysely<Tables>,
  actor: Actor,
  { directory, procedures }: Pick<Rulebook, 'directory' | 'procedures'>,
): Promise<GapView[]> {
  if (!hasTeam(actor)) return []
  // A leave waits for whoever is away to come back: it is no work.
  const aboutPosts = procedures.flatMap(({ id, standsIn }) => (standsIn ? [id] : []))
  const open = openInSight(db, actor, directory)
  const rows = await open
    .$if(aboutPosts.length > 0, (query) => query.where('m.procedure', 'not in', aboutPosts))
    .crossJoin(
      sql<{
        token: string
      }>`lateral (select unnest(m.waits_for) union select 'post:' || m.owner_post_id where m.owner_post_id is not null)`.as<'w'>(
        sql`w(token)`,
      ),
    )
    .select(sql<string>`w.token`.as('token'))
    .select(sql<string[]>`array_agg(m.id::text)`.as('ids'))
    .groupBy('token')
    .execute()
  const isOwn = (gap: Omit<GapView, 'matters'>) =>
    overseersOf(gap.unitId, directory, gap.postId).some(({ id }) => id === actor.postId)
  const gaps = new Map<string, GapView & { readonly ids: Set<string> }>(
    leadersAway(directory)
      .filter(isOwn)
      .map((gap) => [gap.postId, { ...gap, matters: 0, ids: new Set() }]),
  )
  for (const { token, ids } of rows) {
    const gap = gapAt(token, directory)
    if (!gap || !isOwn(gap)) continue
    const key = gap.postId ?? `@${gap.unitId}`
    const all = new Set([...(gaps.get(key)?.ids ?? []), ...ids])
    gaps.set(key, { ...gap, ids: all, matters: all.size })
  }
  return [...gaps.values()].map(({ ids: _, ...gap }) => gap)
}

/** Leaders who are away and for whom nobody stands in: what comes to them next would wait. */
const leadersAway = (directory: Directory) =>
  Object.values(directory.posts)
    .filter(({ id, roles }) => roles.some(oversees) && isAway(id, directory) && !isThere(id, directory))
    .map(({ id, unitId }) => ({ postId: id, unitId }))
