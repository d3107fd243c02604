import { type Context, Hono } from 'hono'
import QRCode from 'qrcode'
import { z } from 'zod'
import { present } from '../../../domain/present.ts'
import type { OwnFactors } from '../../../domain/sign-in/sign-in-views.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { beginErrand, endErrand, seeErrand } from '../../../storage/sign-in/errands.ts'
import { isFactorDemanded } from '../../../storage/sign-in/factor-rules.ts'
import { dropFactors, factorsOf, hasFactor } from '../../../storage/sign-in/factors.ts'
import { isLinked } from '../../../storage/sign-in/house-links.ts'
import { listPasskeys } from '../../../storage/sign-in/passkeys.ts'
import { countRecoveryCodes, renewRecoveryCodes } from '../../../storage/sign-in/recovery-codes.ts'
import { endOtherSessions, setSessionFactor } from '../../../storage/sign-in/sessions.ts'
import { dropTotpSecret, findTotpSecret, keepTotpSecret } from '../../../storage/sign-in/totp-secrets.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { Env, SignedIn } from '../../request/env.ts'
import { valid } from '../../request/valid.ts'
import { createAttempts } from '../attempts.ts'
import { PASSWORD_MAX } from '../auth.ts'
import { noteAtDoor } from '../enter.ts'
import { requireSignedIn } from '../signed-in.ts'
import { createSelfCheck, isFresh } from './confirm-self.ts'
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts'

export const selfCheck = z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX).optional() })
const errand = z
  .string()
  .max(60)
  .regex(/^[\w-]+$/)
const confirmation = z.strictObject({ errand, code: z.string().regex(/^\d{6}$/) })
const SETTING_UP_SECONDS = 900

type Setting = { readonly userId: string; readonly secret: string }

/** One's own second factors: what there is, the authenticator, and codes for the day it is lost. */
export function createFactorRoutes() {
  const check = createSelfCheck()
  const tries = createAttempts()
  return new Hono<Env>()
    .get('/auth/factors', describe('getFactors'), async (c) =>
      answer(c, 'getFactors', await ownFactors(c, await requireSignedIn(c))),
    )
    .post('/auth/totp', describe('startTotp'), valid('json', selfCheck), async (c) => {
      const signedIn = await requireOwnPassword(c)
      await check(c, signedIn, c.req.valid('json').password)
      const secret = newTotpSecret()
      const setting: Setting = { userId: signedIn.userId, secret }
      const uri = totpUri(secret, signedIn.username)
      return answer(c, 'startTotp', {
        errand: await beginErrand(c.var.deps.pool, 'totp', setting, SETTING_UP_SECONDS),
        secret,
        uri,
        qr: await QRCode.toString(uri, { type: 'svg', margin: 1 }),
      })
    })
    .post('/auth/totp/confirm', describe('confirmTotp'), valid('json', confirmation), async (c) => {
      const signedIn = await requireOwnPassword(c)
      const given = c.req.valid('json')
      const { pool, keys } = c.var.deps
      tries.begin(signedIn.sessionId, Date.parse(c.var.now))
      const setting = await seeErrand<Setting>(pool, 'totp', given.errand)
      if (setting?.userId !== signedIn.userId) throw new AnlanError('not-found')
      const step = stepOfCode(setting.secret, given.code, Date.parse(c.var.now))
      if (step === undefined)
        throw new AnlanError('request-invalid', { issues: [{ field: 'totpCode', rule: 'wrong' }] })
      tries.succeeded(signedIn.sessionId)
      await endErrand(pool, 'totp', given.errand)
      await keepTotpSecret(databaseFor(pool, signedIn.tenant), keys, signedIn.userId, setting.secret, step)
      return answer(c, 'confirmTotp', { codes: await factorAdded(c, signedIn, 'totp') })
    })
    .post('/auth/totp/remove', describe('removeTotp'), valid('json', selfCheck), async (c) => {
      const signedIn = await requireOwnPassword(c)
      await check(c, signedIn, c.req.valid('json').password)
      await removeFactor(c, signedIn, 'totp', (db) => dropTotpSecret(db, signedIn.userId))
      return answer(c, 'removeTotp', { ok: true })
    })
    .post('/auth/recovery-codes', describe('renewRecoveryCodes'), valid('json', selfCheck), async (c) => {
      const signedIn = await requireOwnPassword(c)
      await check(c, signedIn, c.req.valid('json').password)
      const db = databaseFor(c.var.deps.pool, signedIn.tenant)
      if (!hasFactor(await factorsOf(db, signedIn.userId))) throw new AnlanError('not-found')
      return answer(c, 'renewRecoveryCodes', { codes: await renewRecoveryCodes(db, signedIn.userId) })
    })
}

/** A one-time password opens nothing but the change of it: whoever gave it knows it too. */
export async function requireOwnPassword(c: Context): Promise<SignedIn> {
  const signedIn = await requireSignedIn(c)
  if (signedIn.mustChangePassword) throw new AnlanError('password-change-required')
  return signedIn
}

async function ownFactors(c: Context<Env>, signedIn: SignedIn): Promise<OwnFactors> {
  const { pool, keys } = c.var.deps
  const { tenant, userId } = signedIn
  const db = databaseFor(pool, tenant)
  const totp = await findTotpSecret(db, keys, userId)
  const house = c.var.deps.houses?.get(tenant)
  return {
    ...present({ totpSince: totp?.since }),
    recoveryLeft: await countRecoveryCodes(db, userId),
    passkeys: (await listPasskeys(db, userId)).map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      ...present({ lastUsedAt }),
    })),
    demanded: await isFactorDemanded(db, tenant, userId),
    fresh: isFresh(signedIn),
    ...present({ house: house && { name: house.name, linked: await isLinked(db, tenant, userId) } }),
  }
}

/** A factor was added: it counts for this session, all others end. @returns recovery codes where there were none before */
export async function factorAdded(c: Context<Env>, signedIn: SignedIn, factor: 'totp' | 'passkey'): Promise<string[]> {
  const { tenant, userId, sessionId } = signedIn
  const db = databaseFor(c.var.deps.pool, tenant)
  await setSessionFactor(db, sessionId, factor)
  await endOtherSessions(db, userId, sessionId)
  await noteAtDoor(c, signedIn, 'factorAdded')
  return (await countRecoveryCodes(db, userId)) > 0 ? [] : renewRecoveryCodes(db, userId)
}

/** Takes one factor away, but not the last where the office demands one. */
export async function removeFactor(
  c: Context<Env>,
  signedIn: SignedIn,
  which: 'totp' | 'passkey',
  remove: (db: ReturnType<typeof databaseFor>) => Promise<unknown>,
): Promise<void> {
  const { tenant, userId } = signedIn
  const db = databaseFor(c.var.deps.pool, tenant)
  const { totp, passkeys } = await factorsOf(db, userId)
  const stays = which === 'totp' ? passkeys > 0 : totp || passkeys > 1
  if (!stays && (await isFactorDemanded(db, tenant, userId)))
    throw new AnlanError('not-allowed', { rule: 'factor-demanded' })
  await remove(db)
  if (!stays) await dropFactors(db, userId)
  await noteAtDoor(c, signedIn, 'factorRemoved')
}
