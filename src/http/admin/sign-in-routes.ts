import { Hono } from 'hono'
import { z } from 'zod'
import { ROLES, type Role } from '../../domain/unit/role.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { getPersonHere } from '../../storage/admin/admin-people.ts'
import { askFactorReset, decideFactorReset, listFactorResets } from '../../storage/sign-in/factor-resets.ts'
import { countFactors, listFactorRules, setFactorRules } from '../../storage/sign-in/factor-rules.ts'
import { listSessions } from '../../storage/sign-in/sessions.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { endSessions } from '../sign-in/account.ts'
import { adminAct } from './act.ts'
import { because } from './schemas.ts'

const reason = because.shape.reason
const rule = z.union([
  z.strictObject({ scope: z.literal('office'), subject: z.literal('') }),
  z.strictObject({ scope: z.literal('role'), subject: z.enum(Object.keys(ROLES) as Role[]) }),
  z.strictObject({ scope: z.literal('post'), subject: z.string().min(1).max(100) }),
])
const rules = z.strictObject({ reason, rules: z.array(rule).max(200) })
const decision = z.strictObject({ reason, agree: z.boolean() })

/** How people sign in: who must have a second factor, resets by two persons, and sessions of others. */
export const signInRoutes = new Hono<OfficeEnv>()
  .get('/sign-in', describe('getSignIn'), async (c) => {
    const { db, actor } = c.var
    return answer(c, 'getSignIn', {
      rules: await listFactorRules(db, actor.tenant),
      resets: await listFactorResets(db, actor.tenant),
      people: await countFactors(db, actor.tenant),
    })
  })
  .put('/factor-rules', describe('setFactorRules'), valid('json', rules), async (c) => {
    const { reason: why, rules: wanted } = c.req.valid('json')
    await setFactorRules(c.var.db, adminAct(c, why), wanted)
    return answer(c, 'setFactorRules', { ok: true })
  })
  .post('/people/:id/reset-factor', describe('askFactorReset'), valid('json', because), async (c) => {
    await askFactorReset(c.var.db, adminAct(c, c.req.valid('json').reason), c.req.param('id'))
    return answer(c, 'askFactorReset', { id: c.req.param('id') })
  })
  .post('/factor-resets/:id/decide', describe('decideFactorReset'), valid('json', decision), async (c) => {
    const id = c.req.param('id')
    if (!z.uuid().safeParse(id).success) throw new AnlanError('not-found', { reset: id })
    const { reason: why, agree } = c.req.valid('json')
    const account = await decideFactorReset(c.var.db, adminAct(c, why), { id, agree })
    if (account) await endSessions(c.var.deps.auth, account)
    return answer(c, 'decideFactorReset', { id })
  })
  .get('/people/:id/sessions', describe('listPersonSessions'), async (c) => {
    const { id, userId } = await getPersonHere(c.var.db, c.var.actor.tenant, c.req.param('id'))
    if (!userId) throw new AnlanError('not-found', { person: id, rule: 'no-account' })
    return answer(c, 'listPersonSessions', await listSessions(c.var.db, userId))
  })
