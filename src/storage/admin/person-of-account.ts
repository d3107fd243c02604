import type { Pool } from 'pg'
import type { Role } from '../../domain/unit/role.ts'
import type { Text } from '../../domain/wording/text.ts'
import { withTenant } from '../connection/connect.ts'

export type HeldPost = {
  readonly id: string
  readonly title: Text
  readonly unitId: string
  readonly unitPath: string
  readonly roles: readonly Role[]
}

export type AccountPerson = { readonly id: string; readonly name: string; readonly posts: readonly HeldPost[] }

/** Who a session belongs to: the account and the person behind it, with the posts held now. */
export type SessionPerson = {
  readonly userId: string
  readonly username: string
  readonly tenant: string
  readonly mustChangePassword: boolean
  /** How long ago the session began, in milliseconds. */
  readonly sessionAge: number
  readonly person: AccountPerson
}

type Row = {
  userId: string
  username: string
  mustChangePassword: boolean
  sessionAge: number
  id: string
  name: string
  postId: string | null
  title: Text | null
  roles: Role[] | null
  unitId: string | null
  unitPath: string | null
}

const TENANT = `select u.tenant from auth.sessions n join auth.users u on u.id = n.user_id where n.token = $1 and n.expires_at > now()`
const PERSON = `select u.id as "userId", u.username, u.must_change_password as "mustChangePassword",
  (extract(epoch from now() - n.created_at) * 1000)::float8 as "sessionAge", p.id, p.name,
  s.id as "postId", s.title, s.roles, t.id as "unitId", t.path as "unitPath"
from auth.sessions n
join auth.users u on u.id = n.user_id
join people p on p.tenant = u.tenant and p.user_id = u.id and p.left_at is null
left join posts s on s.tenant = p.tenant and s.person_id = p.id and s.closed_at is null
left join units t on t.tenant = s.tenant and t.id = s.unit_id
where n.token = $2 and n.expires_at > now() and not u.banned and u.tenant = $1
order by s.sort, s.id
limit 100`

/** Tenants of sessions seen before. A session never changes its tenant; whether it still holds is asked each time. */
const tenants = new WeakMap<Pool, Map<string, string>>()
const MOST_KNOWN = 10_000

/**
 * Account, person and posts of a session in one round trip; the first request of a session takes one more, because the
 * rows of people open only to a connection that says whose they are. Undefined when the session is over, the account
 * closed or the person has left.
 */
export async function findSessionPerson(pool: Pool, token: string): Promise<SessionPerson | undefined> {
  const tenant = await tenantOf(pool, token)
  if (tenant === undefined) return undefined
  const { rows } = await withTenant(pool, tenant, (client) =>
    client.query<Row>({ name: 'session-person', text: PERSON, values: [tenant, token] }),
  )
  const [first] = rows
  if (!first) return undefined
  const posts = rows.flatMap(({ postId, title, roles, unitId, unitPath }) =>
    postId && title && roles && unitId && unitPath ? [{ id: postId, title, unitId, unitPath, roles }] : [],
  )
  const { userId, username, mustChangePassword, sessionAge, id, name } = first
  return { userId, username, tenant, mustChangePassword, sessionAge, person: { id, name, posts } }
}

async function tenantOf(pool: Pool, token: string): Promise<string | undefined> {
  const known = tenants.get(pool) ?? new Map<string, string>()
  tenants.set(pool, known)
  const remembered = known.get(token)
  if (remembered !== undefined) return remembered
  const { rows } = await pool.query<{ tenant: string }>({ name: 'session-tenant', text: TENANT, values: [token] })
  const tenant = rows[0]?.tenant
  if (tenant === undefined) return undefined
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(token, tenant)
  return tenant
}
