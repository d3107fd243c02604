import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { ReturnedSheet } from '../../domain/views/returned-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { convertOldWorkbook, isOldOffice } from '../../exchange/old-workbook/convert.ts'
import { ownHeadings } from '../../exchange/returned/sheet-columns.ts'
import { inTemporaryFile } from '../../imports/in-temporary-file.ts'
import { deskHere } from '../../imports/ledger-desk.ts'
import { addedLedger } from '../../imports/returned/added-rows.ts'
import { type BringingBack, mergeReturned } from '../../imports/returned/merge-returned.ts'
import type { SheetRead } from '../../imports/returned/read-returned.ts'
import { recordReturned } from '../../imports/returned/record-returned.ts'
import { safeFileName } from '../../storage/files/file-name.ts'
import { keepUpload, MOST_LEDGER_BYTES, readUpload } from '../../storage/imports/ledger-uploads.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { whoImports } from '../imports/who-imports.ts'
import { wholeBody } from '../request/body.ts'
import type { OfficeEnv } from '../request/env.ts'
import { sentFileName } from '../request/sent-file-name.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'

/** Rows with something to say that the page shows at once; the others follow when these are settled. */
const SHOWN_ROWS = 300
const SHOWN_ADDED = 200
const SHOWN_HEADINGS = 30
const LONGEST_HEADING = 60
/** Rows recorded by one request: each is a step or two. */
const AT_ONCE = 50

const toRecord = z.strictObject({
  reason: z.string().trim().min(2).max(1000),
  rows: z
    .array(
      z.strictObject({
        row: z.int().min(1),
        seenVersion: z.int().min(1),
        fields: z.array(z.string().min(1).max(100)).min(1).max(100),
      }),
    )
    .min(1)
    .max(AT_ONCE),
})

/**
 * A ledger that this office gave out comes back changed: it is merged with what is recorded meanwhile, and each change that is
 * chosen is a step of whoever brings it. The file is read anew each time, so that nothing but rows and columns is asked for.
 */
export const returnedRoutes = new Hono<OfficeEnv>()
  .use('/returned/*', signIn)
  .post('/returned', describe('sendReturned'), async (c) => {
    const { deps, actor } = c.var
    const sent = await wholeBody(c, MOST_LEDGER_BYTES)
    const bytes = isOldOffice(sent) ? await convertOldWorkbook(sent) : sent
    const name = safeFileName(sentFileName(c))
    return answer(c, 'sendReturned', { id: await keepUpload(deps, actor, name, bytes), name })
  })
  .get('/returned/:id', describe('mergeReturned'), async (c) => {
    const { name, sheet } = await sheetOf(c)
    return answer(c, 'mergeReturned', sheet ? await mergedView(c, name, sheet) : none(name))
  })
  .post('/returned/:id/record', describe('recordReturned'), valid('json', toRecord), async (c) => {
    const { id, sheet } = await sheetOf(c)
    if (!sheet) throw new AnlanError('not-found', { upload: id })
    const asked = { upload: id, ...c.req.valid('json') }
    return answer(c, 'recordReturned', await recordReturned(c.var.deps, await bringing(c), sheet, asked))
  })
  .post('/returned/:id/added', describe('takeAddedRows'), whoImports, async (c) => {
    const { deps, actor } = c.var
    const { id, name, sheet } = await sheetOf(c)
    const added = sheet?.rows.filter(({ tag, forged }) => !tag && !forged) ?? []
    if (!sheet || added.length === 0) throw new AnlanError('not-found', { upload: id })
    const ledger = `${name.replace(/\.[^.]{1,8}$/, '').slice(0, 100)}-新增.csv`
    const kept = await keepUpload(deps, actor, safeFileName(ledger), addedLedger(sheet, added))
    return answer(c, 'takeAddedRows', { id: kept, name: ledger })
  })

async function sheetOf(c: Context<OfficeEnv>): Promise<{ id: string; name: string; sheet: SheetRead | undefined }> {
  const { deps, actor } = c.var
  const id = c.req.param('id') ?? ''
  if (!z.uuid().safeParse(id).success) throw new AnlanError('not-found', { upload: id })
  const { name, bytes } = await readUpload(deps, actor, id)
  const desk = deps.ledgers ?? deskHere(deps)
  const given = { tenant: actor.tenant, file: name }
  return { id, name, sheet: await inTemporaryFile(bytes, (path) => desk.readBack({ ...given, path })) }
}

async function bringing(c: Context<OfficeEnv>): Promise<BringingBack> {
  const { deps, db, actor, now } = c.var
  return { db, actor, now, rulebook: await deps.rulebooks.of(actor.tenant) }
}

async function mergedView(c: Context<OfficeEnv>, name: string, sheet: SheetRead): Promise<ReturnedSheet> {
  const { rows, changed, unchanged, added, columns } = await mergeReturned(await bringing(c), sheet, {
    most: SHOWN_ROWS,
  })
  return {
    name,
    isReturned: true,
    unchanged,
    rows: rows.map(({ view }) => view),
    more: changed - rows.length,
    added: added.slice(0, SHOWN_ADDED).map(({ number }) => number),
    addedCount: added.length,
    own: columns ? ownHeadings(sheet.headings, columns).slice(0, SHOWN_HEADINGS).map(shortened) : [],
    twice: columns?.twice ?? [],
  }
}

const shortened = (heading: string): string => Array.from(heading).slice(0, LONGEST_HEADING).join('')

const none = (name: string): ReturnedSheet => ({
  name,
  isReturned: false,
  unchanged: 0,
  rows: [],
  more: 0,
  added: [],
  addedCount: 0,
  own: [],
  twice: [],
})
