import type { Context } from 'hono'
import { dayOf } from '../../domain/time/time.ts'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { timeText } from '../../engine/why/date-text.ts'
import { rowTagText } from '../../exchange/workbook/row-tag.ts'
import { rowTagMac } from '../../storage/keys/row-tags.ts'
import { countWholeMatters } from '../../storage/read/list-matters.ts'
import { needsApproval, takeExport } from '../../storage/readings/exports.ts'
import { openSheet } from '../office/sheet.ts'
import type { OfficeEnv } from '../request/env.ts'
import { readsOf } from '../request/reads.ts'
import { idOf } from './readings-routes.ts'

export type ExportFilter = LedgerFilter & { readonly procedure: string }

/** Rows that a file holds: a province's year of one kind. Whoever has more asks by period. */
const IN_FILE = 100_000
/** Rows that are read at a time. */
const PAGE = 50

const MARK = text('导出', 'Taken by')
const PURPOSE = text('用途', 'For')

/** How many rows a file would have. @throws AnlanError request-invalid when they are more than a file holds */
export async function rowsInFile(c: Context<OfficeEnv>, filter: ExportFilter, most = IN_FILE): Promise<number> {
  const { db, actor, deps } = c.var
  const { directory } = await deps.rulebooks.of(actor.tenant)
  const rows = await countWholeMatters(db, actor, { ...filter, limit: most + 1 }, directory)
  if (rows > most)
    throw new AnlanError('request-invalid', {
      issues: [{ field: 'openedFrom', rule: 'too-many-values', limit: most }],
    })
  return rows
}

/**
 * A file that was agreed to, as its asker takes it now: its ledger, who takes it, and its rows as they come.
 * @param fieldsOf other columns than those of the definition, and how many rows they hold
 */
export async function openExport(
  c: Context<OfficeEnv>,
  fieldsOf?: (procedure: string) => Promise<{ readonly fields: readonly string[]; readonly most: number }>,
) {
  const { actor, deps, locale, now, signedIn } = c.var
  const kept = await takeExport(deps, actor, idOf(c.req.param('id')))
  const filter = kept.filter as ExportFilter
  const wanted = await fieldsOf?.(filter.procedure)
  const count = await rowsInFile(c, filter, wanted?.most)
  // What came in since may make it a file that somebody must agree to.
  if (count > kept.rows && !kept.decidedBy && needsApproval({ ...kept, rows: count }))
    throw new AnlanError('not-allowed', { rule: 'export-over' })
  const sheet = await openSheet({ ...c.var, reads: await readsOf(c) }, filter, wanted?.fields)
  const who = signedIn.person.name
  return {
    ...sheet,
    title: sheet.procedure.title[locale],
    mark: [`${MARK[locale]} ${who}`, now, `${PURPOSE[locale]} ${kept.purpose}`, kept.id],
    shownMark: [
      `${MARK[locale]} ${who}`,
      `${dayOf(now)} ${timeText(now)}`,
      `${PURPOSE[locale]} ${kept.purpose}`,
      kept.id,
    ].join(' · '),
    file: `${sheet.procedure.title[locale]}-${who}-${now.slice(0, 16).replace(/\D/g, '')}`,
    rows: () => rowsOf(sheet.pages, rowTagMac(deps.keys, actor.tenant)),
  }
}

type Pages = Awaited<ReturnType<typeof openSheet>>['pages']

/** The rows of all pages, each with the tag by which it is known when it comes back. */
export async function* rowsOf(pages: Pages, mac: (text: string) => string) {
  let [cursor, left] = [undefined as string | undefined, IN_FILE]
  do {
    const { rows, next } = await pages(cursor, Math.min(PAGE, left))
    for (const { id, version, cells } of rows) yield { tag: rowTagText({ matterId: id, version }, mac), cells }
    left -= rows.length
    cursor = next
  } while (cursor && left > 0)
}

/** A file to be kept by whoever asked for it and by nothing on the way. */
export function sendFile(
  c: Context<OfficeEnv>,
  { name, type, pieces }: { readonly name: string; readonly type: string; readonly pieces: AsyncIterable<Uint8Array> },
) {
  c.header('cache-control', 'no-store')
  return c.body(streamOf(pieces), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
  })
}

/** Pieces as the body of an answer, made no faster than they are taken. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const waiting = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(body) {
      const { done, value } = await waiting.next()
      if (done) body.close()
      else body.enqueue(value)
    },
    async cancel() {
      await waiting.return?.()
    },
  })
}
