import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { getDefinition } from '../../domain/procedure/definition.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { toldSatisfaction } from '../../domain/views/satisfaction.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { isRestricted } from '../../engine/access/restricted.ts'
import { csvText } from '../../exchange/sheet/csv-text.ts'
import { sheetHeadings, sheetRow } from '../../exchange/sheet/ledger-sheet.ts'
import { listWholeMatters } from '../../storage/read/list-matters.ts'
import { recordReadings } from '../../storage/read/readings.ts'
import { countSatisfaction } from '../../storage/read/satisfaction.ts'
import { answer } from '../description/answers.ts'
import { describe } from '../description/describe.ts'
import type { OfficeEnv } from '../request/env.ts'
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

/** Rows that a screen shows, and that a file holds: a county's year of one kind. Whoever has more asks by period. */
const SHOWN = 200
const IN_FILE = 10_000

/** The ledger of one kind with the columns of its definition, on the screen and as a file. */
export const sheetRoutes = new Hono<OfficeEnv>()
  .get('/sheet', describe('getSheet'), signIn, valid('query', query), async (c) => {
    const { headings, ids, rows, more } = await sheetOf(c, c.req.valid('query'), SHOWN)
    return answer(c, 'getSheet', { headings, rows: rows.map((cells, at) => ({ id: ids[at] ?? '', cells })), more })
  })
  .get('/satisfaction', describe('getSatisfaction'), signIn, valid('query', period), async (c) => {
    const { db, actor, deps } = c.var
    const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
    const filter = c.req.valid('query')
    const procedure = newest(procedures, filter.procedure)
    if (!procedure.reporting) throw new AnlanError('not-found')
    const counts = await countSatisfaction(db, actor, procedure, { ...filter, limit: 1 }, directory)
    return answer(c, 'getSatisfaction', { units: counts.map(toldSatisfaction) })
  })
  .get('/sheet/csv', describe('downloadSheet'), signIn, valid('query', query), async (c) => {
    const { procedure, headings, rows, more } = await sheetOf(c, c.req.valid('query'), IN_FILE)
    if (more)
      throw new AnlanError('request-invalid', {
        issues: [{ field: 'openedFrom', rule: 'too-many-values', limit: IN_FILE }],
      })
    const name = `${procedure.title[c.var.locale]}.csv`
    c.header('cache-control', 'no-store')
    return c.body(csvText([headings, ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    })
  })

async function sheetOf(c: Context<OfficeEnv>, filter: LedgerFilter & { procedure: string }, limit: number) {
  const { db, actor, deps, locale, now } = c.var
  const { directory, procedures } = await deps.rulebooks.of(actor.tenant)
  const procedure = newest(procedures, filter.procedure)
  const { matters: found, more } = await listWholeMatters(db, actor, { ...filter, limit }, directory)
  // What is stored and not used is in no sheet, whoever asks.
  const matters = found.filter((matter) => !isRestricted(matter))
  await recordReadings(db, matters, { actor, what: 'sheet', now }, directory)
  return {
    procedure,
    headings: sheetHeadings(procedure, locale),
    ids: matters.map(({ id }) => id),
    // The columns are those of today; a value is read by the definition its matter follows.
    rows: matters.map((matter) =>
      sheetRow({ ...getDefinition(procedures, matter), ledger: procedure.ledger }, matter, { directory, locale }),
    ),
    more,
  }
}

function newest(procedures: readonly Procedure[], id: string): Procedure {
  const found = procedures.findLast((procedure) => procedure.id === id)
  if (!found) throw new AnlanError('procedure-not-found', { procedure: id })
  return found
}
