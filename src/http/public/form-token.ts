import { randomBytes, timingSafeEqual } from 'node:crypto'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { type Keys, keyedHash } from '../../storage/keys/keys.ts'

/** A person needs longer than this to fill in the form, in ms; a page left open longer than that is stale. */
const QUICKEST_MS = 2_000
const OLDEST_MS = 4 * 3_600_000

export type FormToken = { readonly nonce: string; readonly state: 'good' | 'too-fast' | 'too-old' | 'not-ours' }

/** A token for one showing of a form: random number, time, and our mark. Instead of a picture puzzle. */
export function newFormToken(keys: Keys, now: Instant): string {
  const body = `${randomBytes(16).toString('base64url')}.${Date.parse(now).toString(36)}`
  return `${body}.${mark(keys, body)}`
}

/** A token for a form that is shown again: whoever mends one error or presses once more has taken the time already. */
export const tokenForMending = (keys: Keys, now: Instant): string =>
  newFormToken(keys, addMilliseconds(now, -QUICKEST_MS))
/** Reads a token that came back. */
export function readFormToken(keys: Keys, token: string, now: Instant): FormToken {
  const [nonce = '', time = '', given = ''] = token.split('.')
  const expected = mark(keys, `${nonce}.${time}`)
  const ours = given.length === expected.length && timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(expected))
  if (!ours) return { nonce: '', state: 'not-ours' }
  const age = Date.parse(now) - Number.parseInt(time, 36)
  return { nonce, state: age < QUICKEST_MS ? 'too-fast' : age > OLDEST_MS ? 'too-old' : 'good' }
}

const mark = (keys: Keys, body: string) => keyedHash(keys, 'public-form', body).slice(0, 32)
