import { type Context, Hono } from 'hono'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { dayOf } from '../../../domain/time/time.ts'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { procedureInEffect } from '../../../engine/decide/decide-opening.ts'
import { impactOf } from '../../../engine/personal/impact-of.ts'
import type { Env } from '../../request/env.ts'
import { readerOf } from '../reader.ts'
import { personalListPage, personalNoticePage } from './personal-pages.ts'

/** What is done with personal data, kind by kind; for everybody, without signing in. */
export const publicPersonalRoutes = new Hono<Env>()
  .get('/public/personal', async (c) => {
    const kinds = (await inEffect(c)).filter(({ impact }) => impact.fields.length > 0)
    return c.html(personalListPage(await readerOf(c, '/public/personal'), kinds))
  })
  .get('/public/personal/:kind', async (c) => {
    const id = c.req.param('kind')
    const found = (await inEffect(c)).find(({ procedure, impact }) => procedure.id === id && impact.fields.length > 0)
    if (!found) throw new AnlanError('not-found')
    const basis = c.var.deps.legalBases?.[id]
    return c.html(personalNoticePage(await readerOf(c, `/public/personal/${id}`), { ...found, basis }))
  })

/** Each kind as it is today. */
async function inEffect(c: Context<Env>) {
  const { deps, now } = c.var
  const { procedures } = await deps.rulebooks.of(deps.publicTenant)
  const today = dayOf(now)
  const ids = [...new Set(procedures.filter(({ effectiveOn }) => effectiveOn <= today).map(({ id }) => id))]
  return ids.map((id) => {
    const procedure: Procedure = procedureInEffect(procedures, id, today)
    return { procedure, impact: impactOf(procedure, procedures) }
  })
}
