import { sql, type Transaction } from 'kysely'
import type { PoolClient } from 'pg'
import type { OfficeNoticeKind } from '../../domain/notice/notice.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Role } from '../../domain/unit/role.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Tables } from '../schema/tables.ts'
import { newId } from '../write/ids.ts'

const ADD = `insert into office_notices (tenant, id, receiver, kind, subject_id, at)
  select $1, n.id, n.receiver, $3, $4, $5 from json_to_recordset($2::json) as n(id uuid, receiver text)
  on conflict (tenant, receiver, kind, subject_id) where read_at is null do nothing`

/** Who answers for a unit's connections besides the administrators. */
const HEADS: readonly Role[] = ['leader', 'president', 'divisionHead']

/** Posts that are held and lead a unit, and those that administer the office: one of them sees it. */
export function whoAnswersFor(unitId: string, { posts }: Directory): string[] {
  const held = Object.values(posts).filter(({ holder }) => holder)
  const heads = held.filter((post) => post.unitId === unitId && post.roles.some((role) => HEADS.includes(role)))
  const administrators = held.filter(({ roles }) => roles.includes('administrator'))
  return [...new Set([...heads, ...administrators].map(({ id }) => `post:${id}`))]
}

type What = { readonly kind: OfficeNoticeKind; readonly subjectId: string; readonly at: Instant }

/** Tells posts of something that is of no matter; the same is not told again until it was read. */
export async function tellOffice(
  client: Pick<PoolClient, 'query'>,
  tenant: string,
  receivers: readonly string[],
  { kind, subjectId, at }: What,
): Promise<void> {
  const rows = rowsOf(receivers, at)
  if (rows.length > 0) await client.query(ADD, [tenant, JSON.stringify(rows), kind, subjectId, at])
}

/** The same, in a transaction of administration. */
export async function tellOfficeIn(
  trx: Transaction<Tables>,
  tenant: string,
  receivers: readonly string[],
  { kind, subjectId, at }: What,
): Promise<void> {
  const rows = rowsOf(receivers, at).map((row) => ({ tenant, ...row, kind, subject_id: subjectId, at }))
  if (rows.length === 0) return
  const isUnread = sql<boolean>`read_at is null`
  await trx
    .insertInto('office_notices')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'receiver', 'kind', 'subject_id']).where(isUnread).doNothing(),
    )
    .execute()
}

const rowsOf = (receivers: readonly string[], at: Instant) =>
  receivers.map((receiver) => ({ id: newId(Date.parse(at)), receiver }))
