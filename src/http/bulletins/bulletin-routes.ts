import { type Context, Hono } from 'hono'
import { BULLETIN_WRITERS, type BulletinDoing, type BulletinScope } from '../../domain/bulletins/bulletin.ts'
import { countableKinds } from '../../domain/bulletins/countable.ts'
import { outlineOf, titleOf } from '../../domain/bulletins/outlines.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { listBulletins, readBulletin, type StoredBulletin } from '../../storage/bulletins/stored-bulletin.ts'
import {
  addBulletin,
  dropBulletin,
  issueBulletin,
  signBulletin,
  writeBulletin,
} from '../../storage/bulletins/write-bulletin.ts'
import { newId } from '../../storage/write/ids.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { behindFigure } from './behind-figure.ts'
import { figure, newBulletin, one, page, recount, seen, writing } from './bulletin-schemas.ts'
import { bulletinRow, bulletinView, doingsOf, mayReadBulletin, mayWriteBulletins } from './bulletin-view.ts'
import { proposeCases } from './case-proposals.ts'
import { type Counting, countBulletin } from './count-bulletin.ts'

/** So many of the newest are listed; older ones are found by their number on paper. */
const MOST = 300

/** What the office writes about its matters: counted, written, signed by a second person, issued with a number. */
export const bulletinRoutes = new Hono<OfficeEnv>()
  .get('/bulletins', describe('listBulletins'), signIn, async (c) => {
    const { db, actor } = c.var
    const { directory, procedures } = await rulebookOf(c)
    const all = await listBulletins(db, actor.tenant, MOST)
    const bulletins = all.filter((bulletin) => mayReadBulletin(actor, bulletin, directory)).map(bulletinRow)
    return answer(c, 'listBulletins', {
      mayWrite: mayWriteBulletins(actor),
      kinds: countableKinds(procedures).map(({ id }) => id),
      bulletins,
    })
  })
  .post('/bulletins', describe('addBulletin'), signIn, valid('json', newBulletin), async (c) => {
    const { db, actor, now, locale } = c.var
    const { kind, scope, period } = c.req.valid('json')
    if (!mayWriteBulletins(actor)) throw new AnlanError('not-allowed', { roles: BULLETIN_WRITERS })
    const counting = await countingOf(c)
    await mustFit(c, scope)
    const figures = await countBulletin(counting, scope, period)
    const id = newId(Date.parse(now))
    const unit = counting.directory.units[scope.unitId]
    const title = titleOf(kind, period, unit?.name ?? { zh: '', en: '' }, locale)
    const content = { title, period, scope, blocks: outlineOf(kind, locale) }
    await addBulletin(db, actor.tenant, actOf(c), { id, unitId: actor.unitId, kind, content, figures })
    return answer(c, 'addBulletin', { id })
  })
  .get('/bulletins/:id', describe('getBulletin'), signIn, valid('param', one), async (c) =>
    answer(c, 'getBulletin', bulletinView(c.var.actor, await readable(c), (await rulebookOf(c)).directory)),
  )
  .put('/bulletins/:id', describe('writeBulletin'), signIn, valid('param', one), valid('json', writing), async (c) => {
    const { seenVersion, title, blocks } = c.req.valid('json')
    const bulletin = await may(c, 'write')
    const content = { title, period: bulletin.period, scope: bulletin.scope, blocks: blocks.map(tidy) }
    await writeBulletin(c.var.db, c.var.actor.tenant, actOf(c), { id: bulletin.id, version: seenVersion }, { content })
    return answer(c, 'writeBulletin', { id: bulletin.id, version: seenVersion + 1 })
  })
  .post(
    '/bulletins/:id/recount',
    describe('recountBulletin'),
    signIn,
    valid('param', one),
    valid('json', recount),
    async (c) => {
      const { seenVersion, scope, period } = c.req.valid('json')
      const bulletin = await may(c, 'write')
      await mustFit(c, scope)
      const figures = await countBulletin(await countingOf(c), scope, period)
      const content = { title: bulletin.title, period, scope, blocks: bulletin.blocks }
      const seenAt = { id: bulletin.id, version: seenVersion }
      await writeBulletin(c.var.db, c.var.actor.tenant, actOf(c), seenAt, { content, figures })
      return answer(c, 'recountBulletin', { id: bulletin.id, version: seenVersion + 1 })
    },
  )
  .post(
    '/bulletins/:id/sign',
    describe('signBulletin'),
    signIn,
    valid('param', one),
    valid('json', seen),
    async (c) => {
      const { id } = await may(c, 'sign')
      const version = c.req.valid('json').seenVersion
      await signBulletin(c.var.db, c.var.actor.tenant, actOf(c), { id, version })
      return answer(c, 'signBulletin', { id, version: version + 1 })
    },
  )
  .post(
    '/bulletins/:id/issue',
    describe('issueBulletin'),
    signIn,
    valid('param', one),
    valid('json', seen),
    async (c) => {
      const { id, figures } = await may(c, 'issue')
      const version = c.req.valid('json').seenVersion
      await issueBulletin(c.var.db, c.var.actor.tenant, actOf(c), { id, version }, { told: figures.told })
      return answer(c, 'issueBulletin', { id, version: version + 1 })
    },
  )
  .post(
    '/bulletins/:id/drop',
    describe('dropBulletin'),
    signIn,
    valid('param', one),
    valid('json', seen),
    async (c) => {
      const { id } = await may(c, 'drop')
      const version = c.req.valid('json').seenVersion
      await dropBulletin(c.var.db, c.var.actor.tenant, actOf(c), { id, version })
      return answer(c, 'dropBulletin', { id, version: version + 1 })
    },
  )
  .post('/bulletins/:id/correct', describe('correctBulletin'), signIn, valid('param', one), async (c) => {
    const old = await may(c, 'correct')
    const { kind, title, period, scope, blocks, unitId } = old
    const figures = await countBulletin(await countingOf(c), scope, period)
    const id = newId(Date.parse(c.var.now))
    const content = { title, period, scope, blocks }
    const corrected = { id, unitId, kind, content, figures, corrects: old.id }
    await addBulletin(c.var.db, c.var.actor.tenant, actOf(c), corrected)
    return answer(c, 'correctBulletin', { id })
  })
  .get('/bulletins/:id/cases', describe('proposeCases'), signIn, valid('param', one), async (c) => {
    const bulletin = await may(c, 'write')
    return answer(c, 'proposeCases', await proposeCases(await countingOf(c), bulletin, c.var.locale))
  })
  .get(
    '/bulletins/:id/figures/:code',
    describe('getFigure'),
    signIn,
    valid('param', figure),
    valid('query', page),
    async (c) => {
      const { code } = c.req.valid('param')
      const counting = { ...(await countingOf(c)), db: await readsOf(c) }
      const rows = await behindFigure(counting, await readable(c), code, c.req.valid('query').page ?? 1)
      return answer(c, 'getFigure', rows)
    },
  )

