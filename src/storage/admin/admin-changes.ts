import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '../../domain/time/time.ts'
import type { AdminChange, AdminChangeKind } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'
import { type LoggedRow, markForLog } from '../transparency/pending.ts'

/** Signs what the command line does: whoever may run it on this machine may do anything anyway, so no second person confirms it. */
export const COMMAND_LINE = 'command-line'
/** As the record names it. */
export const COMMAND_LINE_NAME = '命令行'

/** Who administers, when and why, and the id under which it is written down. */
export type AdminAct = {
  readonly tenant: string
  readonly personId: string
  /** As it is now; the record keeps it. */
  readonly personName: string
  readonly reason: string
  readonly postId: string
  readonly at: Instant
  readonly changeId: string
}

export type Written = {
  readonly subject: AdminChange['subject']
  readonly subjectId: string
  readonly what: AdminChangeKind
  readonly before?: unknown
  readonly after?: unknown
}

const asJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

/**
 * Does one change to units, posts or people, and writes down who did it. One at a time per tenant: it is rare, and so two of
 * them cannot each close what the other relies on. @throws AnlanError `still-in-use` when nobody could administer afterwards
 */
export function administer(
  db: Kysely<Tables>,
  act: AdminAct,
  work: (trx: Transaction<Tables>) => Promise<Written>,
): Promise<void> {
  const { tenant, personId, personName, postId, reason, at, changeId } = act
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom('tenants').select('tenant').where('tenant', '=', tenant).forNoKeyUpdate().executeTakeFirst()
    const before = await hasAdministrator(trx, tenant)
    const written = await work(trx)
    if (before && !(await hasAdministrator(trx, tenant)))
      throw new AnlanError('still-in-use', { lastAdministrator: true })
    await trx
      .insertInto('admin_changes')
      .values({
        tenant,
        id: changeId,
        at,
        person_id: personId,
        person_name: personName,
        post_id: postId,
        subject: written.subject,
        subject_id: written.subjectId,
        what: written.what,
        reason,
        before: asJson(written.before),
        after: asJson(written.after),
      })
      .execute()
    await markForLog(trx, tenant, [{ kind: 'admin', subject: changeId }, ...rowsOf(written, tenant)])
  })
}

/** The row that a change was about, where it is one that is in the log. */
function rowsOf({ subject, subjectId }: Written, tenant: string): LoggedRow[] {
  if (subject === 'office') return [{ kind: 'office', subject: tenant }]
  return subject === 'post' || subject === 'person' || subject === 'unit' ? [{ kind: subject, subject: subjectId }] : []
}

/** Whether somebody who can sign in holds an open administrator's post, confirmed by a second person. */
async function hasAdministrator(trx: Transaction<Tables>, tenant: string): Promise<boolean> {
  const found = await trx
    .selectFrom('posts as s')
    .innerJoin('people as p', (join) => join.onRef('p.tenant', '=', 's.tenant').onRef('p.id', '=', 's.person_id'))
    .select('s.id')
    .where('s.tenant', '=', tenant)
    .where('s.closed_at', 'is', null)
    .where('p.left_at', 'is', null)
    .where('p.user_id', 'is not', null)
    .whereRef('s.confirmed_person_id', '=', 's.person_id')
    .where(sql<boolean>`'administrator' = any (s.roles) and 'administrator' = any (s.confirmed_roles)`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** What was administered last, newest first. */
export async function listAdminChanges(db: Kysely<Tables>, tenant: string, limit: number): Promise<AdminChange[]> {
  const rows = await db
    .selectFrom('admin_changes as c')
    .select([
      'c.id',
      'c.at',
      'c.person_name as personName',
      'c.subject',
      'c.subject_id as subjectId',
      'c.what',
      'c.reason',
    ])
    .where('c.tenant', '=', tenant)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ personName, reason, subject, what, ...row }) => ({
    ...row,
    subject: subject as AdminChange['subject'],
    what: what as AdminChangeKind,
    ...(personName ? { personName } : {}),
    ...(reason ? { reason } : {}),
  }))
}
