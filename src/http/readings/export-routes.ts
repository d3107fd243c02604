import { Hono } from 'hono'
import { z } from 'zod'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { csvText } from '../../exchange/sheet/csv-text.ts'
import { askExport, decideExport, listExports, needsApproval, takeExport } from '../../storage/readings/exports.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { ledgerFilters } from '../office/ledger-query.ts'
import { sheetOf } from '../office/sheet.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { idOf } from './readings-routes.ts'

/** Rows that a file holds: a county's year of one kind. Whoever has more asks by period. */
const IN_FILE = 10_000

const asked = z.strictObject({
  purpose: z.string().trim().min(1).max(200),
  filter: z.strictObject({ ...ledgerFilters, procedure: z.string().min(1).max(100) }),
})
const decided = z.strictObject({ approve: z.boolean(), reason: z.string().trim().min(1).max(200) })

const MARK = text('导出', 'Taken by')
const PURPOSE = text('用途', 'For')

/** Files that leave the office: asked for with a purpose, agreed to where they are large, marked, and over after a day. */
export const exportRoutes = new Hono<OfficeEnv>()
  .get('/exports', describe('listExports'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'listExports', await listExports(db, actor, directory, now))
  })
  .post('/exports', describe('askExport'), signIn, valid('json', asked), async (c) => {
    const { purpose, filter } = c.req.valid('json')
    const { procedure, headings, rows, more } = await sheetOf(c, filter, IN_FILE)
    if (more) throw tooMany()
    // A ledger shows what is sealed as sealed, so that nothing personal leaves with it.
    const wish = {
      what: 'sheet',
      procedure: procedure.id,
      filter,
      purpose,
      rows: rows.length,
      fields: headings,
    } as const
    return answer(c, 'askExport', { id: await askExport(c.var.deps, c.var.actor, { ...wish, personal: false }) })
  })
  .post('/exports/:id/decide', describe('decideExport'), signIn, valid('json', decided), async (c) => {
    const id = idOf(c.req.param('id'))
    const { approve, reason: why } = c.req.valid('json')
    await decideExport(c.var.deps, c.var.actor, { id, approve, why })
    return answer(c, 'decideExport', { id })
  })
  .get('/exports/:id/csv', describe('downloadExport'), signIn, async (c) => {
    const { actor, deps, locale, now, signedIn } = c.var
    const kept = await takeExport(deps, actor, idOf(c.req.param('id')))
    const filter = kept.filter as LedgerFilter & { procedure: string }
    const { procedure, headings, rows, more } = await sheetOf(c, filter, IN_FILE)
    if (more) throw tooMany()
    // What came in since may make it a file that somebody must agree to.
    if (rows.length > kept.rows && !kept.decidedBy && needsApproval({ ...kept, rows: rows.length }))
      throw new AnlanError('not-allowed', { rule: 'export-over' })
    const who = signedIn.person.name
    const mark = [`${MARK[locale]} ${who}`, now, `${PURPOSE[locale]} ${kept.purpose}`, kept.id]
    const name = `${procedure.title[locale]}-${who}-${now.slice(0, 16).replace(/\D/g, '')}.csv`
    c.header('cache-control', 'no-store')
    return c.body(csvText([headings, ...rows, mark]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    })
  })

const tooMany = () =>
  new AnlanError('request-invalid', { issues: [{ field: 'openedFrom', rule: 'too-many-values', limit: IN_FILE }] })
