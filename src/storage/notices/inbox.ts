import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { NoticeKind } from '../../domain/notice/notice.ts'
import { findDefinition } from '../../domain/procedure/definition.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { type InboxView, MOST_UNREAD, type NoticeView } from '../../domain/views/notice-view.ts'
import type { Text } from '../../domain/wording/text.ts'
import { saysNothing } from '../../engine/notices/says-nothing.ts'
import { worklistTokens } from '../../engine/worklist/waits-for.ts'
import { ledgerOf } from '../read/ledger.ts'
import { visibleTo } from '../read/visible.ts'
import type { Tables } from '../schema/tables.ts'
import { countOfficeNotices, markOfficeRead, readOfficeNotices } from './office-inbox.ts'

const PAGE = 50

export type InboxFilter = { readonly unread?: boolean; readonly kind?: NoticeKind; readonly cursor?: string }

/** A page of what a post was told, the newest first, and how much of all is unread. What it does not see any more is not there. */
export async function readInbox(
  db: Kysely<Tables>,
  actor: Actor,
  { unread, kind, cursor }: InboxFilter,
  now: Instant,
  rulebook: Rulebook,
): Promise<InboxView> {
  const rows = await told(db, actor, rulebook.directory)
    .$if(unread === true, (query) => query.where('n.read_at', 'is', null))
    .$if(kind !== undefined, (query) => query.where('n.kind', '=', kind ?? ''))
    .$if(cursor !== undefined, (query) => query.where('n.id', '<', cursor ?? ''))
    .select(['n.id', 'n.kind', 'n.at', 'n.step', 'n.deadline', 'n.due_at', 'n.exercise', 'n.read_at', 'n.matter_id'])
    .select(['m.reference', 'm.procedure', 'm.title'])
    .select(sql<number>`(m.matter ->> 'procedureVersion')::int`.as('procedureVersion'))
    .orderBy('n.id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const page = rows.slice(0, PAGE)
  const last = page[page.length - 1]
  return {
    now,
    notices: page.map((row) => noticeView(row, rulebook)),
    office: kind || cursor ? [] : await readOfficeNotices(db, actor, unread === true),
    ...(rows.length > PAGE && last ? { next: last.id } : {}),
    unread: await countUnread(db, actor, rulebook.directory),
  }
}

/** How many a post has not read, counted to one more than is ever shown. */
export async function countUnread(db: Kysely<Tables>, actor: Actor, directory: Directory): Promise<number> {
  const some = told(db, actor, directory)
    .where('n.read_at', 'is', null)
    .select('n.id')
    .limit(MOST_UNREAD + 1)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count + (await countOfficeNotices(db, actor))
}

/** Notices that a post has read: those named, or all there are up to one. Others' are left alone. */
export async function markRead(
  db: Kysely<Tables>,
  actor: Actor,
  which: { readonly ids: readonly string[] } | { readonly upTo: string },
  now: Instant,
): Promise<void> {
  await db
    .updateTable('notices as n')
    .set({ read_at: now })
    .where('n.tenant', '=', actor.tenant)
    .where(isFor(actor))
    .where('n.read_at', 'is', null)
    .where((eb) => ('ids' in which ? eb('n.id', 'in', which.ids) : eb('n.id', '<=', which.upTo)))
    .execute()
  await markOfficeRead(db, actor, which, now)
}

const told = (db: Kysely<Tables>, actor: Actor, directory: Directory) =>
  ledgerOf(db)
    .innerJoin('notices as n', (join) => join.onRef('n.tenant', '=', 'm.tenant').onRef('n.matter_id', '=', 'm.id'))
    .where('n.tenant', '=', actor.tenant)
    .where('m.tenant', '=', actor.tenant)
    .where(isFor(actor))
    .where(visibleTo(actor, directory))

const isFor = ({ postId, unitId, roles }: Actor) =>
  sql<SqlBool>`n.receiver = any(${worklistTokens(postId, unitId, roles)}::text[])`

type Row = {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly step: string | null
  readonly deadline: string | null
  readonly due_at: string | null
  readonly exercise: boolean
  readonly matter_id: string
  readonly reference: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly title: string
  readonly read_at: string | null
}

function noticeView(row: Row, rulebook: Rulebook): NoticeView {
  const isQuiet = saysNothing(row.procedure, rulebook.directory)
  const why = isQuiet ? undefined : reasonOf(row, rulebook)
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    at: row.at,
    matterId: row.matter_id,
    reference: row.reference,
    procedure: row.procedure,
    ...(isQuiet ? {} : { title: row.title }),
    ...(why ? { why } : {}),
    ...(row.due_at ? { dueAt: row.due_at } : {}),
    ...(row.exercise ? { exercise: true } : {}),
    read: row.read_at !== null,
  }
}

function reasonOf({ procedure, procedureVersion, step, deadline }: Row, { procedures }: Rulebook): Text | undefined {
  const definition = findDefinition(procedures, { procedure, procedureVersion })
  return (step && definition?.steps[step]?.title) || (deadline && definition?.deadlines[deadline]?.title) || undefined
}
