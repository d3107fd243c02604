import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Actor } from '../../domain/matter/actor.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { findPersonOfAccount } from '../../storage/admin/person-of-account.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import type { Env, OfficeEnv, SignedIn } from '../request/env.ts'

export const POST_COOKIE = 'anlan-post'

/** Finds out who asks. Rights follow from post, unit and roles; the acting post is a wish in a cookie, checked each time. */
export async function findSignedIn(c: Context<Env>): Promise<SignedIn | undefined> {
  const { auth, pool } = c.var.deps
  const found = await auth.api.getSession({ headers: c.req.raw.headers })
  if (!found || found.user.banned) return undefined
  const { id: userId, tenant, mustChangePassword } = found.user
  const person = await findPersonOfAccount(databaseFor(pool, tenant), { tenant, userId })
  const wish = getCookie(c, POST_COOKIE)
  const post = person?.posts.find(({ id }) => id === wish) ?? person?.posts[0]
  if (!person) return undefined
  // Signing in again would not help: an administrator has to give the person a post.
  if (!post) throw new AnlanError('not-allowed', { rule: 'no-post' })
  const sessionAge = Date.now() - found.session.createdAt.getTime()
  return { userId, username: found.user.username ?? '', tenant, mustChangePassword, sessionAge, person, post }
}

/** Lets a request through only with a session, and puts the actor into it. */
export const signIn: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const signedIn = await requireSignedIn(c)
  if (signedIn.mustChangePassword) throw new AnlanError('password-change-required')
  c.set('signedIn', signedIn)
  c.set('actor', actorOf(signedIn))
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

const actorOf = ({ tenant, person, post }: SignedIn): Actor => ({
  tenant,
  personId: person.id,
  postId: post.id,
  unitId: post.unitId,
  unitPath: post.unitPath,
  roles: post.roles,
})
