import type { Instant } from '../../../domain/time/time.ts'
import { addMilliseconds } from '../../../domain/time/time.ts'
import { type Keys, keyedHash } from '../../../storage/keys/keys.ts'
import { reportCode } from '../code.ts'

/** A receipt can be looked at and printed for so long. */
export const RECEIPT_SECONDS = 15 * 60

/** The code that belongs to one showing of a form, or to one registration at the window: it follows from a random number. */
export const codeOfNonce = (keys: Keys, nonce: string): string =>
  reportCode(keyedHash(keys, 'report-code-of-form', nonce))

const mark = (keys: Keys, body: string) => keyedHash(keys, 'receipt-ticket', body).slice(0, 32)

/** The random number with the end of its use, under our mark: shows the receipt without a cookie. */
export function receiptTicket(keys: Keys, nonce: string, now: Instant): string {
  const body = `${nonce}.${Date.parse(addMilliseconds(now, RECEIPT_SECONDS * 1000)).toString(36)}`
  return `${body}.${mark(keys, body)}`
}

/** The code of the receipt under a ticket; undefined when it is not ours or its time is over. */
export function codeUnderTicket(keys: Keys, ticket: string, now: Instant): string | undefined {
  const [nonce = '', end = '', given = ''] = ticket.split('.')
  const isGood = mark(keys, `${nonce}.${end}`) === given && Number.parseInt(end, 36) >= Date.parse(now)
  return isGood ? codeOfNonce(keys, nonce) : undefined
}
