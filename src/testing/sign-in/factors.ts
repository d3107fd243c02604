import { Secret, TOTP } from 'otpauth'
import type { NewTotp, RecoveryCodes } from '../../domain/sign-in/sign-in-views.ts'
import { bodyOf, cookiesOf, json, type Send, TEST_ORIGIN, TEST_PASSWORD, type TestOffice } from '../office.ts'
import { type SoftPasskey, softPasskey } from './soft-passkey.ts'

/** The code that an authenticator shows at an instant. */
export const codeAt = (secret: string, at: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at) })

/** Sets an authenticator up in a session, and answers with its secret and the recovery codes. */
export async function setUpTotp(office: TestOffice, send: Send): Promise<{ secret: string; codes: readonly string[] }> {
  const { errand, secret } = await bodyOf<NewTotp>(await send('/api/auth/totp', json({})))
  const confirmed = await send('/api/auth/totp/confirm', json({ errand, code: codeAt(secret, office.deps.now()) }))
  return { secret, codes: (await bodyOf<RecoveryCodes>(confirmed)).codes }
}

/** Registers a passkey in a session. */
export async function setUpPasskey(send: Send, name = '办公室电脑'): Promise<SoftPasskey> {
  const device = softPasskey(TEST_ORIGIN)
  const asked = await deviceAsked(await send('/api/auth/passkeys/new', json({})))
  const credential = device.make(asked.options)
  const answer = await send('/api/auth/passkeys', json({ errand: asked.errand, name, credential }))
  if (!answer.ok) throw new Error(await answer.text())
  return device
}
/** What a device is asked. */
export async function deviceAsked(answer: Response): Promise<{ errand: string; options: { challenge: string } }> {
  const { errand, options } = await bodyOf<{ errand: string; options: string }>(answer)
  return { errand, options: JSON.parse(options) }
}

/** Name and password, from an address. */
export const enterAs = (office: TestOffice, username: string, from = '198.51.100.1', cookie = '') =>
  office.ask(
    '/api/auth/sign-in/username',
    json({ username, password: TEST_PASSWORD }, { 'x-forwarded-for': from, cookie }),
  )

/** The second step after it. */
export const secondStep = (office: TestOffice, first: Response, code: string, from = '198.51.100.1', more = '') =>
  office.ask(
    '/api/auth/second-step',
    json({ code }, { 'x-forwarded-for': from, cookie: [cookiesOf(first), more].filter(Boolean).join('; ') }),
  )

/** A session's cookies as a way of asking. */
export const sendWith =
  (office: TestOffice, cookie: string): Send =>
  (path, init) =>
    office.ask(path, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie } })

/** Time goes on. */
export const later = (office: TestOffice, seconds: number): void =>
  office.county.setNow(new Date(Date.parse(office.deps.now()) + seconds * 1000).toISOString())
