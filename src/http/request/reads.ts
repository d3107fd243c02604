import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Kysely } from 'kysely'
import { isPosition } from '../../storage/replica/position.ts'
import type { Tables } from '../../storage/schema/tables.ts'
import type { Env, OfficeEnv } from './env.ts'

/** How far the primary had written after this browser's last change. */
const SEEN_COOKIE = 'anlan-seen'
/** A copy that is so far behind is not used anyway. */
const SEEN_SECONDS = 60

/**
 * The database for a read that may be a moment old and that no command follows: a copy where there is one that has everything this
 * browser wrote, else the primary. A program without cookies reads the primary.
 */
export async function readsOf(c: Context<OfficeEnv>): Promise<Kysely<Tables>> {
  const { db, actor, deps } = c.var
  if (!deps.replica || c.req.method !== 'GET' || c.req.header('authorization')) return db
  const seen = getCookie(c, SEEN_COOKIE)
  return deps.replica.readsOf(actor.tenant, seen && isPosition(seen) ? seen : undefined)
}

/** Remembers in the browser how far the primary was when its change was answered, so that any server process shows it the change. */
export const rememberWrites: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { replica, baseUrl } = c.var.deps
  if (!replica || !c.var.account || ['GET', 'HEAD'].includes(c.req.method)) return
  const position = await replica.position().catch(() => undefined)
  if (!position) return
  const secure = baseUrl.startsWith('https:')
  setCookie(c, SEEN_COOKIE, position, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: SEEN_SECONDS })
}
