import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { LedgerReading } from '../../domain/views/import-views.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { convertOldWorkbook, isOldOffice } from '../../exchange/old-workbook/convert.ts'
import { readingSchema } from '../../exchange/proposal/reading.ts'
import { inTemporaryFile } from '../../imports/in-temporary-file.ts'
import { deskHere, type LedgerDesk } from '../../imports/ledger-desk.ts'
import type { ProposedLedger } from '../../imports/propose-ledger.ts'
import { listImportBatches, listRejectedRows } from '../../storage/admin/admin-imports.ts'
import { safeFileName } from '../../storage/files/file-name.ts'
import { askImport, isOwnImport, stopImport } from '../../storage/imports/asked-imports.ts'
import { findReading, keepReading } from '../../storage/imports/ledger-readings.ts'
import { keepUpload, type LedgerUpload, MOST_LEDGER_BYTES, readUpload } from '../../storage/imports/ledger-uploads.ts'
import { rejectedQuery } from '../admin/schemas.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import { wholeBody } from '../request/body.ts'
import type { OfficeEnv } from '../request/env.ts'
import { sentFileName } from '../request/sent-file-name.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { proposalWish, readingWish } from './import-schemas.ts'
import { whoImports } from './who-imports.ts'

const LATEST = 50
/** Cells of each column that the page shows, and characters of each. */
const SHOWN = { cells: 6, characters: 80 }

/** An office brings its own ledger in: sent in, looked at, tried, taken in. Each step reads the file anew, so none can be skipped. */
export const importRoutes = new Hono<OfficeEnv>()
  .use('/imports/*', signIn, whoImports)
  .post('/imports/uploads', describe('uploadLedger'), async (c) => {
    const { deps, actor } = c.var
    const sent = await wholeBody(c, MOST_LEDGER_BYTES)
    const bytes = isOldOffice(sent) ? await convertOldWorkbook(sent) : sent
    const name = safeFileName(sentFileName(c))
    const id = await keepUpload(deps, actor, name, bytes)
    return answer(c, 'uploadLedger', { id, name })
  })
  .post('/imports/uploads/:id/proposal', describe('proposeImport'), valid('json', proposalWish), async (c) => {
    const { kind, reading } = c.req.valid('json')
    const upload = await uploadOf(c)
    const proposed = await propose(c, upload, { kind, reading })
    return answer(c, 'proposeImport', shown(proposed, upload.name))
  })
  .post('/imports/uploads/:id/preview', describe('previewImport'), valid('json', readingWish), async (c) => {
    const { actor } = c.var
    const upload = await uploadOf(c)
    const { mapping, reading } = await propose(c, upload, c.req.valid('json'))
    await mustRegister(c, reading)
    const given = { tenant: actor.tenant, file: upload.name, mapping, within: actor.unitPath }
    const rows = await inTemporaryFile(upload.bytes, (path) => deskOf(c).preview({ ...given, path }))
    return answer(c, 'previewImport', rows)
  })
  .post('/imports/uploads/:id/import', describe('askImport'), valid('json', readingWish), async (c) => {
    const { deps, actor } = c.var
    const upload = await uploadOf(c)
    const { mapping, headings, reading } = await propose(c, upload, c.req.valid('json'))
    await mustRegister(c, reading)
    await keepReading(deps, actor, headings, reading)
    return answer(c, 'askImport', { id: await askImport(deps, actor, upload, mapping) })
  })
  .get('/imports/batches', describe('listOwnImports'), async (c) => {
    const { db, actor } = c.var
    return answer(c, 'listOwnImports', await listImportBatches(db, actor.tenant, LATEST, actor.personId))
  })
  .post('/imports/batches/:id/stop', describe('stopImport'), async (c) => {
    const { deps, actor } = c.var
    const id = await ownBatch(c)
    await stopImport(deps, actor, id)
    return answer(c, 'stopImport', { id })
  })
  .get('/imports/batches/:id/rejected', describe('listOwnRejectedRows'), valid('query', rejectedQuery), async (c) => {
    const { db, actor } = c.var
    const place = { tenant: actor.tenant, batchId: await ownBatch(c), ...c.req.valid('query') }
    return answer(c, 'listOwnRejectedRows', await listRejectedRows(db, place))
  })

/** The import that is meant. @throws AnlanError not-found when it is another's */
async function ownBatch(c: Context<OfficeEnv>): Promise<string> {
  const id = c.req.param('id') ?? ''
  if (!z.uuid().safeParse(id).success || !(await isOwnImport(c.var.db, c.var.actor, id)))
    throw new AnlanError('not-found', { batch: id })
  return id
}

function uploadOf(c: Context<OfficeEnv>): Promise<LedgerUpload> {
  const id = c.req.param('id') ?? ''
  if (!z.uuid().safeParse(id).success) throw new AnlanError('not-found', { upload: id })
  return readUpload(c.var.deps, c.var.actor, id)
}

const deskOf = ({ var: { deps } }: Context<OfficeEnv>): LedgerDesk => deps.ledgers ?? deskHere(deps)

type Wish = { readonly kind?: string | undefined; readonly reading?: LedgerReading | undefined }

/** By what was put right, else by what the unit read such a ledger as the last time, else by what the file tells. */
async function propose(c: Context<OfficeEnv>, upload: LedgerUpload, wish: Wish): Promise<ProposedLedger> {
  const { deps, actor } = c.var
  const look = ({ kind, reading }: Wish) =>
    inTemporaryFile(upload.bytes, (path) =>
      deskOf(c).propose({
        tenant: actor.tenant,
        path,
        file: upload.name,
        unitId: actor.unitId,
        ...(kind ? { kind } : {}),
        ...(reading ? { reading } : {}),
      }),
    )
  const proposed = await look(wish)
  if (wish.reading || wish.kind) return proposed
  const kept = readingSchema.safeParse(await findReading(deps, actor, proposed.headings))
  return kept.success ? look({ reading: kept.data }) : proposed
}

/** A ledger brings in no kind of matter that whoever sends it could not register one by one. @throws AnlanError role-required */
async function mustRegister(c: Context<OfficeEnv>, { kind }: LedgerReading): Promise<void> {
  const { procedures } = await c.var.deps.rulebooks.of(c.var.actor.tenant)
  const roles = procedures.findLast(({ id }) => id === kind)?.opening.by ?? []
  if (!roles.some((role) => c.var.actor.roles.includes(role))) throw new AnlanError('role-required', { roles })
}

/** What the page needs: the mapping stays here, and of the cells as many as tell what a column is. */
const shown = ({ reading, columns, filled, unknown, sample }: ProposedLedger, name: string) => ({
  name,
  reading,
  filled,
  unknown,
  columns: columns.map((column, index) => ({
    ...column,
    heading: sample[index]?.heading ?? column.name,
    cells: [...new Set((sample[index]?.cells ?? []).filter((cell) => cell !== ''))]
      .slice(0, SHOWN.cells)
      .map((cell) => Array.from(cell).slice(0, SHOWN.characters).join('')),
  })),
})
