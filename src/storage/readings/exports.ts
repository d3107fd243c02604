import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import { saysSomething } from '../../domain/personal/opening-purpose.ts'
import { present } from '../../domain/present.ts'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { oversees } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { ExportView } from '../../domain/views/access-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { recordedReason } from '../../engine/decide/personal/opening.ts'
import { databaseFor } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import type { Tables } from '../schema/tables.ts'
import { newId } from '../write/ids.ts'
import { audits } from './auditor.ts'

/** From so many rows on, or with any personal field, somebody else agrees first. A file can be taken for a day after that. */
export const EXPORT_RULE = { rows: 1000, takenMs: 24 * 3_600_000, waitsMs: 7 * 24 * 3_600_000 } as const

/** Whether a leader must agree (rule R12). */
export const needsApproval = ({ rows, personal }: { readonly rows: number; readonly personal: boolean }): boolean =>
  personal || rows >= EXPORT_RULE.rows

/** What somebody wants to take out. */
export type ExportWish = {
  readonly what: 'sheet'
  readonly procedure: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly purpose: string
  readonly rows: number
  readonly fields: readonly string[]
  readonly personal: boolean
}

/** An export as it is kept. */
export type KeptExport = Omit<ExportWish, 'what'> & {
  readonly id: string
  readonly askedBy: string
  readonly askedPost: string
  readonly askedUnit: string
  readonly askedAt: Instant
  readonly approved: boolean | null
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly decidedWhy: string | null
  readonly expiresAt: Instant
  readonly downloads: number
}

/** Asks for a file. A small one without anything personal may be taken at once; either way it is on record. */
export async function askExport(deps: StorageDeps, actor: Actor, wish: ExportWish): Promise<string> {
  const at = deps.now()
  const taken = await rowsTaken(databaseFor(deps.pool, actor.tenant), actor, wish, at)
  const waits = needsApproval({ ...wish, rows: wish.rows + taken })
  const purpose = recordedReason(wish.purpose)
  if (!saysSomething(purpose))
    throw new AnlanError('form-invalid', { issues: [{ field: 'purpose', rule: 'says-nothing' }] })
  const id = newId(Date.parse(at))
  await databaseFor(deps.pool, actor.tenant)
    .insertInto('exports')
    .values({
      tenant: actor.tenant,
      id,
      what: wish.what,
      procedure: wish.procedure,
      filter: JSON.stringify(wish.filter),
      purpose,
      row_count: wish.rows,
      fields: [...wish.fields],
      sealed: wish.personal,
      asked_by: actor.personId,
      asked_post: actor.postId,
      asked_unit: actor.unitId,
      asked_at: at,
      approved: waits ? null : true,
      expires_at: addMilliseconds(at, waits ? EXPORT_RULE.waitsMs : EXPORT_RULE.takenMs),
    })
    .execute()
  return id
}

/**
 * Rows of the same ledger that somebody could take within a day without anybody's agreement, by other questions: a large file asked for
 * in pieces is a large file. The same question asked again is no other rows.
 */
