import { type Kysely, sql } from 'kysely'
import { BY_TIME } from '../../domain/matter/event.ts'
import type { Alert } from '../../domain/outward/alert.ts'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Tables } from '../schema/tables.ts'

/** An alert with who issued it. */
export type KeptAlert = Alert & { readonly postId: string; readonly personName: string }
export type Issue = KeptAlert & { readonly seenVersion: number }

const COLUMNS = [
  'id',
  'matter_id as matterId',
  'msg_type as msgType',
  'status',
  'scope',
  'sent_at as sentAt',
  'replaces',
  'said',
  'post_id as postId',
  'person_name as personName',
] as const

type Row = Omit<KeptAlert, 'replaces'> & { readonly replaces: string | null }
const alertOf = ({ replaces, sentAt, ...row }: Row): KeptAlert => ({
  ...row,
  sentAt: new Date(sentAt).toISOString(),
  ...(replaces ? { replaces } : {}),
})

/** The alerts of a matter, the oldest first. */
export async function listAlerts(db: Kysely<Tables>, tenant: string, matterId: string): Promise<KeptAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .select(COLUMNS)
    .where('tenant', '=', tenant)
    .where('matter_id', '=', matterId)
    .orderBy('sent_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => alertOf(row as unknown as Row))
}

/** One alert by its id, or undefined. */
export async function findAlert(db: Kysely<Tables>, tenant: string, id: string): Promise<KeptAlert | undefined> {
  const row = await db
    .selectFrom('alerts')
    .select(COLUMNS)
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && alertOf(row as unknown as Row)
}

/** Public alerts since then, the newest first. */
export async function listPublicAlerts(
  db: Kysely<Tables>,
  tenant: string,
  since: Instant,
  limit: number,
): Promise<KeptAlert[]> {
  const rows = await db
    .selectFrom('alerts')
    .select(COLUMNS)
    .where('tenant', '=', tenant)
    .where('scope', '=', 'Public')
    .where('sent_at', '>=', since)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => alertOf(row as unknown as Row))
}

/** The message that stands: neither replaced nor a cancellation, and not over. */
export const standingOf = (alerts: readonly KeptAlert[], now: Instant): KeptAlert | undefined =>
  alerts.findLast(
    ({ id, msgType, said }) =>
      msgType !== 'Cancel' && said.expires > now && !alerts.some((later) => later.replaces === id),
  )

/** The messages that one takes the place of, one after another, the oldest first. */
export function chainBefore(alerts: readonly KeptAlert[], { replaces }: Pick<Alert, 'replaces'>): KeptAlert[] {
  const chain: KeptAlert[] = []
  let next = replaces
  while (next && chain.length < alerts.length) {
    const found = alerts.find(({ id }) => id === next)
    if (!found) break
    chain.unshift(found)
    next = found.replaces
  }
  return chain
}

/**
 * Puts an alert on record. @throws AnlanError version-conflict when the matter moved on, one stands already, or the one that it takes the
 * place of stands no more
 */
export async function issueAlert(db: Kysely<Tables>, tenant: string, issue: Issue): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const matter = await trx
      .selectFrom('matters')
      .select('version')
      .where('tenant', '=', tenant)
      .where('id', '=', issue.matterId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const standing = standingOf(await listAlerts(trx, tenant, issue.matterId), issue.sentAt)
    if (standing?.id !== issue.replaces || (await movedOn(trx, tenant, issue, matter.version)))
      throw new AnlanError('version-conflict', { matterId: issue.matterId, version: matter.version })
    await trx
      .insertInto('alerts')
      .values({
        tenant,
        id: issue.id,
        matter_id: issue.matterId,
        version: matter.version,
        msg_type: issue.msgType,
        status: issue.status,
        scope: issue.scope,
        sent_at: issue.sentAt,
        replaces: issue.replaces ?? null,
        said: sql`${JSON.stringify(issue.said)}::jsonb` as never,
        post_id: issue.postId,
        person_name: issue.personName,
      })
      .execute()
  })
}

/** Whether somebody did something since; a limit that ran out meanwhile keeps nobody from warning people. */
async function movedOn(
  db: Kysely<Tables>,
  tenant: string,
  { matterId, seenVersion }: Issue,
  version: number,
): Promise<boolean> {
  if (version === seenVersion) return false
  const { byPeople } = await db
    .selectFrom('matter_events')
    .select(({ fn }) => fn.countAll<string>().as('byPeople'))
    .where('tenant', '=', tenant)
    .where('matter_id', '=', matterId)
    .where('version', '>', seenVersion)
    .where('type', 'not in', BY_TIME)
    .executeTakeFirstOrThrow()
  return version < seenVersion || Number(byPeople) > 0
}
