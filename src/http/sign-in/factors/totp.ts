import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
/** A clock half a minute off is a clock; two codes back are somebody else's. */
const WINDOW = 1

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, half a minute. Many know nothing else and don't say so. */
const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Anlan', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD })

/** 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says to an authenticator. */
export const totpUri = (secret: string, username: string): string => totpOf(secret, username).toString()

/** Which step a code belongs to, as counted from 1970; undefined when it belongs to none around now. */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta
}
