import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { databaseFor } from '../../storage/connection/connect.ts'
import { getTenant } from '../../storage/tenants/office-settings.ts'
import type { Env } from '../request/env.ts'
import { LOCALE_COOKIE } from '../request/locale.ts'
import type { Reader } from './pages/page.ts'

const SIZE_COOKIE = 'anlan-size'
const YEAR_SECONDS = 365 * 86_400

/** Language, type size and place of a reader. What was chosen in the address is remembered in a cookie of ours. */
export async function readerOf(c: Context<Env>, path: string): Promise<Reader> {
  const { deps, locale } = c.var
  const size = c.req.query('size') ?? getCookie(c, SIZE_COOKIE)
  const secure = deps.baseUrl.startsWith('https:')
  const keep = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', secure } as const
  if (c.req.query('lang')) setCookie(c, LOCALE_COOKIE, locale, keep)
  if (c.req.query('size')) setCookie(c, SIZE_COOKIE, size === 'large' ? 'large' : 'normal', keep)
  const { name, contact, confirmed, emblem } = await getTenant(
    databaseFor(deps.pool, deps.publicTenant),
    deps.publicTenant,
  )
  return {
    locale,
    large: size === 'large',
    path,
    tenantName: name[locale],
    office: { contact, confirmed, ...(emblem ? { emblem } : {}) },
  }
}
