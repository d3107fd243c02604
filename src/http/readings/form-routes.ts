import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { LedgerFormView } from '../../domain/views/access-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { RUNNING_NUMBER } from '../../exchange/proposal/form-columns.ts'
import { readingSchema } from '../../exchange/proposal/reading.ts'
import { sheetCell } from '../../exchange/sheet/sheet-kinds.ts'
import { type FormRow, fillForm } from '../../exchange/workbook/fill/fill-form.ts'
import { emptied, type ReadForm, readForm } from '../../imports/forms/office-form.ts'
import { refuseActive } from '../../imports/forms/refuse-active.ts'
import { safeFileName } from '../../storage/files/file-name.ts'
import { dropForm, findForm, keepForm, MOST_FORM_BYTES } from '../../storage/imports/ledger-forms.ts'
import { findReading } from '../../storage/imports/ledger-readings.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { newest } from '../office/sheet.ts'
import { wholeBody } from '../request/body.ts'
import type { OfficeEnv } from '../request/env.ts'
import { sentFileName } from '../request/sent-file-name.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { openExport, sendFile } from './export-file.ts'

/** Rows that a form holds: it is changed as a whole in memory. */
const IN_FORM = 20_000

const about = z.strictObject({ procedure: z.string().min(1).max(100) })

/** A unit takes its ledger in a form of its own: the empty workbook is sent once, and filled whenever the ledger is taken. */
export const formRoutes = new Hono<OfficeEnv>()
  .get('/ledger-forms', describe('getLedgerForm'), signIn, valid('query', about), async (c) => {
    const procedure = await kindOf(c, c.req.valid('query').procedure)
    const kept = await findForm(c.var.deps, c.var.actor, procedure.id)
    return answer(c, 'getLedgerForm', kept ? shown(kept.name, await read(c, kept.bytes, procedure)) : { columns: [] })
  })
  .post('/ledger-forms', describe('keepLedgerForm'), signIn, valid('query', about), async (c) => {
    const procedure = await kindOf(c, c.req.valid('query').procedure)
    const bytes = await wholeBody(c, MOST_FORM_BYTES)
    const name = safeFileName(sentFileName(c))
    await refuseActive(bytes)
    const form = await read(c, bytes, procedure)
    await keepForm(c.var.deps, c.var.actor, procedure.id, { name, bytes: await emptied(bytes, form) })
    return answer(c, 'keepLedgerForm', shown(name, form))
  })
  .delete('/ledger-forms', describe('dropLedgerForm'), signIn, valid('query', about), async (c) => {
    const procedure = await kindOf(c, c.req.valid('query').procedure)
    await dropForm(c.var.deps, c.var.actor, procedure.id)
    return answer(c, 'dropLedgerForm', { columns: [] })
  })
  .get('/exports/:id/form', describe('downloadOnForm'), signIn, async (c) => {
    let found: { readonly bytes: Uint8Array; readonly form: ReadForm } | undefined
    const { file, shownMark, kinds, rows } = await openExport(c, async (id) => {
      const procedure = await kindOf(c, id)
      const kept = await findForm(c.var.deps, c.var.actor, id)
      if (!kept) throw new AnlanError('not-found', { form: id })
      const form = await read(c, kept.bytes, procedure)
      found = { bytes: kept.bytes, form }
      return { fields: fieldsOf(form), most: IN_FORM }
    })
    if (!found) throw new AnlanError('not-found')
    const { bytes, form } = found
    const filled: FormRow[] = []
    for await (const { tag, cells } of rows()) {
      const number = filled.length + 1
      const values = fieldsOf(form).map((field, at) =>
        field === RUNNING_NUMBER ? number : sheetCell(kinds[at] ?? 'text', cells[at] ?? ''),
      )
      filled.push({ tag, cells: values })
    }
    const book = await fillForm(bytes, { ...form.plan, mark: shownMark }, filled)
    return sendFile(c, { name: `${file}.xlsx`, type: XLSX, pieces: one(book) })
  })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const kindOf = async (c: Context<OfficeEnv>, id: string): Promise<Procedure> =>
  newest((await c.var.deps.rulebooks.of(c.var.actor.tenant)).procedures, id)

/** A form as the unit of whoever asks reads a ledger with its headings. */
const read = (c: Context<OfficeEnv>, bytes: Uint8Array, procedure: Procedure): Promise<ReadForm> =>
  readForm(bytes, procedure, async (digest) => {
    const kept = readingSchema.safeParse(await findReading(c.var.deps, c.var.actor, digest))
    return kept.success ? kept.data : undefined
  })

const fieldsOf = ({ columns }: ReadForm): readonly string[] => columns.flatMap(({ field }) => field ?? [])

const shown = (name: string, { columns }: ReadForm): LedgerFormView => ({
  name,
  columns: columns
    .filter(({ heading }) => heading !== '')
    .map(({ heading, field }) => ({ heading: heading.slice(0, 80), isFilled: field !== undefined })),
})
