import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Keys, keyedHash } from '../../storage/keys/keys.ts'
import type { Env } from '../request/env.ts'

const COOKIE = 'anlan-device'
/** Browsers keep no cookie longer. */
const SECONDS = 400 * 86_400
/** People who share one computer of an office. */
const MOST_NAMES = 8

/**
 * A browser in which somebody has signed in before keeps a way in of its own while strangers try passwords elsewhere. The cookie holds a
 * random id and, for each name that signed in here, a keyed hash of both; it opens nothing.
 */
export function knownDevice(c: Context<Env>, username: string): string | undefined {
  const [id = '', ...marks] = (getCookie(c, COOKIE) ?? '').split('.')
  const mark = id && markOf(c.var.deps.keys, id, username)
  return mark && marks.some((each) => isSame(each, mark)) ? id : undefined
}

/** Remembers in the browser that this name signed in here. */
export function rememberDevice(c: Context<Env>, username: string): void {
  const [known = '', ...marks] = (getCookie(c, COOKIE) ?? '').split('.')
  const id = /^[0-9a-f-]{36}$/.test(known) ? known : crypto.randomUUID()
  const mark = markOf(c.var.deps.keys, id, username)
  const kept = id === known ? marks.filter((each) => each !== mark) : []
  setCookie(c, COOKIE, [id, mark, ...kept].slice(0, MOST_NAMES + 1).join('.'), {
    path: '/api/auth',
    httpOnly: true,
    sameSite: 'Strict',
    secure: c.var.deps.baseUrl.startsWith('https:'),
    maxAge: SECONDS,
  })
}

const markOf = (keys: Keys, id: string, username: string) =>
  keyedHash(keys, 'device', `${id}\n${username.toLowerCase()}`).slice(0, 32)

const isSame = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