async function rowsTaken(
  db: Kysely<Tables>,
  { tenant, personId }: Actor,
  { procedure, filter }: ExportWish,
  at: Instant,
): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select coalesce(sum(x.most), 0)::int as taken from (
      select max(row_count) as most from exports
      where tenant = ${tenant} and asked_by = ${personId} and procedure = ${procedure} and approved and decided_by is null
        and asked_at > ${addMilliseconds(at, -EXPORT_RULE.takenMs)} and filter <> ${JSON.stringify(filter)}::jsonb
      group by filter) x`.execute(db)
  return rows[0]?.taken ?? 0
}

/** A leader of that unit or above agrees or refuses, never whoever asked. @throws AnlanError not-allowed, not-found */
export async function decideExport(
  deps: StorageDeps,
  actor: Actor,
  { id, approve, why }: { readonly id: string; readonly approve: boolean; readonly why: string },
): Promise<void> {
  const db = databaseFor(deps.pool, actor.tenant)
  const row = await findExport(db, actor.tenant, id)
  if (!row) throw new AnlanError('not-found')
  const { directory } = await deps.rulebooks.of(actor.tenant)
  if (!mayDecide(actor, row, directory)) throw new AnlanError('not-allowed', { rule: 'export-approver' })
  const at = deps.now()
  const { numUpdatedRows } = await db
    .updateTable('exports')
    .set({
      approved: approve,
      decided_by: actor.personId,
      decided_post: actor.postId,
      decided_at: at,
      decided_why: recordedReason(why),
      expires_at: approve ? addMilliseconds(at, EXPORT_RULE.takenMs) : at,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .where('approved', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AnlanError('not-allowed', { rule: 'export-over' })
}

/** The export that its asker takes now; counted. @throws AnlanError not-found, not-allowed when it waits or is over */
export async function takeExport(deps: StorageDeps, actor: Actor, id: string): Promise<KeptExport> {
  const db = databaseFor(deps.pool, actor.tenant)
  const row = await findExport(db, actor.tenant, id)
  if (!row || row.askedBy !== actor.personId || row.askedPost !== actor.postId) throw new AnlanError('not-found')
  if (row.approved === null) throw new AnlanError('not-allowed', { rule: 'export-waits' })
  if (!row.approved || row.expiresAt <= deps.now()) throw new AnlanError('not-allowed', { rule: 'export-over' })
  await db
    .updateTable('exports')
    .set({ downloads: sql<number>`downloads + 1` })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
  return row
}

const mayDecide = (actor: Actor, row: KeptExport, { units, closedPaths }: Directory): boolean => {
  const path = units[row.askedUnit]?.path ?? closedPaths?.[row.askedUnit] ?? '?'
  const isOther = actor.personId !== row.askedBy && actor.postId !== row.askedPost
  return isOther && actor.roles.some(oversees) && path.startsWith(actor.unitPath)
}

const LISTED = 200

/** What I asked for and what waits for my agreement; for the auditor, all. */
export async function listExports(
  db: Kysely<Tables>,
  actor: Actor,
  directory: Directory,
  now: Instant,
): Promise<ExportView[]> {
  const sees = await audits(db, actor)
  const isLeading = actor.roles.some(oversees)
  const { rows } = await sql<KeptExport & { askedName: string | null; decidedName: string | null }>`
    select ${COLUMNS}, p.name as "askedName", d.name as "decidedName" from exports x
    left join people p on p.tenant = x.tenant and p.id = x.asked_by
    left join people d on d.tenant = x.tenant and d.id = x.decided_by
    where x.tenant = ${actor.tenant} and (${sees} or x.asked_by = ${actor.personId} or ${isLeading})
    order by x.asked_at desc, x.id limit ${LISTED}`.execute(db)
  return rows
    .filter((row) => sees || row.askedBy === actor.personId || mayDecide(actor, row, directory))
    .map(({ askedName, decidedName, ...row }) => ({
      id: row.id,
      procedure: row.procedure,
      purpose: row.purpose,
      rows: row.rows,
      fields: row.fields,
      personal: row.personal,
      askedBy: askedName ?? row.askedBy,
      askedPostId: row.askedPost,
      askedAt: row.askedAt,
      state: stateOf(row, now),
      expiresAt: row.expiresAt,
      downloads: row.downloads,
      ...present({
        decidedBy: decidedName ?? undefined,
        decidedAt: row.decidedAt ?? undefined,
        decidedWhy: row.decidedWhy ?? undefined,
      }),
      mayDecide: stateOf(row, now) === 'waiting' && mayDecide(actor, row, directory),
      mayDownload: stateOf(row, now) === 'ready' && row.askedBy === actor.personId && row.askedPost === actor.postId,
    }))
}

const stateOf = ({ approved, expiresAt }: KeptExport, now: Instant): ExportView['state'] =>
  approved === false ? 'refused' : expiresAt <= now ? 'over' : approved ? 'ready' : 'waiting'

const COLUMNS = sql`x.id, x.procedure, x.filter, x.purpose, x.row_count as rows, x.fields, x.sealed as personal, x.asked_by as "askedBy",
  x.asked_post as "askedPost", x.asked_unit as "askedUnit", x.asked_at as "askedAt", x.approved, x.decided_by as "decidedBy",
  x.decided_at as "decidedAt", x.decided_why as "decidedWhy", x.expires_at as "expiresAt", x.downloads`

async function findExport(db: Kysely<Tables>, tenant: string, id: string): Promise<KeptExport | undefined> {
  const { rows } =
    await sql<KeptExport>`select ${COLUMNS} from exports x where x.tenant = ${tenant} and x.id = ${id}::uuid`.execute(
      db,
    )
  return rows[0]
}
