import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { beginErrand, endErrand } from '../../../storage/sign-in/errands.ts'
import { findPasskeyAccount } from '../../../storage/sign-in/passkey-account.ts'
import {
  addPasskey,
  listPasskeys,
  markPasskeyUsed,
  type Passkey,
  removePasskey,
  renamePasskey,
} from '../../../storage/sign-in/passkeys.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { Env } from '../../request/env.ts'
import { valid } from '../../request/valid.ts'
import { createAddressDoor } from '../door.ts'
import { enter, noteAtDoor } from '../enter.ts'
import { createSelfCheck } from './confirm-self.ts'
import { factorAdded, removeFactor, requireOwnPassword, selfCheck } from './factor-routes.ts'
import { errand, newCredential, passkeyName, shownCredential } from './passkey-schemas.ts'

const added = z.strictObject({ errand, name: passkeyName, credential: newCredential })
const shown = z.strictObject({ errand, credential: shownCredential })
const naming = z.strictObject({ name: passkeyName })

const SECONDS = 300
type Made = { readonly userId: string; readonly challenge: string }

/** Which house a key is for: the address that people type. It is bound to it by the browser, so a copied page gets no answer. */
const houseOf = (c: Context<Env>) => {
  const house = new URL(c.var.deps.baseUrl)
  // Keys are bound to names; on one's own machine the number has one.
  if (house.hostname === '127.0.0.1') house.hostname = 'localhost'
  return { expectedOrigin: house.origin, expectedRPID: house.hostname }
}
const asKey = ({ id, transports }: Passkey) => ({ id, transports: transports as ('usb' | 'internal')[] })

/** Passkeys: registered, named, removed, and used to sign in without a name and a password. The device asks for finger, face or PIN. */
export function createPasskeyRoutes() {
  const check = createSelfCheck()
  const door = createAddressDoor()
  return new Hono<Env>()
    .post('/auth/passkeys/new', describe('startPasskey'), valid('json', selfCheck), async (c) => {
      const signedIn = await requireOwnPassword(c)
      await check(c, signedIn, c.req.valid('json').password)
      const { pool } = c.var.deps
      const { userId, username, tenant, person } = signedIn
      const options = await generateRegistrationOptions({
        rpName: 'Anlan',
        rpID: houseOf(c).expectedRPID,
        userName: username,
        userDisplayName: person.name,
        userID: Uint8Array.from(Buffer.from(userId)),
        attestationType: 'none',
        excludeCredentials: (await listPasskeys(databaseFor(pool, tenant), userId)).map(asKey),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const made: Made = { userId, challenge: options.challenge }
      return answer(c, 'startPasskey', {
        errand: await beginErrand(pool, 'passkey-new', made, SECONDS),
        options: JSON.stringify(options),
      })
    })
    .post('/auth/passkeys', describe('addPasskey'), valid('json', added), async (c) => {
      const signedIn = await requireOwnPassword(c)
      const { pool } = c.var.deps
      const given = c.req.valid('json')
      const made = await endErrand<Made>(pool, 'passkey-new', given.errand)
      if (made?.userId !== signedIn.userId) throw new AnlanError('not-found')
      const found = await verifyRegistrationResponse({
        response: given.credential as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: made.challenge,
        ...houseOf(c),
        requireUserVerification: true,
      }).catch(() => undefined)
      if (!found?.verified) throw new AnlanError('request-invalid', { issues: [{ field: 'passkey', rule: 'wrong' }] })
      const { id, publicKey, counter, transports = [] } = found.registrationInfo.credential
      const key = { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
      const kept = { ...key, userId: signedIn.userId, name: given.name }
      if (!(await addPasskey(databaseFor(pool, signedIn.tenant), kept)))
        throw new AnlanError('request-invalid', { issues: [{ field: 'passkey', rule: 'taken' }] })
      return answer(c, 'addPasskey', { codes: await factorAdded(c, signedIn, 'passkey') })
    })
    .patch('/auth/passkeys/:id', describe('renamePasskey'), valid('json', naming), async (c) => {
      const { tenant, userId } = await requireOwnPassword(c)
      const { name } = c.req.valid('json')
      if (!(await renamePasskey(databaseFor(c.var.deps.pool, tenant), userId, c.req.param('id'), name)))
        throw new AnlanError('not-found')
      return answer(c, 'renamePasskey', { ok: true })
    })
    .post('/auth/passkeys/:id/remove', describe('removePasskey'), valid('json', selfCheck), async (c) => {
      const signedIn = await requireOwnPassword(c)
      await check(c, signedIn, c.req.valid('json').password)
      const [db, id] = [databaseFor(c.var.deps.pool, signedIn.tenant), c.req.param('id')]
      if (!(await listPasskeys(db, signedIn.userId)).some((key) => key.id === id)) throw new AnlanError('not-found')
      await removeFactor(c, signedIn, 'passkey', () => removePasskey(db, signedIn.userId, id))
      return answer(c, 'removePasskey', { ok: true })
    })
    .post('/auth/passkeys/ask', describe('askPasskey'), async (c) => {
      door(c)
      const options = await generateAuthenticationOptions({
        rpID: houseOf(c).expectedRPID,
        userVerification: 'required',
      })
      const errandToken = await beginErrand(c.var.deps.pool, 'passkey-in', { challenge: options.challenge }, SECONDS)
      return answer(c, 'askPasskey', { errand: errandToken, options: JSON.stringify(options) })
    })
    .post('/auth/passkeys/sign-in', describe('signInByPasskey'), valid('json', shown), async (c) => {
      door(c)
      const { pool } = c.var.deps
      const given = c.req.valid('json')
      const asked = await endErrand<{ challenge: string }>(pool, 'passkey-in', given.errand)
      if (!asked) throw new AnlanError('sign-in-refused', { rule: 'second-step-over' })
      const found = await findPasskeyAccount(pool, given.credential.id)
      if (!found) throw new AnlanError('sign-in-refused', { rule: 'wrong-passkey' })
      const { key, ...entering } = found
      const shownKey = await verifyAuthenticationResponse({
        response: given.credential as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
        expectedChallenge: asked.challenge,
        ...houseOf(c),
        credential: { ...asKey(key), publicKey: Buffer.from(key.publicKey, 'base64url'), counter: key.counter },
        requireUserVerification: true,
      }).catch(() => undefined)
      if (!shownKey?.verified) {
        await noteAtDoor(c, entering, 'factorRefused')
        throw new AnlanError('sign-in-refused', { rule: 'wrong-passkey' })
      }
      await markPasskeyUsed(databaseFor(pool, entering.tenant), key.id, shownKey.authenticationInfo.newCounter)
      await enter(c, entering, 'passkey')
      return answer(c, 'signInByPasskey', { ok: true })
    })
}