const rulebookOf = (c: Context<OfficeEnv>) => c.var.deps.rulebooks.of(c.var.actor.tenant)

const countingOf = async (c: Context<OfficeEnv>): Promise<Counting> => {
  const { db, actor, now } = c.var
  const { directory, procedures } = await rulebookOf(c)
  return { db, actor, now, directory, procedures }
}

const actOf = (c: Context<OfficeEnv>) => ({
  at: c.var.now,
  personId: c.var.actor.personId,
  personName: c.var.signedIn.person.name,
  postId: c.var.actor.postId,
})

/** @throws AnlanError not-found for one that is not there for the reader */
async function readable(c: Context<OfficeEnv>): Promise<StoredBulletin> {
  const id = c.req.param('id') ?? ''
  const bulletin = await readBulletin(c.var.db, c.var.actor.tenant, id)
  if (!mayReadBulletin(c.var.actor, bulletin, (await rulebookOf(c)).directory))
    throw new AnlanError('not-found', { bulletin: id })
  return bulletin
}

/** @throws AnlanError not-allowed for what the reader may not do with it as it stands */
async function may(c: Context<OfficeEnv>, doing: BulletinDoing): Promise<StoredBulletin> {
  const bulletin = await readable(c)
  if (!doingsOf(c.var.actor, bulletin, (await rulebookOf(c)).directory).includes(doing))
    throw new AnlanError('not-allowed', { doing })
  return bulletin
}

/** Only the own unit and those below, and kinds that are counted. @throws AnlanError request-invalid */
async function mustFit(c: Context<OfficeEnv>, { unitId, kinds }: BulletinScope): Promise<void> {
  const { procedures, directory } = await rulebookOf(c)
  const path = directory.units[unitId]?.path
  if (!path?.startsWith(c.var.actor.unitPath))
    throw new AnlanError('request-invalid', { issues: [{ field: 'scope.unitId', rule: 'not-a-unit' }] })
  const known = countableKinds(procedures).map(({ id }) => id)
  const strange = kinds.find((kind) => !known.includes(kind))
  if (strange !== undefined)
    throw new AnlanError('request-invalid', {
      issues: [{ field: 'scope.kinds', rule: 'not-an-option', limit: strange }],
    })
}

type GivenCase = { matterId?: string | undefined; title: string; text: string }
type GivenBlock = Omit<StoredBulletin['blocks'][number], 'cases'> & { cases?: GivenCase[] | undefined }

const tidy = ({ cases, ...block }: GivenBlock) => ({
  ...block,
  ...(cases
    ? {
        cases: cases.map(({ matterId, ...told }) => ({ ...told, ...(matterId === undefined ? {} : { matterId }) })),
      }
    : {}),
})
