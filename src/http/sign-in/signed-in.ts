import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Actor } from '../../domain/matter/actor.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { findSessionPerson, type SessionPerson } from '../../storage/admin/person-of-account.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { Service } from '../../storage/sign-in/service-accounts.ts'
import { markSessionUsed } from '../../storage/sign-in/sessions.ts'
import { findSessionStanding } from '../../storage/write/session-standing.ts'
import type { Env, OfficeEnv, SignedIn } from '../request/env.ts'
import { signedValue } from './signed-cookie.ts'

export const POST_COOKIE = 'anlan-post'

/** How exactly the list of sessions says when one was last used: it costs a write. */
const SEEN_EVERY_MS = 300_000

/** Finds out who asks. Rights follow from post, unit and roles; the acting post is a wish in a cookie, checked each time. */
export async function findSignedIn(c: Context<Env>): Promise<SignedIn | undefined> {
  const token = await sessionToken(c)
  const found = token ? await readSession(c, token) : undefined
  if (!found) return undefined
  if (found.idle > SEEN_EVERY_MS) void markSessionUsed(c.var.deps.pool, found.sessionId).catch(() => {})
  const { posts } = found.person
  const wish = getCookie(c, POST_COOKIE)
  const post = posts.find(({ id }) => id === wish) ?? posts[0]
  // Signing in again would not help: an administrator has to give the person a post.
  if (!post) throw new AnlanError('not-allowed', { rule: 'no-post' })
  return { ...found, post }
}

/** The person of a session; with the matter of the address, where the door asked for both. */
async function readSession(c: Context<Env>, token: string): Promise<SessionPerson | undefined> {
  const { deps, now, asked } = c.var
  if (!asked) return findSessionPerson(deps.pool, token, now)
  const both = await findSessionStanding(deps.pool, token, now, asked)
  if (both) c.set('found', both.found)
  return both?.person
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LONGEST_KEY = 100

/** Stands before `signIn` where a command on the matter of the address follows: session and matter are then one round trip. */
export const withMatter: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const matterId = c.req.param('id')?.toLowerCase() ?? ''
  const sentKey = c.req.header('idempotency-key')
  if (UUID.test(matterId) && (sentKey ?? '').length <= LONGEST_KEY) c.set('asked', { matterId, sentKey })
  await next()
}

/** The session's token, when the cookie carries better-auth's mark; the session itself is read together with the person. */
async function sessionToken(c: Context<Env>): Promise<string | undefined> {
  const { secret, authCookies } = await c.var.deps.auth.$context
  return signedValue(getCookie(c, authCookies.sessionToken.name), secret)
}

/** Lets a request through only with a session, and puts the actor into it. */
export const signIn: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const { service } = c.var
  const signedIn = service ? asSignedIn(service) : await requireSignedIn(c)
  if (signedIn.mustChangePassword) throw new AnlanError('password-change-required')
  if (signedIn.mustSetFactor) throw new AnlanError('second-factor-required')
  c.set('signedIn', signedIn)
  c.set('actor', { ...actorOf(signedIn), ...(service?.holder ? { behind: service.holder } : {}) })
  c.set('db', databaseFor(c.var.deps.pool, signedIn.tenant))
  await next()
}

/** The session, or the refusal that sends people to the sign-in page. */
export async function requireSignedIn(c: Context): Promise<SignedIn> {
  const signedIn = await findSignedIn(c as Context<Env>)
  if (!signedIn) throw new AnlanError('sign-in-required')
  c.set('account', signedIn.userId)
  return signedIn
}

/** Who acts: a person in one of their posts, or in one that they stand in for. */
export const actorOf = ({ tenant, person, post }: Pick<SignedIn, 'tenant' | 'person' | 'post'>): Actor => ({
  ...(post.standsIn ? { standsIn: { ownPostId: post.standsIn.ownPostId, own: ownPostsOf(person.posts) } } : {}),
  tenant,
  personId: person.id,
  postId: post.id,
  unitId: post.unitId,
  unitPath: post.unitPath,
  roles: post.roles,
})

const ownPostsOf = (posts: SignedIn['person']['posts']) =>
  posts.flatMap(({ id, unitId, unitPath, standsIn }) => (standsIn ? [] : [{ postId: id, unitId, unitPath }]))

/** A program in its post: it signs with its own id and name, is nobody's account, and has no session. */
const asSignedIn = ({ tenant, id, name, post }: Service): SignedIn => ({
  userId: id,
  username: id,
  tenant,
  mustChangePassword: false,
  mustSetFactor: false,
  sessionAge: 0,
  sessionId: '',
  person: { id, name, posts: [post] },
  post,
})
