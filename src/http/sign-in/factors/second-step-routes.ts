import { Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { takeRecoveryCode } from '../../../storage/sign-in/recovery-codes.ts'
import { findTotpSecret, takeTotpStep } from '../../../storage/sign-in/totp-secrets.ts'
import { answer } from '../../description/answers.ts'
import { describe } from '../../description/describe.ts'
import type { Env } from '../../request/env.ts'
import { valid } from '../../request/valid.ts'
import { CODES, createDoor } from '../door.ts'
import { enter, halfWay, noteAtDoor } from '../enter.ts'
import { stepOfCode } from './totp.ts'

/** Six digits of an authenticator, or a recovery code as it was printed. */
const secondStep = z.strictObject({
  code: z
    .string()
    .max(40)
    .regex(/^[0-9A-Za-z\s-]+$/),
})

const isTotp = (code: string) => /^\d{6}$/.test(code)

/** After the password: a code of the authenticator, or one of those that were printed. */
export function createSecondStepRoutes() {
  const door = createDoor(CODES)
  return new Hono<Env>().post('/auth/second-step', describe('secondStep'), valid('json', secondStep), async (c) => {
    const half = await halfWay(c)
    if (!half) throw new AnlanError('sign-in-refused', { rule: 'second-step-over' })
    const { userId, username, tenant } = half
    c.set('account', userId)
    const right = door(c, username)
    const code = c.req.valid('json').code.replace(/[\s-]/g, '')
    const { pool, keys } = c.var.deps
    const db = databaseFor(pool, tenant)
    const kept = isTotp(code) ? await findTotpSecret(db, keys, userId) : undefined
    const step = kept && stepOfCode(kept.secret, code, Date.parse(c.var.now))
    const isRight = isTotp(code)
      ? step !== undefined && (await takeTotpStep(db, userId, step))
      : await takeRecoveryCode(db, userId, code)
    if (!isRight) {
      await noteAtDoor(c, half, 'factorRefused')
      throw new AnlanError('sign-in-refused', { rule: 'wrong-code' })
    }
    right()
    if (!isTotp(code)) await noteAtDoor(c, half, 'recoveryUsed')
    await enter(c, half, isTotp(code) ? 'totp' : 'recovery')
    return answer(c, 'secondStep', { ok: true })
  })
}
