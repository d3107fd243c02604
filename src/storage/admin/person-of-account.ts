import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { CONFIRMED_ROLES, type Role } from '../../domain/unit/role.ts'
import type { Text } from '../../domain/wording/text.ts'
import { withTenant } from '../connection/connect.ts'

export type HeldPost = {
  readonly id: string
  readonly title: Text
  readonly unitId: string
  readonly unitPath: string
  readonly roles: readonly Role[]
  /** It is another's: the person stands in for it until then, from a post of their own. */
  readonly standsIn?: { readonly until: Instant; readonly ownPostId: string; readonly withheld: readonly Role[] }
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
  /** The office demands a second factor, and this session began without one. */
  readonly mustSetFactor: boolean
  /** How long ago it was marked as used, in milliseconds. */
  readonly idle: number
  readonly sessionId: string
  readonly person: AccountPerson
}

export type SessionRow = {
  userId: string
  username: string
  mustChangePassword: boolean
  sessionAge: number
  idle: number
  sessionId: string
  mustSetFactor: boolean
  id: string
  name: string
  postId: string | null
  title: Text | null
  roles: Role[] | null
  unitId: string | null
  unitPath: string | null
  until: Instant | null
  ownPostId: string | null
  confirmed: Role[]
}

const TENANT = `select u.tenant from auth.sessions n join auth.users u on u.id = n.user_id where n.token = $1 and n.expires_at > now()`
/** One level only: what somebody holds, and what these posts stand in for at $3; not what those would. */
const HELD = `left join lateral (
  select s.id, s.title, s.roles, s.unit_id, s.sort, null::timestamptz as until_at, null as own_post_id, '{}'::text[] as confirmed
  from posts s where s.tenant = p.tenant and s.person_id = p.id and s.closed_at is null
  union all
  select a.id, a.title, a.roles, a.unit_id, a.sort, d.until_at, s.id, case when s.confirmed_person_id = p.id then s.confirmed_roles else '{}' end
  from posts s
  join stand_ins d on d.tenant = s.tenant and d.by_post_id = s.id and d.from_at <= $3 and d.until_at > $3
  join posts a on a.tenant = d.tenant and a.id = d.post_id and a.closed_at is null and a.person_id is distinct from p.id
  where s.tenant = p.tenant and s.person_id = p.id and s.closed_at is null
) h on true
left join units t on t.tenant = p.tenant and t.id = h.unit_id`
/** Who a session belongs to, a row for each post: `$1` is the tenant, `$2` the token, `$3` the instant. */
export const PERSON = `select u.id as "userId", u.username, u.must_change_password as "mustChangePassword",
  (extract(epoch from now() - n.created_at) * 1000)::float8 as "sessionAge",
  (extract(epoch from now() - coalesce(n.last_used_at, n.created_at)) * 1000)::float8 as idle, n.id as "sessionId",
  n.factor is null and exists (select from factor_rules r where r.tenant = p.tenant and (r.scope = 'office'
    or r.scope = 'post' and r.subject = h.id or r.scope = 'role' and r.subject = any (h.roles))) as "mustSetFactor", p.id, p.name,
  h.id as "postId", h.title, h.roles, t.id as "unitId", t.path as "unitPath", h.until_at as until, h.own_post_id as "ownPostId", h.confirmed
from auth.sessions n
join auth.users u on u.id = n.user_id
join people p on p.tenant = u.tenant and p.user_id = u.id and p.left_at is null
${HELD}
where n.token = $2 and n.expires_at > now() and not u.banned and u.tenant = $1
order by h.until_at desc nulls first, h.sort, h.id
limit 200`

/** The same for a person known by id, without a session. */
const BY_ID = `select u.id as "userId", u.username, u.must_change_password as "mustChangePassword", 0::float8 as "sessionAge", 0::float8 as idle, '' as "sessionId",
  false as "mustSetFactor", p.id, p.name,
  h.id as "postId", h.title, h.roles, t.id as "unitId", t.path as "unitPath", h.until_at as until, h.own_post_id as "ownPostId", h.confirmed
from people p
join auth.users u on u.tenant = p.tenant and u.id = p.user_id and not u.banned
${HELD}
where p.tenant = $1 and p.id = $2 and p.left_at is null
order by h.until_at desc nulls first, h.sort, h.id
limit 200`

/** Tenants of sessions seen before. A session never changes its tenant; whether it still holds is asked each time. */
const tenants = new WeakMap<Pool, Map<string, string>>()
const MOST_KNOWN = 10_000

/**
 * Account, person and posts of a session in one round trip, with those that they stand in for at this moment; the first request of a session takes one more, because the
 * rows of people open only to a connection that says whose they are. Undefined when the session is over, the account
 * closed or the person has left.
 */
export async function findSessionPerson(pool: Pool, token: string, now: Instant): Promise<SessionPerson | undefined> {
  const tenant = await tenantOf(pool, token)
  if (tenant === undefined) return undefined
  const { rows } = await withTenant(pool, tenant, (client) =>
    client.query<SessionRow>({ name: 'session-person', text: PERSON, values: [tenant, token, now] }),
  )
  return sessionOf(tenant, rows)
}

/** Who is behind the rows of a session; undefined where there are none. */
export function sessionOf(tenant: string, rows: readonly SessionRow[]): SessionPerson | undefined {
  const [first] = rows
  if (!first) return undefined
  const { userId, username, mustChangePassword, sessionAge, idle, sessionId, id, name } = first
  const mustSetFactor = rows.some((row) => row.mustSetFactor)
  const account = { userId, username, tenant, mustChangePassword, sessionAge, idle, sessionId, mustSetFactor }
  return { ...account, person: { id, name, posts: postsOf(rows) } }
}

/** A person with the posts held at this moment; undefined when they left or their account is closed. */
export async function findPersonById(
  pool: Pool,
  tenant: string,
  personId: string,
  now: Instant,
): Promise<AccountPerson | undefined> {
  const { rows } = await withTenant(pool, tenant, (client) => client.query<SessionRow>(BY_ID, [tenant, personId, now]))
  const [first] = rows
  return first && { id: first.id, name: first.name, posts: postsOf(rows) }
}

/** Each post once: as one's own, where it is that as well. */
const postsOf = (rows: readonly SessionRow[]): HeldPost[] =>
  [
    ...new Map(
      rows
        .flatMap(heldPost)
        .map((post) => [post.id, post] as const)
        .reverse(),
    ).values(),
  ].reverse()

function heldPost({ postId, title, roles, unitId, unitPath, until, ownPostId, confirmed }: SessionRow): HeldPost[] {
  if (!postId || !title || !roles || !unitId || !unitPath) return []
  const post = { id: postId, title, unitId, unitPath, roles }
  if (!until || !ownPostId) return [post]
  const withheld = roles.filter((role) => CONFIRMED_ROLES.includes(role) && !isConferred(role, confirmed))
  return [
    { ...post, roles: roles.filter((role) => !withheld.includes(role)), standsIn: { until, ownPostId, withheld } },
  ]
}

/** Administration and audit are nobody's to stand in for; intake only of who was confirmed for it in their own post. */
const isConferred = (role: Role, confirmed: readonly Role[]) => role === 'clerk' && confirmed.includes(role)

/** The tenant of a session, remembered; undefined when there is no such session. */
export async function tenantOf(pool: Pool, token: string): Promise<string | undefined> {
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
