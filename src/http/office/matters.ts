import { Hono } from 'hono'
import { z } from 'zod'
import { maskPersonal } from '../../domain/free-text/personal-data.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { formsNow } from '../../papers/text/find-text.ts'
import { maskedFields } from '../../storage/keys/open-fields.ts'
import { countByKind, countMatters } from '../../storage/read/count-matters.ts'
import { listDuplicates } from '../../storage/read/duplicates.ts'
import { getMatter, listEventsInSight, viewMatter } from '../../storage/read/get-matter.ts'
import { listMatters } from '../../storage/read/list-matters.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { readCoverage } from '../../storage/read/records/coverage.ts'
import { checkChain } from '../../storage/verify/check-chain.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { ledgerFilters } from './ledger-query.ts'

const word = z.string().min(1).max(100)
const ledgerQuery = z.strictObject({
  ...ledgerFilters,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

const duplicateBody = z.strictObject({
  matterId: z.uuid().optional(),
  procedure: word,
  title: z.string().max(200),
  description: z.string().max(5000).optional(),
  category: word.optional(),
  placeUnitId: word.optional(),
  place: z.string().max(200).optional(),
})

/** Reading matters: the ledger, one matter with its story, its records and their proof. */
export const matterRoutes = new Hono<OfficeEnv>()
  .get('/matters', describe('listMatters'), signIn, valid('query', ledgerQuery), async (c) => {
    const { actor, deps } = c.var
    const db = await readsOf(c)
    const filter = c.req.valid('query')
    const { directory } = await deps.rulebooks.of(actor.tenant)
    const [page, count] = await Promise.all([
      listMatters(db, actor, filter, directory),
      // Whoever turns the page has been told the number with the first.
      filter.cursor === undefined ? countMatters(db, actor, filter, directory) : {},
    ])
    return answer(c, 'listMatters', { ...page, ...count })
  })
  .get('/counts', describe('getCounts'), signIn, valid('query', ledgerQuery), async (c) => {
    const { actor, deps } = c.var
    const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
    const kinds = [...new Set(procedures.map(({ id }) => id))]
    return answer(c, 'getCounts', await countByKind(await readsOf(c), actor, c.req.valid('query'), directory, kinds))
  })
  .get('/matters/:id', describe('getMatter'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const view = await viewMatter(db, actor, c.req.param('id'), now, rulebook)
    await recordReadings(db, [view.matter], { actor, what: 'page', now }, rulebook.directory)
    // Only the tenant with the public page has a place to look a code up.
    const masks = view.mayOpen.length > 0 ? { masks: await maskedFields(deps, view.matter, view.mayOpen) } : {}
    const forms = formsNow(view.matter).map(({ document, form: { title } }) => ({ document, title }))
    return answer(c, 'getMatter', {
      ...view,
      ...masks,
      ...(forms.length > 0 ? { forms } : {}),
      mayIssueCode: view.mayIssueCode && actor.tenant === deps.publicTenant,
    })
  })
  .get('/matters/:id/coverage', describe('getCoverage'), signIn, async (c) => {
    const { actor, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'getCoverage', await readCoverage(await readsOf(c), actor, c.req.param('id'), rulebook))
  })
  .get('/matters/:id/events', describe('listEvents'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const { matter } = await getMatter(db, actor, c.req.param('id'), rulebook)
    await recordReadings(db, [matter], { actor, what: 'records', now }, rulebook.directory)
    return answer(c, 'listEvents', { events: await listEventsInSight(db, actor, matter, rulebook) })
  })
  .post('/matters/:id/verify', describe('verifyMatter'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const { matter, head } = await getMatter(db, actor, c.req.param('id'), await deps.rulebooks.of(actor.tenant))
    const { result, count } = await checkChain(db, actor.tenant, matter.id, head)
    const broken = result.ok ? {} : { brokenAt: result.index + 1, reason: result.reason }
    return answer(c, 'verifyMatter', { ok: result.ok, length: count, head, checkedAt: now, ...broken })
  })
  .post('/duplicates', describe('findDuplicates'), signIn, valid('json', duplicateBody), async (c) => {
    const { db, actor, deps, now } = c.var
    const { title, description, ...about } = c.req.valid('json')
    // No search runs over persons: what is compared is what would be recorded.
    const texts = {
      title: maskPersonal(title).text,
      ...(description ? { description: maskPersonal(description).text } : {}),
    }
    const candidate = { ...about, ...texts }
    const { procedures, directory } = await deps.rulebooks.of(actor.tenant)
    if (!procedures.some(({ id }) => id === candidate.procedure)) {
      throw new AnlanError('procedure-not-found', { procedure: candidate.procedure })
    }
    return answer(c, 'findDuplicates', await listDuplicates(db, actor, candidate, now, directory))
  })
