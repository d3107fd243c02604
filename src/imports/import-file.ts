import type { PoolClient } from 'pg'
import type { RowIssue } from '../domain/views/admin-views.ts'
import { AnlanError } from '../domain/wording/errors.ts'
import { type ImportMapping, listOf } from '../exchange/mapping/import-mapping.ts'
import { keptCells, personalColumns } from '../exchange/mapping/kept-cells.ts'
import { caseHistory, type RowResult } from '../exchange/mapping/row-history.ts'
import { keyOf } from '../exchange/mapping/row-key.ts'
import type { RowContext } from '../exchange/mapping/row-reading.ts'
import { timeRules } from '../exchange/mapping/row-times.ts'
import { holds } from '../exchange/mapping/source-value.ts'
import { unitsToCreate } from '../exchange/mapping/unit-names.ts'
import { type CsvRow, csvRows, type FileShape } from '../exchange/table/csv-rows.ts'
import { createLedgerTimes } from '../exchange/table/ledger-times.ts'
import type { SkippedKind } from '../exchange/table/row-kinds.ts'
import { type BulkOutcome, openInBulk } from '../storage/bulk/bulk.ts'
import { finishBatch, importedId, type RejectedRow, recordProgress } from '../storage/bulk/import-batches.ts'
import { addImportedUnits } from '../storage/bulk/import-units.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { casesOf, type LedgerCase } from './ledger-cases.ts'
import { refusalIssues } from './refusal-issues.ts'
import type { KeySurvey } from './survey-keys.ts'
import { addReasons, type Reason } from './tally.ts'

/** What became of the rows below the headings: `read` is the sum of the five others. */
export type ImportCounts = {
  read: number
  added: number
  known: number
  changed: number
  rejected: number
  skipped: number
  /** Matters that were added; of an event log fewer than rows. */
  matters: number
  readonly skippedKinds: Partial<Record<SkippedKind | 'filtered', number>>
  /** Why rows were rejected, each reason once. */
  readonly reasons: Map<string, Reason>
  /** The first rejected rows; all of them are kept in the database. */
  readonly examples: RejectedRow[]
}

const EXAMPLES = 10

export type ImportJob = {
  readonly tenant: string
  readonly shape: FileShape
  readonly mapping: ImportMapping
  readonly keys: KeySurvey
  readonly batchId: string
  /** Called after each piece with what is done and how many bytes of the file were read. */
  readonly onProgress: (counts: Readonly<ImportCounts>, bytes: number) => void
}

/** Cases that go in together, in one transaction. Larger pieces were not faster, and hold more memory. */
const PIECE = 250
/** Pieces on their way at once: while PostgreSQL writes one, the next is decided. */
const AT_ONCE = 3

/** Reads a file and takes its rows in, piece by piece; memory does not grow with the file. */
export async function importFile(deps: StorageDeps, job: ImportJob): Promise<ImportCounts> {
  const { mapping, shape } = job
  const counts: ImportCounts = {
    read: 0,
    added: 0,
    known: 0,
    changed: 0,
    rejected: 0,
    skipped: 0,
    matters: 0,
    skippedKinds: {},
    reasons: new Map(),
    examples: [],
  }
  const personal = personalColumns(mapping, deps.rulebooks.procedures)
  const context = { readTime: createLedgerTimes(timeRules(mapping)), personal }
  let bytes = 0
  const rows = csvRows(shape, listOf(mapping.opened)[0], (count) => (bytes += count))
  const onTheWay = new Set<Promise<void>>()
  for await (const piece of piecesOf(casesOf(rows, mapping), PIECE)) {
    const results = await prepare(deps, job, context, piece)
    const written = takeIn(deps, job, personal, piece, results, counts).then(() => job.onProgress(counts, bytes))
    onTheWay.add(written)
    written.then(() => onTheWay.delete(written)).catch(() => {})
    if (onTheWay.size >= AT_ONCE) await Promise.race(onTheWay)
  }
  await Promise.all(onTheWay)
  await finishBatch(deps, job.tenant, job.batchId, deps.now())
  return counts
}

async function* piecesOf<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let piece: T[] = []
  for await (const item of items) {
    piece.push(item)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

type Read = RowResult | { readonly skipped: SkippedKind | 'filtered' }

/** Makes the units that the rows name, then says what each case tells. */
async function prepare(
  deps: StorageDeps,
  { tenant, mapping, keys }: ImportJob,
  given: Pick<RowContext, 'readTime' | 'personal'>,
  piece: readonly LedgerCase[],
): Promise<Read[]> {
  const read = piece.map(({ rows }): Read | undefined => earlyResult(rows, mapping, keys, given.personal))
  const cells = piece.flatMap(({ rows }, index) => (read[index] ? [] : rows.map((row) => row.cells)))
  const { directory } = await deps.rulebooks.of(tenant)
  await addImportedUnits(deps, tenant, unitsToCreate(mapping, cells, directory))
  const context: RowContext = {
    ...given,
    tenant,
    mapping,
    rulebook: await deps.rulebooks.of(tenant),
    now: deps.now(),
    idOf: (key) => importedId(tenant, mapping.name, key),
  }
  return piece.map(
    ({ rows }, index) =>
      read[index] ??
      caseHistory(
        context,
        rows.map((row) => row.cells),
      ),
  )
}

/** Characters that no text holds: control characters, and what a wrong encoding leaves behind. */
const UNREADABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]|锟斤拷/u

