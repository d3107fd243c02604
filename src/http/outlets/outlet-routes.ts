import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { OutletKind } from '../../domain/notice/outlet.ts'
import { present } from '../../domain/present.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { retryOutlet } from '../../storage/notices/dead-deliveries.ts'
import { whoAnswersFor } from '../../storage/notices/office-notices.ts'
import { addressFault } from '../../storage/outlets/address-fault.ts'
import {
  addOutlet,
  changeOutlet,
  pauseOutlet,
  removeOutlet,
  renewSecret,
} from '../../storage/outlets/change-outlets.ts'
import { listOutlets, openOutlet } from '../../storage/outlets/list-outlets.ts'
import { newId } from '../../storage/write/ids.ts'
import { adminAct } from '../admin/act.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { tokenBucketsOf } from '../request/token-buckets.ts'
import { valid } from '../request/valid.ts'
import { newOutlet, newSecret, outletChange, pausing, why } from './outlet-schemas.ts'

/** Tests go to somebody else's machine: so many at once, and one more every ten seconds. */
const testsOf = tokenBucketsOf({ burst: 6, refillSeconds: 10 })

/** Where the notices of a unit go besides its inbox. A secret is in one answer only, an address in none. */
export const outletRoutes = new Hono<OfficeEnv>()
  .get('/outlets', describe('listOutlets'), async (c) => {
    const { db, deps, actor, now } = c.var
    return answer(c, 'listOutlets', await listOutlets(db, deps.keys, actor.tenant, now))
  })
  .post('/outlets', describe('addOutlet'), valid('json', newOutlet), async (c) => {
    const { db, deps, actor } = c.var
    const { reason, quietFrom, quietUntil, secret: given, ...rest } = c.req.valid('json')
    mustLead(c, rest.kind, rest.url)
    const id = `o${randomBytes(5).toString('hex')}`
    const secret = rest.kind === 'webhook' ? newWebhookSecret() : given
    const outlet = { ...rest, id, ...present({ quietFrom, quietUntil, secret }) }
    const { directory } = await deps.rulebooks.of(actor.tenant)
    await addOutlet(db, deps.keys, adminAct(c, reason), outlet, whoAnswersFor(rest.unitId, directory))
    return answer(c, 'addOutlet', { id, ...(rest.kind === 'webhook' && secret ? { secret } : {}) })
  })
  .patch('/outlets/:id', describe('changeOutlet'), valid('json', outletChange), async (c) => {
    const id = c.req.param('id')
    const { reason, quietFrom, quietUntil, url, ...wish } = c.req.valid('json')
    if (url) mustLead(c, (await outletHere(c, id)).kind, url)
    await changeOutlet(c.var.db, c.var.deps.keys, adminAct(c, reason), id, {
      ...wish,
      ...present({ quietFrom, quietUntil, url }),
    })
    return answer(c, 'changeOutlet', { id })
  })
  .post('/outlets/:id/secret', describe('renewOutletSecret'), valid('json', newSecret), async (c) => {
    const id = c.req.param('id')
    const { reason, secret: given } = c.req.valid('json')
    const { kind } = await outletHere(c, id)
    const secret = kind === 'webhook' ? newWebhookSecret() : given
    if (!secret) throw new AnlanError('request-invalid', { issues: [{ field: 'secret', rule: 'required' }] })
    await renewSecret(c.var.db, c.var.deps.keys, adminAct(c, reason), id, secret)
    return answer(c, 'renewOutletSecret', { id, ...(kind === 'webhook' ? { secret } : {}) })
  })
  .post('/outlets/:id/pause', describe('pauseOutlet'), valid('json', pausing), async (c) => {
    const id = c.req.param('id')
    const { reason, paused } = c.req.valid('json')
    await pauseOutlet(c.var.db, adminAct(c, reason), id, paused)
    return answer(c, 'pauseOutlet', { id })
  })
  .post('/outlets/:id/remove', describe('removeOutlet'), valid('json', why), async (c) => {
    const id = c.req.param('id')
    await removeOutlet(c.var.db, adminAct(c, c.req.valid('json').reason), id)
    return answer(c, 'removeOutlet', { id })
  })
  .post('/outlets/:id/retry', describe('retryOutlet'), valid('json', why), async (c) => {
    const id = c.req.param('id')
    await retryOutlet(c.var.db, adminAct(c, c.req.valid('json').reason), id)
    return answer(c, 'retryOutlet', { id })
  })
  .post('/outlets/:id/test', describe('testOutlet'), async (c) => {
    const { deps, actor, now } = c.var
    const id = c.req.param('id')
    const address = await outletHere(c, id)
    testsOf(deps).take(`${actor.tenant} ${actor.personId}`, Date.parse(now))
    const { state, said } = await deps.postOutlet(address, { id: newId(Date.parse(now)), at: now, lines: [] })
    return answer(c, 'testOutlet', { taken: state === 'taken', said })
  })

/** As Standard Webhooks wants it: 24 to 64 random bytes. */
const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`

const outletHere = (c: Context<OfficeEnv>, id: string) =>
  openOutlet(c.var.db, c.var.deps.keys, { tenant: c.var.actor.tenant, id }, c.var.now)

/** @throws AnlanError request-invalid for an address that is none, or not one of such a robot */
function mustLead(c: Context<OfficeEnv>, kind: OutletKind, url: string): void {
  const fault = addressFault(kind, url, c.var.deps.httpOutlets)
  if (fault) throw new AnlanError('request-invalid', { issues: [fault] })
}
