import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DataService } from '../../domain/personal/data-orders.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { personalFields } from '../../domain/procedure/personal-fields.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { mayOpenVault } from '../../engine/access/personal-access.ts'
import { openFields } from '../../storage/keys/open-fields.ts'
import { listConcerned, servedMatter } from '../../storage/personal/served.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { handleCommand } from '../../storage/write/handle.ts'
import { orderMark } from '../../storage/write/order-rows.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { copyPage } from './copy-page.ts'
import { isSameValue } from './same-value.ts'

const word = z.string().min(1).max(100)
const copied = z.strictObject({ request: word, fields: z.array(word).min(1).max(30) })
const compared = z.strictObject({ request: word, field: word, value: z.string().min(1).max(200) })
const corrected = z.strictObject({ request: word, field: word, value: z.string().min(1).max(2000) })

/** What stands with the opening in the matter. The number of the request is not in it: who sees the matter may not know of that. */
const REASONS = {
  compare: '个人信息请求：核对身份，不显示内容',
  copy: '个人信息请求：给本人制作副本',
  correct: '个人信息请求：按本人请求更正',
} as const satisfies Record<DataService, string>

/** What a request of a person lets the desk do in the matters that they named; each is an event there. */
export const personalRoutes = new Hono<OfficeEnv>()
  .get('/matters/:id/concerned', describe('listConcerned'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const rulebook = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'listConcerned', {
      matters: await listConcerned(db, { actor, rulebook, now }, c.req.param('id')),
    })
  })
  .post('/matters/:id/comparison', describe('compareField'), signIn, valid('json', compared), async (c) => {
    const { request, field, value } = c.req.valid('json')
    const { matter } = await served(c, request, 'compare')
    const values = await openFields(c.var.deps, {
      actor: c.var.actor,
      matter,
      fields: [field],
      reason: REASONS.compare,
    })
    return answer(c, 'compareField', { same: isSameValue(value, String(values[field] ?? '')) })
  })
  .post('/matters/:id/copy', describe('makeCopy'), signIn, valid('json', copied), async (c) => {
    const { db, actor, deps, locale, now } = c.var
    const { request, fields } = c.req.valid('json')
    const found = await served(c, request, 'copy')
    const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
    const { matter } = found
    await recordReadings(db, [found.request], { actor, what: 'records', now }, directory)
    const values = await openFields(deps, { actor, matter, fields, reason: REASONS.copy })
    const rulebook = await deps.rulebooks.of(actor.tenant)
    const kept = (await listConcerned(db, { actor, rulebook, now }, found.request.id)).find(
      ({ id }) => id === matter.id,
    )
    const page = copyPage({
      ...{ matter, values, now, locale },
      procedure: getDefinition(procedures, matter),
      names: kept?.fields ?? fields,
      chosen: fields,
      unitName: directory.units[actor.unitId]?.name[locale] ?? '',
    })
    c.header('cache-control', 'no-store')
    return c.body(String(await page), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${matter.reference}.html`)}`,
      'x-content-type-options': 'nosniff',
    })
  })
  .post('/matters/:id/corrections', describe('correctField'), signIn, valid('json', corrected), async (c) => {
    const { actor, deps } = c.var
    const { request, field, value } = c.req.valid('json')
    const found = await served(c, request, 'correct')
    const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
    const { vault } = personalFields(getDefinition(procedures, found.matter))
    if (vault.has(field) && !mayOpenVault(actor, found.matter, directory)) throw new AnlanError('field-sealed')
    const command = {
      type: 'CorrectField',
      ...{ field, value },
      orderedBy: orderMark(found.request.id),
      reason: REASONS.correct,
    } as const
    const { matter } = await handleCommand(deps, { actor, matterId: found.matter.id, command })
    return answer(c, 'correctField', { id: matter.id })
  })

async function served(c: Context<OfficeEnv>, request: string, service: DataService) {
  const { db, actor, deps, now } = c.var
  const rulebook = await deps.rulebooks.of(actor.tenant)
  return servedMatter(db, { actor, rulebook, now }, { id: c.req.param('id') ?? '', request, service })
}
