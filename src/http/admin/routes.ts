import { Hono } from 'hono'
import { z } from 'zod'
import { AnlanError } from '../../domain/wording/errors.ts'
import { listAdminChanges } from '../../storage/admin/admin-changes.ts'
import { listImportBatches, listRejectedRows } from '../../storage/admin/admin-imports.ts'
import { listFailingJobs, retryJob } from '../../storage/admin/admin-jobs.ts'
import { listSecurityEvents } from '../../storage/admin/security-events.ts'
import { listDeadDeliveries, retryDelivery } from '../../storage/notices/dead-deliveries.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { outletRoutes } from '../outlets/outlet-routes.ts'
import { templateRoutes } from '../papers/template-routes.ts'
import { personalDutyRoutes } from '../personal/duty-routes.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { clientKeyRoutes } from '../standards/open311/client-key-routes.ts'
import { adminAct } from './act.ts'
import { listRoutes } from './list-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { rejectedQuery, securityQuery } from './schemas.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { structureRoutes } from './structure-routes.ts'
import { whoAdministers } from './who-administers.ts'

const LATEST = 100
/** The one act whose reason is plain: the work failed. */
const RETRY = '没办成，马上再试'

/** Everything below /api/admin: for administrators; auditors read it all. */
export const adminRoutes = new Hono<OfficeEnv>()
  .use(signIn)
  .use(whoAdministers)
  .route('/', structureRoutes)
  .route('/', peopleRoutes)
  .route('/', signInRoutes)
  .route('/', officeRoutes)
  .route('/', listRoutes)
  .route('/', outletRoutes)
  .route('/', clientKeyRoutes)
  .route('/', personalDutyRoutes)
  .route('/', templateRoutes)
  .get('/import-batches', describe('listImportBatches'), async (c) =>
    answer(c, 'listImportBatches', await listImportBatches(c.var.db, c.var.actor.tenant, LATEST)),
  )
  .get('/import-batches/:id/rejected', describe('listRejectedRows'), valid('query', rejectedQuery), async (c) => {
    const batchId = c.req.param('id')
    if (!z.uuid().safeParse(batchId).success) throw new AnlanError('not-found', { batch: batchId })
    const place = { tenant: c.var.actor.tenant, batchId, ...c.req.valid('query') }
    return answer(c, 'listRejectedRows', await listRejectedRows(c.var.db, place))
  })
  .get('/jobs', describe('listFailingJobs'), async (c) => {
    const { db, actor, deps } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'listFailingJobs', await listFailingJobs(db, actor, LATEST, directory))
  })
  .get('/backups', describe('showBackups'), async (c) =>
    answer(c, 'showBackups', (await c.var.deps.backups?.()) ?? { configured: false, late: false }),
  )
  .post('/jobs/:id/retry', describe('retryJob'), async (c) => {
    const id = c.req.param('id')
    if (!z.uuid().safeParse(id).success) throw new AnlanError('not-found', { job: id })
    await retryJob(c.var.db, adminAct(c, RETRY), id)
    return answer(c, 'retryJob', { id })
  })
  .get('/dead-deliveries', describe('listDeadDeliveries'), async (c) =>
    answer(c, 'listDeadDeliveries', await listDeadDeliveries(c.var.db, c.var.actor.tenant, LATEST)),
  )
  .post('/dead-deliveries/:id/retry', describe('retryDelivery'), async (c) => {
    const id = c.req.param('id')
    if (!z.uuid().safeParse(id).success) throw new AnlanError('not-found', { delivery: id })
    await retryDelivery(c.var.db, adminAct(c, RETRY), id)
    return answer(c, 'retryDelivery', { id })
  })
  .get('/changes', describe('listAdminChanges'), async (c) =>
    answer(c, 'listAdminChanges', await listAdminChanges(c.var.db, c.var.actor.tenant, LATEST)),
  )
  .get('/security-events', describe('listSecurityEvents'), valid('query', securityQuery), async (c) => {
    const { db, actor, deps } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    const wanted = { limit: LATEST, ...c.req.valid('query') }
    return answer(c, 'listSecurityEvents', await listSecurityEvents(db, actor, directory, wanted))
  })
