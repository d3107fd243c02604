import { Hono } from 'hono'
import { z } from 'zod'
import { present } from '../../domain/present.ts'
import { ACCESS_KINDS, FINDINGS } from '../../domain/views/access-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { getMatter } from '../../storage/read/get-matter.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { listAccess } from '../../storage/readings/access-log.ts'
import { accessReport } from '../../storage/readings/access-report.ts'
import { askEmergency, confirmEmergency, readEmergency, reviewEmergency } from '../../storage/readings/emergencies.ts'
import { listEmergencies } from '../../storage/readings/list-emergencies.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

const id = z.string().min(1).max(100)
const logQuery = z.strictObject({
  all: z.literal('true').optional(),
  reference: id.optional(),
  unit: id.optional(),
  post: id.optional(),
  what: z.enum(ACCESS_KINDS).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
const reportQuery = z.strictObject({ year: z.string().regex(/^20\d\d$/) })
const asked = z.strictObject({
  matter: id,
  fields: z.array(id).min(1).max(30),
  reason: z.string().trim().min(1).max(500),
})
const reviewed = z.strictObject({ finding: z.enum(FINDINGS), note: z.string().trim().min(1).max(500) })

/** The id in an address. @throws AnlanError not-found when it is none */
export const idOf = (given: string | undefined): string => {
  const found = z.uuid().safeParse(given)
  if (!found.success) throw new AnlanError('not-found', { id: given ?? '' })
  return found.data
}

/** Who read what is personal, and reading it in an emergency by two persons. */
export const readingsRoutes = new Hono<OfficeEnv>()
  .get('/readings', describe('listAccess'), signIn, valid('query', logQuery), async (c) => {
    const { db, actor, deps } = c.var
    const { all, ...rest } = c.req.valid('query')
    const filter = present({ ...rest, all: all && (true as const) })
    return answer(c, 'listAccess', await listAccess(db, actor, filter, await deps.rulebooks.of(actor.tenant)))
  })
  .get('/readings/report', describe('getAccessReport'), signIn, valid('query', reportQuery), async (c) => {
    const { db, actor, deps } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'getAccessReport', await accessReport(db, actor, Number(c.req.valid('query').year), directory))
  })
  .get('/emergencies', describe('listEmergencies'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    return answer(c, 'listEmergencies', await listEmergencies(db, actor, await deps.rulebooks.of(actor.tenant), now))
  })
  .post('/emergencies', describe('askEmergency'), signIn, valid('json', asked), async (c) => {
    const { db, actor, deps } = c.var
    const { matter: named, ...wish } = c.req.valid('json')
    const { matter } = await getMatter(db, actor, named, await deps.rulebooks.of(actor.tenant))
    return answer(c, 'askEmergency', { id: await askEmergency(deps, actor, { matter, ...wish }) })
  })
  .post('/emergencies/:id/confirm', describe('confirmEmergency'), signIn, async (c) => {
    const emergency = idOf(c.req.param('id'))
    await confirmEmergency(c.var.deps, c.var.actor, emergency)
    return answer(c, 'confirmEmergency', { id: emergency })
  })
  .post('/emergencies/:id/open', describe('openEmergency'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const opened = await readEmergency(deps, actor, idOf(c.req.param('id')))
    const { directory } = await deps.rulebooks.of(actor.tenant)
    await recordReadings(db, [opened.matter], { actor, what: 'fields', now }, directory)
    c.header('cache-control', 'no-store')
    return answer(c, 'openEmergency', { values: opened.values, closesAt: opened.closesAt })
  })
  .post('/emergencies/:id/review', describe('reviewEmergency'), signIn, valid('json', reviewed), async (c) => {
    const emergency = idOf(c.req.param('id'))
    await reviewEmergency(c.var.deps, c.var.actor, { id: emergency, ...c.req.valid('json') })
    return answer(c, 'reviewEmergency', { id: emergency })
  })
