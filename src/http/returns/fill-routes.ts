import { type Context, Hono } from 'hono'
import { maySignReturns, RETURN_SIGNERS } from '../../domain/returns/who-returns.ts'
import { dayOf } from '../../domain/time/time.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import { periodOfKey } from '../../engine/returns/return-periods.ts'
import { writeForm } from '../../exchange/returns/write-form.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { mattersBehind } from '../../storage/returns/counts.ts'
import { checkFill, fillReturn, signFill, typeByHand } from '../../storage/returns/return-fills.ts'
import { getOwnForm, keepsForm, latestMappings } from '../../storage/returns/return-forms.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { checkedBySelf, type FoundFill, fillView, findFill, valuesOf, withheldCells } from './fill-view.ts'
import { fillWish, oneCell, oneFill, oneReturn, typedWish } from './return-schemas.ts'
import { whoReturns } from './who-returns.ts'

/** A form for a period: filled, completed by hand, checked, signed, taken as a file. */
export const fillRoutes = new Hono<OfficeEnv>()
  .post(
    '/returns/:id/fills',
    describe('fillReturn'),
    signIn,
    whoReturns,
    valid('param', oneReturn),
    valid('json', fillWish),
    async (c) => {
      const { db, actor, deps, now } = c.var
      const rulebook = await deps.rulebooks.of(actor.tenant)
      const form = await getOwnForm(db, actor, c.req.valid('param').id)
      const mapping = (await latestMappings(db, actor.tenant, [form.id])).get(form.id)
      const period = periodOfKey(form.cycle, c.req.valid('json').period)
      if (!period || period.first > dayOf(now) || form.endedAt)
        throw new AnlanError('request-invalid', { issues: [{ field: 'period', rule: 'not-an-option' }] })
      if (!mapping) throw new AnlanError('not-allowed', { rule: 'return-unmapped' })
      const filling = { form, period, mapping, asOf: now, by: actor.postId }
      return answer(c, 'fillReturn', { id: await fillReturn(db, actor.tenant, filling, rulebook) })
    },
  )
  .get('/returns/fills/:fill', describe('getFill'), signIn, whoReturns, valid('param', oneFill), async (c) => {
    const { db, actor, deps } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const found = await findFill(c.var, c.req.valid('param').fill)
    return answer(c, 'getFill', await fillView({ db, actor, rulebook, files: deps.files }, found))
  })
  .put(
    '/returns/fills/:fill/typed',
    describe('typeFill'),
    signIn,
    whoReturns,
    valid('param', oneFill),
    valid('json', typedWish),
    async (c) => {
      const found = await openFill(c, c.req.valid('param').fill)
      const { cells } = c.req.valid('json')
      const byHand = new Set(found.mapping.cells.flatMap(({ cell, use }) => ('hand' in use ? [cell] : [])))
      const issues = cells.flatMap(({ cell }, at): Issue[] =>
        byHand.has(cell) ? [] : [{ field: `cells.${at}.cell`, rule: 'not-an-option', limit: cell }],
      )
      if (issues.length > 0) throw new AnlanError('request-invalid', { issues })
      const typed = cells.flatMap(({ cell, text }) => (text ? [[cell, text] as const] : []))
      await typeByHand(c.var.db, c.var.actor.tenant, found.fill, Object.fromEntries(typed))
      return answer(c, 'typeFill', { id: found.fill.id })
    },
  )
  .post('/returns/fills/:fill/check', describe('checkFill'), signIn, whoReturns, valid('param', oneFill), async (c) => {
    const { fill } = await openFill(c, c.req.valid('param').fill)
    await checkFill(c.var.db, c.var.actor, fill, c.var.now)
    return answer(c, 'checkFill', { id: fill.id })
  })
  .post('/returns/fills/:fill/sign', describe('signFill'), signIn, whoReturns, valid('param', oneFill), async (c) => {
    const { actor, db, now, deps } = c.var
    if (!maySignReturns(actor)) throw new AnlanError('not-allowed', { roles: RETURN_SIGNERS })
    const found = await findFill(c.var, c.req.valid('param').fill)
    const { fill } = mustBeLatest(found)
    if (!fill.checkedAt) throw new AnlanError('not-allowed', { rule: 'return-unchecked' })
    const { directory } = await deps.rulebooks.of(actor.tenant)
    if (checkedBySelf(actor, fill, directory)) throw new AnlanError('not-allowed', { rule: 'return-own-check' })
    await mustSeeAll(c, found)
    await signFill(db, actor, fill, now)
    return answer(c, 'signFill', { id: fill.id })
  })
  .get('/returns/fills/:fill/file', describe('takeFill'), signIn, whoReturns, valid('param', oneFill), async (c) => {
    const { actor, deps } = c.var
    const found = await findFill(c.var, c.req.valid('param').fill)
    const { form, fill, mapping } = found
    if (fill.state !== 'signed') throw new AnlanError('not-allowed', { rule: 'return-unsigned' })
    await mustSeeAll(c, found)
    const blank = await deps.files.get(actor.tenant, form.sha256)
    const book = await writeForm(blank, mapping.sheet, mapping.cells, valuesOf(fill))
    const name = `${form.name}-${fill.period.title.zh}.xlsx`
    c.header('cache-control', 'no-store')
    return c.body(new Uint8Array(book), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    })
  })
  .get(
    '/returns/fills/:fill/cells/:cell',
    describe('listBehindCell'),
    signIn,
    whoReturns,
    valid('param', oneCell),
    async (c) => {
      const { db, actor, deps, now } = c.var
      const { fill: id, cell } = c.req.valid('param')
      const rulebook = await deps.rulebooks.of(actor.tenant)
      const { form, fill, mapping } = await findFill(c.var, id)
      const use = mapping.cells.find((each) => each.cell === cell)?.use
      if (!use || !('count' in use)) throw new AnlanError('not-found', { cell })
      const query = { ...use.count, unit: use.count.unit ?? form.unitId }
      const counting = { period: fill.period, asOf: fill.asOf, rulebook, reader: actor }
      const behind = await mattersBehind(db, query, counting)
      await recordReadings(db, behind.rows, { actor, what: 'sheet', now }, rulebook.directory)
      return answer(c, 'listBehindCell', { ...behind, query: use.count })
    },
  )

/** The newest filling of its period, not signed yet, of a form of the actor's own unit. */
async function openFill(c: Context<OfficeEnv>, id: string): Promise<FoundFill> {
  const found = mustBeLatest(await findFill(c.var, id))
  if (!keepsForm(c.var.actor, found.form)) throw new AnlanError('not-allowed', {})
  return found
}

/** @throws AnlanError version-conflict when it was signed, or filled again since */
function mustBeLatest(found: FoundFill): FoundFill {
  const { fill, versions } = found
  if (fill.state === 'signed' || versions[0]?.id !== fill.id || found.form.endedAt)
    throw new AnlanError('version-conflict', { version: versions[0]?.version })
  return found
}

/** Whoever signs a figure, or takes it away, may look behind it. */
async function mustSeeAll(c: Context<OfficeEnv>, found: FoundFill): Promise<void> {
  const { db, actor, deps } = c.var
  const rulebook = await deps.rulebooks.of(actor.tenant)
  const withheld = await withheldCells({ db, actor, rulebook }, found)
  if (withheld.size > 0) throw new AnlanError('not-allowed', { rule: 'return-withheld' })
}
