import { Hono } from 'hono'
import { z } from 'zod'
import { csvLines } from '../../exchange/sheet/csv-text.ts'
import { ledgerBook } from '../../exchange/workbook/write/ledger-book.ts'
import { askExport, decideExport, listExports } from '../../storage/readings/exports.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { ledgerFilters } from '../office/ledger-query.ts'
import { openSheet } from '../office/sheet.ts'
import type { OfficeEnv } from '../request/env.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { openExport, rowsInFile, sendFile } from './export-file.ts'
import { idOf } from './readings-routes.ts'

const asked = z.strictObject({
  purpose: z.string().trim().min(1).max(200),
  filter: z.strictObject({ ...ledgerFilters, procedure: z.string().min(1).max(100) }),
})
const decided = z.strictObject({ approve: z.boolean(), reason: z.string().trim().min(1).max(200) })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Files that leave the office: asked for with a purpose, agreed to where they are large, marked, and over after a day. */
export const exportRoutes = new Hono<OfficeEnv>()
  .get('/exports', describe('listExports'), signIn, async (c) => {
    const { db, actor, deps, now } = c.var
    const { directory } = await deps.rulebooks.of(actor.tenant)
    return answer(c, 'listExports', await listExports(db, actor, directory, now))
  })
  .post('/exports', describe('askExport'), signIn, valid('json', asked), async (c) => {
    const { purpose, filter } = c.req.valid('json')
    const { procedure, headings: fields } = await openSheet(c.var, filter)
    const rows = await rowsInFile(c, filter)
    // A ledger shows what is sealed as sealed, so that nothing personal leaves with it.
    const wish = { what: 'sheet', procedure: procedure.id, filter, purpose, rows, fields, personal: false } as const
    return answer(c, 'askExport', { id: await askExport(c.var.deps, c.var.actor, wish) })
  })
  .post('/exports/:id/decide', describe('decideExport'), signIn, valid('json', decided), async (c) => {
    const id = idOf(c.req.param('id'))
    const { approve, reason: why } = c.req.valid('json')
    await decideExport(c.var.deps, c.var.actor, { id, approve, why })
    return answer(c, 'decideExport', { id })
  })
  .get('/exports/:id/csv', describe('downloadExport'), signIn, async (c) => {
    const { headings, mark, file, rows } = await openExport(c)
    async function* lines() {
      yield headings
      for await (const { cells } of rows()) yield cells
      yield mark
    }
    return sendFile(c, { name: `${file}.csv`, type: 'text/csv; charset=utf-8', pieces: bytesOf(csvLines(lines())) })
  })
  .get('/exports/:id/xlsx', describe('downloadWorkbook'), signIn, async (c) => {
    const { headings, kinds, title, shownMark: mark, file, rows } = await openExport(c)
    const pieces = ledgerBook({ title, mark, headings, kinds, rows: rows() })
    return sendFile(c, { name: `${file}.xlsx`, type: XLSX, pieces })
  })

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line)
}
