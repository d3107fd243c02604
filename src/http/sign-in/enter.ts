import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie, setSignedCookie } from 'hono/cookie'
import type { Entered } from '../../domain/sign-in/sign-in-views.ts'
import type { SecurityEventKind } from '../../domain/views/admin-views.ts'
import { recordDoorEvent } from '../../storage/admin/security-events.ts'
import { databaseFor } from '../../storage/connection/connect.ts'
import { beginErrand, endErrand, seeErrand } from '../../storage/sign-in/errands.ts'
import { factorsOf, hasFactor } from '../../storage/sign-in/factors.ts'
import { type SessionFactor, setSessionFactor } from '../../storage/sign-in/sessions.ts'
import type { Env } from '../request/env.ts'
import { rememberDevice } from './known-device.ts'

/** Whose account it is. */
export type Entering = { readonly userId: string; readonly username: string; readonly tenant: string }

/** Somebody whose password was right and who has not shown the second factor yet. */
export type HalfWay = Entering & { readonly house?: HouseSession }
/** What the house (OIDC) said of its own session. */
export type HouseSession = { readonly subject: string; readonly sid?: string; readonly idToken: string }

const COOKIE = 'anlan-second'
const SECONDS = 300

const isSecure = (c: Context<Env>) => c.var.deps.baseUrl.startsWith('https:')

/** Writes down what the holder of an account did at the door. */
export const noteAtDoor = (c: Context<Env>, { tenant, userId }: Omit<Entering, 'username'>, what: SecurityEventKind) =>
  recordDoorEvent(databaseFor(c.var.deps.pool, tenant), { tenant, userId, what, at: c.var.now })

/** In, or on to the second factor where the account has one. */
export async function enterOrAsk(c: Context<Env>, entering: HalfWay, known?: SessionFactor): Promise<Entered> {
  const factors = await factorsOf(databaseFor(c.var.deps.pool, entering.tenant), entering.userId)
  if (known || !hasFactor(factors)) {
    await enter(c, entering, known)
    return { ok: true }
  }
  const token = await beginErrand(c.var.deps.pool, 'second-step', entering, SECONDS)
  setCookie(c, COOKIE, token, {
    path: '/api/auth',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(c),
    maxAge: SECONDS,
  })
  return { ok: true, second: { totp: factors.totp, passkey: factors.passkeys > 0 } }
}

/** Who is half way in this browser. */
export const halfWay = async (c: Context<Env>): Promise<HalfWay | undefined> => {
  const token = getCookie(c, COOKIE)
  return token ? seeErrand<HalfWay>(c.var.deps.pool, 'second-step', token) : undefined
}

/** Begins the session; whoever signs in again in the same browser has left the session before. */
export async function enter(c: Context<Env>, entering: HalfWay, factor?: SessionFactor): Promise<void> {
  const { auth, pool } = c.var.deps
  const { userId, username, tenant, house } = entering
  const { internalAdapter, secret, authCookies } = await auth.$context
  const before = await auth.api.getSession({ headers: c.req.raw.headers })
  if (before) await internalAdapter.deleteSession(before.session.token)
  const userAgent = (c.req.header('user-agent') ?? '').slice(0, 400)
  const session = await internalAdapter.createSession(userId, false, { userAgent })
  const db = databaseFor(pool, tenant)
  if (factor) await setSessionFactor(db, session.id, factor)
  if (house)
    await db
      .insertInto('auth.oidc_sessions')
      .values({
        session_id: session.id,
        tenant,
        subject: house.subject,
        sid: house.sid ?? null,
        id_token: house.idToken,
      })
      .execute()
  await setSignedCookie(c, authCookies.sessionToken.name, session.token, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: Math.floor((session.expiresAt.getTime() - Date.now()) / 1000),
  })
  const token = getCookie(c, COOKIE)
  if (token) await endErrand(pool, 'second-step', token)
  deleteCookie(c, COOKIE, { path: '/api/auth', secure: isSecure(c) })
  rememberDevice(c, username)
  c.set('account', userId)
  await noteAtDoor(c, entering, 'signedIn')
}
