import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { AnlanError } from '../../domain/wording/errors.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { Env } from '../request/env.ts'
import { readerAddress } from '../request/reader-address.ts'
import { createTokenBuckets } from '../request/token-buckets.ts'
import { valid } from '../request/valid.ts'
import { PASSWORD_MAX, PASSWORD_MIN } from './auth.ts'
import { sessionView } from './session-view.ts'
import { POST_COOKIE, requireSignedIn } from './signed-in.ts'

const credentials = z.strictObject({
  username: z.string().min(1).max(60),
  password: z.string().min(1).max(PASSWORD_MAX),
})
const passwordChange = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_MAX),
  newPassword: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
  /** Always so; named for clients that say it. */
  revokeOtherSessions: z.literal(true).optional(),
})
const postChoice = z.strictObject({ postId: z.string().min(1).max(100) })
const sessionChoice = z.strictObject({ id: z.string().min(1).max(100) })

/** Sign-in, sign-out, password and sessions. Only these doors of better-auth are open. */
export function createSignInRoutes() {
  // A forgotten password takes a few tries; guessing one takes thousands.
  const byName = createTokenBuckets({ burst: 8, refillSeconds: 60 })
  const byAddress = createTokenBuckets({ burst: 40, refillSeconds: 6 })

  return new Hono<Env>()
    .post('/auth/sign-in/username', describe('signIn'), valid('json', credentials), async (c) => {
      const { auth, now } = withClock(c)
      const { username, password } = c.req.valid('json')
      const address = readerAddress(c)
      byAddress.take(address, now)
      byName.take(username.toLowerCase(), now)
      const reply = await auth.api.signInUsername({
        body: { username, password },
        headers: c.req.raw.headers,
        asResponse: true,
      })
      if (!reply.ok) throw refusal(reply)
      byName.forget(username.toLowerCase())
      // A whole office behind one address signs in at half past eight.
      byAddress.giveBack(address)
      passCookies(c, reply)
      return answer(c, 'signIn', { ok: true })
    })
    .post('/auth/sign-out', describe('signOut'), async (c) => {
      const reply = await c.var.deps.auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
      passCookies(c, reply)
      return answer(c, 'signOut', { ok: true })
    })
    .post('/auth/change-password', describe('changePassword'), valid('json', passwordChange), async (c) => {
      const { auth, now } = withClock(c)
      const { userId, username } = await requireSignedIn(c)
      const { currentPassword, newPassword } = c.req.valid('json')
      byName.take(username, now)
      checkNewPassword({ currentPassword, newPassword, username })
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      const reply = await auth.api.changePassword({ body, headers: c.req.raw.headers, asResponse: true })
      if (!reply.ok) throw new AnlanError('request-invalid', { issues: [{ field: 'currentPassword', rule: 'wrong' }] })
      await (await auth.$context).internalAdapter.updateUser(userId, { mustChangePassword: false })
      byName.forget(username)
      passCookies(c, reply)
      return answer(c, 'changePassword', { ok: true })
    })
    .get('/auth/sessions', describe('listSessions'), async (c) => {
      const { userId } = await requireSignedIn(c)
      const { auth } = c.var.deps
      const current = await auth.api.getSession({ headers: c.req.raw.headers })
      const sessions = await (await auth.$context).internalAdapter.listSessions(userId)
      return answer(
        c,
        'listSessions',
        sessions.map(({ id, createdAt, updatedAt, userAgent }) => ({
          id,
          createdAt: createdAt.toISOString(),
          usedAt: updatedAt.toISOString(),
          browser: userAgent ?? '',
          current: id === current?.session.id,
        })),
      )
    })
    .post('/auth/sessions/revoke', describe('revokeSession'), valid('json', sessionChoice), async (c) => {
      const { userId } = await requireSignedIn(c)
      const { internalAdapter } = await c.var.deps.auth.$context
      const own = (await internalAdapter.listSessions(userId)).find(({ id }) => id === c.req.valid('json').id)
      if (!own) throw new AnlanError('not-found')
      await internalAdapter.deleteSession(own.token)
      return answer(c, 'revokeSession', { ok: true })
    })
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

const withClock = (c: Context<Env>) => ({ auth: c.var.deps.auth, now: Date.parse(c.var.now) })
const isSecure = (c: Context<Env>) => c.var.deps.baseUrl.startsWith('https:')

/** better-auth's answer carries the session cookie; its body, with the token in it, stays here. */
function passCookies(c: Context, reply: Response): void {
  for (const cookie of reply.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** Unknown name, wrong password, closed account: one answer, so that nobody learns who has an account. */
const refusal = (reply: Response) =>
  reply.status >= 500 ? new AnlanError('busy', { retryAfter: 5 }) : new AnlanError('sign-in-refused')

function checkNewPassword(passwords: { currentPassword: string; newPassword: string; username: string }): void {
  const { currentPassword, newPassword, username } = passwords
  const same = newPassword === currentPassword || newPassword.toLowerCase().includes(username.toLowerCase())
  if (same) throw new AnlanError('request-invalid', { issues: [{ field: 'newPassword', rule: 'too-easy' }] })
}
