import { Hono } from 'hono'
import { z } from 'zod'
import { present } from '../../domain/present.ts'
import { SERVICE_SCOPE_IDS } from '../../domain/sign-in/service-scopes.ts'
import { addMilliseconds } from '../../domain/time/time.ts'
import { ROLES, type Role } from '../../domain/unit/role.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { getPersonHere } from '../../storage/admin/admin-people.ts'
import { askFactorReset, decideFactorReset, listFactorResets } from '../../storage/sign-in/factor-resets.ts'
import { countFactors, listFactorRules, setFactorRules } from '../../storage/sign-in/factor-rules.ts'
import { unlinkHouse } from '../../storage/sign-in/house-links.ts'
import { addService, endService, listServices } from '../../storage/sign-in/service-accounts.ts'
import { listSessions } from '../../storage/sign-in/sessions.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { endSessions } from '../sign-in/account.ts'
import { adminAct } from './act.ts'
import { houseState } from './house-state.ts'
import { because } from './schemas.ts'

const reason = because.shape.reason
const rule = z.union([
  z.strictObject({ scope: z.literal('office'), subject: z.literal('') }),
  z.strictObject({ scope: z.literal('role'), subject: z.enum(Object.keys(ROLES) as Role[]) }),
  z.strictObject({ scope: z.literal('post'), subject: z.string().min(1).max(100) }),
])
const rules = z.strictObject({ reason, rules: z.array(rule).max(200) })
const decision = z.strictObject({ reason, agree: z.boolean() })

const DAY_MS = 86_400_000
/** A forgotten token ends by itself. */
const MOST_DAYS = 366
const newService = z.strictObject({
  reason,
  name: z.string().trim().min(2).max(40),
  postId: z.string().min(1).max(100),
  scopes: z.array(z.enum(SERVICE_SCOPE_IDS)).min(1).max(SERVICE_SCOPE_IDS.length),
  days: z.number().int().min(1).max(MOST_DAYS),
})

/** How people sign in: who must have a second factor, resets by two persons, and sessions of others. */
export const signInRoutes = new Hono<OfficeEnv>()
  .get('/sign-in', describe('getSignIn'), async (c) => {
    const { db, actor } = c.var
    return answer(c, 'getSignIn', {
      rules: await listFactorRules(db, actor.tenant),
      resets: await listFactorResets(db, actor.tenant),
      people: await countFactors(db, actor.tenant),
      ...present({ house: await houseState(c) }),
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
  .post('/people/:id/unlink-house', describe('unlinkHouse'), valid('json', because), async (c) => {
    const account = await unlinkHouse(c.var.db, adminAct(c, c.req.valid('json').reason), c.req.param('id'))
    if (account) await endSessions(c.var.deps.auth, account)
    return answer(c, 'unlinkHouse', { id: c.req.param('id') })
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
  .get('/service-accounts', describe('listServices'), async (c) =>
    answer(c, 'listServices', await listServices(c.var.db, c.var.actor.tenant)),
  )
  .post('/service-accounts', describe('addService'), valid('json', newService), async (c) => {
    const { reason: why, days, ...wish } = c.req.valid('json')
    const expiresAt = addMilliseconds(c.var.now, days * DAY_MS)
    return answer(c, 'addService', await addService(c.var.db, adminAct(c, why), { ...wish, expiresAt }))
  })
  .post('/service-accounts/:id/end', describe('endService'), valid('json', because), async (c) => {
    await endService(c.var.db, adminAct(c, c.req.valid('json').reason), c.req.param('id'))
    return answer(c, 'endService', { id: c.req.param('id') })
  })