/** What can be said of rows before they are understood: no case, or not to be trusted. */
function earlyResult(
  rows: readonly CsvRow[],
  mapping: ImportMapping,
  keys: KeySurvey,
  personal: ReadonlySet<string>,
): Read | undefined {
  const [first] = rows
  if (!first) return undefined
  if (first.skipped) return { skipped: first.skipped }
  if (first.fault)
    return {
      issues: [{ field: 'columns', rule: first.fault, ...(first.fault === 'quotation' ? { limit: first.line } : {}) }],
    }
  if (!holds(mapping.where, first.cells)) return { skipped: 'filtered' }
  const issues: RowIssue[] = rows.flatMap(({ cells }) =>
    Object.keys(cells).flatMap((column) =>
      UNREADABLE.test(cells[column] ?? '') ? [{ field: column, rule: 'unreadable' as const, column }] : [],
    ),
  )
  for (const column of listOf(mapping.key)) {
    const cell = first.cells[column] ?? ''
    if (keys.isRuined(column, cell)) issues.push({ field: 'key', rule: 'ruined', column, cell })
  }
  const { key } = keyOf(mapping, first.cells)
  const alike = keys.repeated.get(key)
  if (alike && issues.length === 0) {
    const column = listOf(mapping.key)[0] ?? ''
    const cell = personal.has(column) ? {} : { cell: key.replaceAll('\u001F', ' ') }
    issues.push({ field: 'key', rule: 'repeated', limit: rowList(alike), column, ...cell })
  }
  return issues.length > 0 ? { issues } : undefined
}

/** The first rows of many, and that there are more. */
const rowList = (rows: readonly number[]): string => `${rows.slice(0, 8).join(', ')}${rows.length > 8 ? ' …' : ''}`

async function takeIn(
  deps: StorageDeps,
  { tenant, batchId, mapping }: ImportJob,
  personal: ReadonlySet<string>,
  piece: readonly LedgerCase[],
  results: readonly Read[],
  counts: ImportCounts,
): Promise<void> {
  const good = results.flatMap((result, index) => ('history' in result ? [{ index, history: result.history }] : []))
  const rejectedOf = (outcomes: readonly BulkOutcome[]): RejectedRow[] => {
    const refused = new Map(
      good.flatMap(({ index }, nth) => {
        const outcome = outcomes[nth]
        const cells = piece[index]?.rows[0]?.cells ?? {}
        if (!(outcome instanceof AnlanError)) return []
        return [[index, refusalIssues(outcome, mapping, cells, personal, deps.rulebooks.procedures)] as const]
      }),
    )
    return piece.flatMap(({ rows }, index) => {
      const result = results[index]
      const issues = result && 'issues' in result ? result.issues : refused.get(index)
      return issues
        ? rows.map(({ number, cells, fault }) => ({
            number,
            issues,
            original: keptCells(cells, personal, fault !== undefined),
          }))
        : []
    })
  }
  const rowsOf = (outcomes: readonly BulkOutcome[], wanted: BulkOutcome): number =>
    good.reduce((sum, { index }, nth) => sum + (outcomes[nth] === wanted ? (piece[index]?.rows.length ?? 0) : 0), 0)
  const read = piece.reduce((sum, { rows }) => sum + rows.length, 0)
  const skipped = results.flatMap((result) => ('skipped' in result ? [result.skipped] : []))
  const also = (client: PoolClient, outcomes: readonly BulkOutcome[]) =>
    recordProgress(client, tenant, batchId, {
      read,
      added: rowsOf(outcomes, 'added'),
      skipped: skipped.length,
      rejected: rejectedOf(outcomes),
    })
  const outcomes = await openInBulk(
    deps,
    tenant,
    good.map(({ history }) => history),
    also,
  )
  counts.read += read
  counts.added += rowsOf(outcomes, 'added')
  counts.matters += outcomes.filter((outcome) => outcome === 'added').length
  counts.known += rowsOf(outcomes, 'known')
  counts.skipped += skipped.length
  for (const kind of skipped) counts.skippedKinds[kind] = (counts.skippedKinds[kind] ?? 0) + 1
  const rejected = rejectedOf(outcomes)
  counts.rejected += rejected.length
  for (const { number, issues } of rejected) addReasons(counts.reasons, number, issues)
  counts.examples.push(...rejected.slice(0, EXAMPLES))
  counts.examples.sort((a, b) => a.number - b.number)
  counts.examples.length = Math.min(counts.examples.length, EXAMPLES)
}
