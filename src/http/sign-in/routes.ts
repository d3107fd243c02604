import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { SecurityEventKind } from '../../domain/views/admin-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { Env } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { findAccount } from './account.ts'
import { PASSWORD_MAX } from './auth.ts'
import { createDoor, PASSWORDS } from './door.ts'
import { enterOrAsk, noteAtDoor } from './enter.ts'
import { createFactorRoutes } from './factors/factor-routes.ts'
import { createPasskeyRoutes } from './factors/passkey-routes.ts'
import { createSecondStepRoutes } from './factors/second-step-routes.ts'
import { goToHouse } from './house/go-to-house.ts'
import { createHouseRoutes } from './house/house-routes.ts'
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
  const door = createDoor(PASSWORDS)
  return new Hono<Env>()
    .post('/auth/sign-in/username', describe('signIn'), valid('json', credentials), async (c) => {
      const { auth } = c.var.deps
      const { username, password } = c.req.valid('json')
      const entered = door(c, username)
      const account = await findAccount(auth, username)
      if (account) c.set('account', account.id)
      const note = (what: SecurityEventKind) =>
        account && noteAtDoor(c, { tenant: account.tenant, userId: account.id }, what)
      const reply = await auth.api.signInUsername({
        body: { username, password },
        headers: c.req.raw.headers,
        asResponse: true,
      })
      if (!reply.ok || !account) {
        if (reply.status < 500) await note('signInRefused')
        throw refusal(reply)
      }
      const { internalAdapter } = await auth.$context
      // The session that better-auth began is thrown away: ours begins when all that is asked was shown.
      await internalAdapter.deleteSession(((await reply.json()) as { token: string }).token)
      if (account.mustChangePassword && account.oneTimeUntil && account.oneTimeUntil.toISOString() <= c.var.now) {
        await internalAdapter.deleteUserSessions(account.id)
        await note('signInRefused')
        throw new AnlanError('sign-in-refused', { rule: 'one-time-over' })
      }
      entered()
      const entering = { userId: account.id, username, tenant: account.tenant }
      return answer(c, 'signIn', await enterOrAsk(c, entering))
    })
    .post('/auth/sign-out', describe('signOut'), async (c) => {
      const { auth } = c.var.deps
      const before = await auth.api.getSession({ headers: c.req.raw.headers })
      const goTo = before && (await goToHouse(c, before.user.tenant, before.session.id))
      const reply = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
      if (before) await noteAtDoor(c, { tenant: before.user.tenant, userId: before.user.id }, 'signedOut')
      passCookies(c, reply)
      return answer(c, 'signOut', { ok: true, ...(goTo ? { goTo } : {}) })
    })
    .route('/', createPasswordRoutes())
    .route('/', sessionRoutes)
    .route('/', createSecondStepRoutes())
    .route('/', createFactorRoutes())
    .route('/', createPasskeyRoutes())
    .route('/', createHouseRoutes())
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

const isSecure = (c: Context<Env>) => c.var.deps.baseUrl.startsWith('https:')

/** better-auth's answer carries the session cookie; its body, with the token in it, stays here. */
function passCookies(c: Context, reply: Response): void {
  for (const cookie of reply.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** Unknown name, wrong password, closed account: one answer, so that nobody learns who has an account. */
const refusal = (reply: Response) =>
  reply.status >= 500 ? new AnlanError('busy', { retryAfter: 5 }) : new AnlanError('sign-in-refused')
