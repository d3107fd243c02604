import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { SERVICE_MARK, type ServiceScope } from '../../domain/sign-in/service-scopes.ts'
import type { ServiceAccount, ServiceToken } from '../../domain/sign-in/sign-in-views.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Role } from '../../domain/unit/role.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import { withTenant } from '../connection/connect.ts'
import type { Tables } from '../schema/tables.ts'

/** The tenant and the row that a token names, and 256 bits: so much need not be hashed slowly. */
const TOKEN = /^anlan_([a-z][a-z0-9-]{1,30})\.(service-[0-9a-f]{10})\.([\w-]{43})$/
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Roles that no program has: who administers and audits is a person. */
const NEVER: readonly Role[] = ['administrator', 'auditor']

/** How exactly the list says when one was last used: it costs a write. */
const SEEN_EVERY_MS = 60_000

export type NewService = {
  readonly name: string
  readonly postId: string
  readonly scopes: readonly ServiceScope[]
  readonly expiresAt: Instant
}

/** A program that has shown its token, and the post in which it acts. */
export type Service = {
  readonly tenant: string
  readonly id: string
  readonly name: string
  readonly scopes: readonly ServiceScope[]
  /** Who holds the post now. */
  readonly holder?: string
  readonly post: {
    readonly id: string
    readonly title: Text
    readonly unitId: string
    readonly unitPath: string
    readonly roles: readonly Role[]
  }
}

/** The accounts of programs, the newest first, those that ended too. Never their tokens. */
export async function listServices(db: Kysely<Tables>, tenant: string): Promise<ServiceAccount[]> {
  const rows = await db
    .selectFrom('service_accounts')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(({ id, name, post_id, scopes, made_at, expires_at, last_used_at, ended_at }) => ({
    id,
    name,
    postId: post_id,
    scopes: scopes as ServiceScope[],
    madeAt: made_at,
    expiresAt: expires_at,
    ...(last_used_at ? { lastUsedAt: last_used_at } : {}),
    ...(ended_at ? { endedAt: ended_at } : {}),
  }))
}

/** Makes an account for a program. @returns its token, which nobody sees again */
export async function addService(db: Kysely<Tables>, act: AdminAct, wish: NewService): Promise<ServiceToken> {
  const { tenant, personId, at } = act
  const id = `${SERVICE_MARK}${randomBytes(5).toString('hex')}`
  const token = `anlan_${tenant}.${id}.${randomBytes(32).toString('base64url')}`
  const { name, postId, scopes, expiresAt } = wish
  await administer(db, act, async (trx) => {
    const post = await trx
      .selectFrom('posts')
      .select('roles')
      .where('tenant', '=', tenant)
      .where('id', '=', postId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (!post?.roles.some((role) => !NEVER.includes(role as Role)))
      throw new AnlanError('request-invalid', { issues: [{ field: 'postId', rule: 'not-a-post' }] })
    const row = { tenant, id, name, post_id: postId, scopes: [...scopes], token_hash: hashOf(token) }
    await trx
      .insertInto('service_accounts')
      .values({ ...row, made_by: personId, made_at: at, expires_at: expiresAt })
      .execute()
    return { subject: 'serviceAccount', subjectId: id, what: 'added', after: wish }
  })
  return { id, token, expiresAt }
}

/** Ends an account at once. @throws AnlanError not-found when there is none, or it ended before */
export const endService = (db: Kysely<Tables>, act: AdminAct, id: string): Promise<void> =>
  administer(db, act, async (trx) => {
    const row = await trx
      .updateTable('service_accounts')
      .set({ ended_at: act.at })
      .where('tenant', '=', act.tenant)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!row) throw new AnlanError('not-found', { service: id })
    return { subject: 'serviceAccount', subjectId: id, what: 'closed', after: { name: row.name } }
  })

type Row = Omit<Service, 'tenant' | 'post' | 'holder'> &
  Service['post'] & {
    readonly serviceId: string
    readonly hash: string
    readonly lastUsedAt: Instant | null
    readonly holder: string | null
  }

/** Whose token this is; undefined when it is nobody's, over, ended, or its post was closed. */
export async function findService(pool: Pool, token: string, now: Instant): Promise<Service | undefined> {
  const [, tenant = '', id = ''] = TOKEN.exec(token) ?? []
  if (!id) return undefined
  return withTenant(pool, tenant, async (client) => {
    const { rows } = await client.query<Row>(
      `select a.id as "serviceId", a.name, a.scopes, a.token_hash as hash, a.last_used_at as "lastUsedAt",
        s.id, s.title, s.roles, s.unit_id as "unitId", s.person_id as holder, u.path as "unitPath"
       from service_accounts a
       join posts s on s.tenant = a.tenant and s.id = a.post_id and s.closed_at is null
       join units u on u.tenant = s.tenant and u.id = s.unit_id
       where a.tenant = $1 and a.id = $2 and a.ended_at is null and a.expires_at > $3`,
      [tenant, id, now],
    )
    const [row] = rows
    const isRight = timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(row?.hash ?? '0'.repeat(64)))
    if (!row || !isRight) return undefined
    if (!row.lastUsedAt || Date.parse(now) - Date.parse(row.lastUsedAt) > SEEN_EVERY_MS)
      await client.query(`update service_accounts set last_used_at = $3 where tenant = $1 and id = $2`, [
        tenant,
        id,
        now,
      ])
    const { serviceId, name, scopes, title, unitId, unitPath, holder } = row
    const roles = row.roles.filter((role) => !NEVER.includes(role))
    const post = { id: row.id, title, unitId, unitPath, roles }
    return { tenant, id: serviceId, name, scopes, post, ...(holder ? { holder } : {}) }
  })
}
