import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { toldSatisfaction } from '../../domain/views/satisfaction.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { isRestricted } from '../../engine/access/restricted.ts'
import { sheetHeadings, sheetRow } from '../../exchange/sheet/ledger-sheet.ts'
import { sheetKinds } from '../../exchange/sheet/sheet-kinds.ts'
import type { StorageDeps } from '../../storage/deps.ts'
import { listWholeMatters } from '../../storage/read/list-matters.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { countSatisfaction } from '../../storage/read/satisfaction.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { valid } from '../request/valid.ts'
import { signIn } from '../sign-in/signed-in.ts'
import { ledgerFilters } from './ledger-query.ts'

const query = z.strictObject({ ...ledgerFilters, procedure: z.string().min(1).max(100) })

/** By period and nothing finer: what is told of few could be worked out from two narrow questions. */
const period = z.strictObject({
  procedure: query.shape.procedure,
  openedFrom: ledgerFilters.openedFrom,
  openedTo: ledgerFilters.openedTo,
})

/** Rows that a screen shows. */
const SHOWN = 200

/** The ledger of one kind with the columns of its definition; as a file it is asked for (`readings/export-routes.ts`). */
export const sheetRoutes = new Hono<OfficeEnv>()
  .get('/sheet', describe('getSheet'), signIn, valid('query', query), async (c) => {
    const { headings, ids, rows, more } = await sheetOf(c, c.req.valid('query'), SHOWN)
    return answer(c, 'getSheet', { headings, rows: rows.map((cells, at) => ({ id: ids[at] ?? '', cells })), more })
  })
  .get('/satisfaction', describe('getSatisfaction'), signIn, valid('query', period), async (c) => {
    const { actor, deps } = c.var
    const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
    const filter = c.req.valid('query')
    const procedure = newest(procedures, filter.procedure)
    if (!procedure.reporting) throw new AnlanError('not-found')
    const counts = await countSatisfaction(await readsOf(c), actor, procedure, { ...filter, limit: 1 }, directory)
    return answer(c, 'getSatisfaction', { units: counts.map(toldSatisfaction) })
  })

/** The rows that the reader sees now, in words. */
export async function sheetOf(c: Context<OfficeEnv>, filter: LedgerFilter & { procedure: string }, limit: number) {
  const { headings, pages } = await openSheet({ ...c.var, reads: await readsOf(c) }, filter)
  const { rows, next } = await pages(undefined, limit)
  return { headings, ids: rows.map(({ id }) => id), rows: rows.map(({ cells }) => cells), more: next !== undefined }
}

/** Who reads a ledger, in which language, when. */
export type SheetReader = Pick<OfficeEnv['Variables'], 'db' | 'actor' | 'locale' | 'now'> & {
  readonly deps: Pick<StorageDeps, 'rulebooks'>
  /** Where its rows are read from, when that is not where reading them is recorded. */
  readonly reads?: OfficeEnv['Variables']['db']
}

/**
 * The ledger of a kind for a reader, page by page: columns of today, each value read by the definition its matter follows.
 * @param fields other columns than those of the definition
 */
export async function openSheet(
  reader: SheetReader,
  filter: LedgerFilter & { procedure: string },
  fields?: readonly string[],
) {
  const { db, reads = db, actor, deps, locale, now } = reader
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  const procedure = newest(procedures, filter.procedure)
  const ledger = fields?.map((field) => ({ field, title: text(field, field) })) ?? procedure.ledger
  const definitions = new Map<number, Procedure>()
  const definitionOf = (matter: Matter): Procedure => {
    const version = matter.procedureVersion
    const found = definitions.get(version) ?? { ...getDefinition(procedures, matter), ledger }
    definitions.set(version, found)
    return found
  }
  const pages = async (cursor: string | undefined, limit: number) => {
    const { matters: found, next } = await listWholeMatters(reads, actor, { ...filter, cursor, limit }, directory)
    // What is stored and not used is in no sheet, whoever asks.
    const matters = found.filter((matter) => !isRestricted(matter))
    await recordReadings(db, matters, { actor, what: 'sheet', now }, directory)
    const rows = matters.map((matter) => ({
      id: matter.id,
      version: matter.version,
      cells: sheetRow(definitionOf(matter), matter, { directory, locale }),
    }))
    return { rows, next }
  }
  const kinds = sheetKinds({ ...procedure, ledger })
  return { procedure, headings: sheetHeadings(procedure, locale), kinds, pages }
}

/** The newest version of a kind. */
export function newest(procedures: readonly Procedure[], id: string): Procedure {
  const found = procedures.findLast((procedure) => procedure.id === id)
  if (!found) throw new AnlanError('procedure-not-found', { procedure: id })
  return found
}
