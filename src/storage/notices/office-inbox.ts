import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { OfficeNoticeKind } from '../../domain/notice/notice.ts'
import { present } from '../../domain/present.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { OfficeNotice } from '../../domain/views/notice-view.ts'
import type { Tables } from '../schema/tables.ts'

const MOST = 50

/** What the installation itself told a post, the newest first: an outlet or a person's mail fails, or an outlet was set up. */
export async function readOfficeNotices(db: Kysely<Tables>, actor: Actor, unread: boolean): Promise<OfficeNotice[]> {
  const rows = await db
    .selectFrom('office_notices as n')
    .leftJoin('outlets as o', (join) => join.onRef('o.tenant', '=', 'n.tenant').onRef('o.id', '=', 'n.subject_id'))
    .leftJoin('people as p', (join) => join.onRef('p.tenant', '=', 'n.tenant').onRef('p.id', '=', 'n.subject_id'))
    .where('n.tenant', '=', actor.tenant)
    .where('n.receiver', '=', `post:${actor.postId}`)
    .$if(unread, (query) => query.where('n.read_at', 'is', null))
    .select(['n.id', 'n.kind', 'n.at', 'n.read_at', 'o.unit_id'])
    .select(sql<string | null>`coalesce(o.name, p.name)`.as('what'))
    .orderBy('n.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ id, kind, at, read_at, unit_id, what }) => ({
    id,
    kind: kind as OfficeNoticeKind,
    at,
    read: read_at !== null,
    ...present({ what: what ?? undefined, unitId: unit_id ?? undefined }),
  }))
}

/** How many of them a post has not read. */
export async function countOfficeNotices(db: Kysely<Tables>, { tenant, postId }: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('office_notices')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenant', '=', tenant)
    .where('receiver', '=', `post:${postId}`)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The post has read those named, or all up to one. */
export async function markOfficeRead(
  db: Kysely<Tables>,
  { tenant, postId }: Actor,
  which: { readonly ids: readonly string[] } | { readonly upTo: string },
  now: Instant,
): Promise<void> {
  await db
    .updateTable('office_notices')
    .set({ read_at: now })
    .where('tenant', '=', tenant)
    .where('receiver', '=', `post:${postId}`)
    .where('read_at', 'is', null)
    .where((eb) => ('ids' in which ? eb('id', 'in', which.ids) : eb('id', '<=', which.upTo)))
    .execute()
}
