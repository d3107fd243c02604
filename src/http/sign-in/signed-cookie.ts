import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'

/** SHA-256 in base64. */
const MARK_LENGTH = 44

const keys = new Map<string, KeyObject>()

/** The secret as Node.js keeps it. There is one a server; tests have a few. */
function keyOf(secret: string): KeyObject {
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret, 'utf8'))
  keys.set(secret, key)
  return key
}

/**
 * What a signed cookie says (`value.mark`, as better-auth and Hono sign them), or undefined when the mark is not ours. At once and in
 * this thread: Hono's own way makes the key anew and waits for another thread, a tenth of what a step costs the server.
 */
export function signedValue(cookie: string | undefined, secret: string): string | undefined {
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (!cookie || dot < 1) return undefined
  const [value, sent] = [cookie.slice(0, dot), cookie.slice(dot + 1)]
  if (sent.length !== MARK_LENGTH || !sent.endsWith('=')) return undefined
  const [mark, own] = [Buffer.from(sent, 'base64'), createHmac('sha256', keyOf(secret)).update(value, 'utf8').digest()]
  return mark.length === own.length && timingSafeEqual(mark, own) ? value : undefined
}
