import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { SecurityEventKind } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { recordDoorEvent } from '../../storage/admin/security-events.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { Env } from '../request/env.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets } from '../request/token-buckets.ts'
import { valid } from '../request/valid.ts'
import { findAccount } from './account.ts'
import { createAttempts } from './attempts.ts'
import { PASSWORD_MAX } from './auth.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { createPasswordRoutes } from './password-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { sessionView } from './session-view.ts'
import { POST_COOKIE, requireSignedIn } from './signed-in.ts'

const credentials = z.strictObject({
  username: z.string().min(1).max(60),
  password: z.string().min(1).max(PASSWORD_MAX),
})
const postChoice = z.strictObject({ postId: z.string().min(1).max(100) })

/** Sign-in, sign-out, password and sessions. Only these doors of better-auth are open. */
export function createSignInRoutes() {
  const door = createDoor()
  return new Hono<Env>()
    .post('/auth/sign-in/username', describe('signIn'), valid('json', credentials), async (c) => {
      const { auth } = c.var.deps
      const { username, password } = c.req.valid('json')
      const entered = door(c, username)
      const account = await findAccount(auth, username)
      if (account) c.set('account', account.id)
      const note = (what: SecurityEventKind) => account && noteAtDoor(c, account.tenant, account.id, what)
      const before = await auth.api.getSession({ headers: c.req.raw.headers })
      const reply = await auth.api.signInUsername({
        body: { username, password },
        headers: c.req.raw.headers,
        asResponse: true,
      })
      if (!reply.ok) {
        if (reply.status < 500) await note('signInRefused')
        throw refusal(reply)
      }
      const { internalAdapter } = await auth.$context
      if (account?.mustChangePassword && account.oneTimeUntil && account.oneTimeUntil.toISOString() <= c.var.now) {
        await internalAdapter.deleteUserSessions(account.id)
        await note('signInRefused')
        throw new AnlanError('sign-in-refused', { rule: 'one-time-over' })
      }
      // Whoever signs in again in the same browser has left the session before.
      if (before) await internalAdapter.deleteSession(before.session.token)
      entered()
      rememberDevice(c, username)
      await note('signedIn')
      passCookies(c, reply)
      return answer(c, 'signIn', { ok: true })
    })
    .post('/auth/sign-out', describe('signOut'), async (c) => {
      const { auth } = c.var.deps
      const before = await auth.api.getSession({ headers: c.req.raw.headers })
      const reply = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
      if (before) await noteAtDoor(c, before.user.tenant, before.user.id, 'signedOut')
      passCookies(c, reply)
      return answer(c, 'signOut', { ok: true })
    })
    .route('/', createPasswordRoutes())
    .route('/', sessionRoutes)
    .get('/session', describe('getSession'), async (c) =>
      answer(c, 'getSession', await sessionView(c, await requireSignedIn(c))),
    )
    .post('/session/post', describe('choosePost'), valid('json', postChoice), async (c) => {
      const signedIn = await requireSignedIn(c)
      const post = signedIn.person.posts.find(({ id }) => id === c.req.valid('json').postId)
      if (!post) throw new AnlanError('request-invalid', { issues: [{ field: 'postId', rule: 'not-a-post' }] })
      setCookie(c, POST_COOKIE, post.id, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c) })
      return answer(c, 'choosePost', await sessionView(c, { ...signedIn, post }))
    })
}

/**
 * Slows guessing down and locks nobody out. A browser that the name has signed in from before counts for itself; all others count by
 * address, and together by name, so that many addresses don't add up. @returns what to call when the password was right
 */
function createDoor() {
  const tries = createAttempts()
  const byAddress = createTokenBuckets({ burst: 40, refillSeconds: 6 })
  const byName = createTokenBuckets({ burst: 100, refillSeconds: 36 })
  return (c: Context<Env>, username: string): (() => void) => {
    const [name, now] = [username.toLowerCase(), Date.parse(c.var.now)]
    const device = knownDevice(c, name)
    if (device) {
      const key = `device\n${device}\n${name}`
      tries.begin(key, now)
      return () => tries.succeeded(key)
    }
    const address = readerAddress(c)
    const key = `address\n${address}\n${name}`
    tries.begin(key, now)
    byAddress.take(address, now)
    byName.take(name, now)
    return () => {
      tries.succeeded(key)
      // A whole office behind one address signs in at half past eight.
      byAddress.giveBack(address)
      byName.giveBack(name)
    }
  }
}

const noteAtDoor = (c: Context<Env>, tenant: string, userId: string, what: SecurityEventKind) =>
  recordDoorEvent(databaseFor(c.var.deps.pool, tenant), { tenant, userId, what, at: c.var.now })

const isSecure = (c: Context<Env>) => c.var.deps.baseUrl.startsWith('https:')

/** better-auth's answer carries the session cookie; its body, with the token in it, stays here. */
function passCookies(c: Context, reply: Response): void {
  for (const cookie of reply.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** Unknown name, wrong password, closed account: one answer, so that nobody learns who has an account. */
const refusal = (reply: Response) =>
  reply.status >= 500 ? new AnlanError('busy', { retryAfter: 5 }) : new AnlanError('sign-in-refused')
