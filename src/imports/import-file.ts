import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { PoolClient } from 'pg'
import { AnlanError, type Issue } from '../domain/wording/errors.ts'
import type { ImportMapping } from '../exchange/mapping/import-mapping.ts'
import { keptCells, personalColumns } from '../exchange/mapping/kept-cells.ts'
import { type RowResult, rowHistory } from '../exchange/mapping/row-history.ts'
import { unitsToCreate } from '../exchange/mapping/unit-names.ts'
import { type CsvRow, csvRows } from '../exchange/table/csv-rows.ts'
import { createTimeReader, type TimeReader } from '../exchange/table/local-time.ts'
import { type BulkOutcome, openInBulk } from '../storage/bulk/bulk.ts'
import { finishBatch, importedId, type RejectedRow, recordProgress } from '../storage/bulk/import-batches.ts'
import { addImportedUnits } from '../storage/bulk/import-units.ts'
import type { StorageDeps } from '../storage/deps.ts'

/** `examples` are the first rejected rows; all of them are kept in the database. */
export type ImportCounts = {
  read: number
  added: number
  known: number
  rejected: number
  readonly examples: RejectedRow[]
}

const EXAMPLES = 10

export type ImportJob = {
  readonly tenant: string
  readonly path: string
  readonly mapping: ImportMapping
  readonly batchId: string
  /** Called after each piece with what is done and how many bytes of the file were read. */
  readonly onProgress: (counts: Readonly<ImportCounts>, bytes: number) => void
}

/** Rows that go in together, in one transaction. Larger pieces were not faster, and hold more memory. */
const PIECE = 250
/** Pieces on their way at once: while PostgreSQL writes one, the next is decided. */
const AT_ONCE = 3

/** Reads a file and takes its rows in, piece by piece; memory does not grow with the file. */
export async function importFile(deps: StorageDeps, job: ImportJob): Promise<ImportCounts> {
  const counts: ImportCounts = { read: 0, added: 0, known: 0, rejected: 0, examples: [] }
  const { encoding = 'utf-8', delimiter = ',' } = job.mapping.file ?? {}
  const readTime = createTimeReader(job.mapping.time.zone, job.mapping.time.format)
  let bytes = 0
  const rows = csvRows(job.path, { encoding, delimiter, onBytes: (count) => (bytes += count) })
  const onTheWay = new Set<Promise<void>>()
  for await (const piece of piecesOf(rows, PIECE)) {
    const results = await prepare(deps, job, readTime, piece)
    const written = takeIn(deps, job, piece, results, counts).then(() => job.onProgress(counts, bytes))
    onTheWay.add(written)
    written.then(() => onTheWay.delete(written)).catch(() => {})
    if (onTheWay.size >= AT_ONCE) await Promise.race(onTheWay)
  }
  await Promise.all(onTheWay)
  await finishBatch(deps, job.tenant, job.batchId, deps.now())
  return counts
}

async function* piecesOf<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let piece: T[] = []
  for await (const row of rows) {
    piece.push(row)
    if (piece.length < size) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

/** Makes the units that the rows name, then says what each row tells. */
async function prepare(
  deps: StorageDeps,
  { tenant, mapping }: ImportJob,
  readTime: TimeReader,
  piece: readonly CsvRow[],
): Promise<RowResult[]> {
  const { directory } = await deps.rulebooks.of(tenant)
  const cells = piece.map((row) => row.cells)
  await addImportedUnits(deps, tenant, unitsToCreate(mapping, cells, directory))
  const context = {
    tenant,
    mapping,
    rulebook: await deps.rulebooks.of(tenant),
    readTime,
    now: deps.now(),
    idOf: (key: string) => importedId(tenant, mapping.name, key),
  }
  return piece.map((row) =>
    row.fault ? { issues: [{ field: 'columns', rule: 'wrong-form' as const }] } : rowHistory(context, row.cells),
  )
}

async function takeIn(
  deps: StorageDeps,
  { tenant, batchId, mapping }: ImportJob,
  piece: readonly CsvRow[],
  results: readonly RowResult[],
  counts: ImportCounts,
): Promise<void> {
  const good = results.flatMap((result, index) => ('history' in result ? [{ index, history: result.history }] : []))
  const personal = personalColumns(mapping, deps.rulebooks.procedures)
  const rejectedOf = (outcomes: readonly BulkOutcome[]): RejectedRow[] => {
    const refused = new Map(
      good.flatMap(({ index }, nth) =>
        outcomes[nth] instanceof AnlanError ? [[index, issuesOf(outcomes[nth])] as const] : [],
      ),
    )
    return piece.flatMap(({ number, cells, fault }, index) => {
      const result = results[index]
      const issues = result && 'issues' in result ? result.issues : refused.get(index)
      return issues ? [{ number, issues, original: keptCells(cells, personal, fault !== undefined) }] : []
    })
  }
  const also = (client: PoolClient, outcomes: readonly BulkOutcome[]) =>
    recordProgress(client, tenant, batchId, {
      read: piece.length,
      added: countOf(outcomes, 'added'),
      rejected: rejectedOf(outcomes),
    })
  const outcomes = await openInBulk(
    deps,
    tenant,
    good.map(({ history }) => history),
    also,
  )
  counts.read += piece.length
  counts.added += countOf(outcomes, 'added')
  counts.known += countOf(outcomes, 'known')
  const rejected = rejectedOf(outcomes)
  counts.rejected += rejected.length
  counts.examples.push(...rejected.slice(0, EXAMPLES - counts.examples.length))
}

const countOf = (outcomes: readonly BulkOutcome[], wanted: 'added' | 'known') =>
  outcomes.filter((outcome) => outcome === wanted).length

/** What the decision said, as issues of the row. A refusal without fields is kept by its code. */
function issuesOf({ code, details }: AnlanError): readonly Issue[] {
  const issues = details['issues'] as readonly Issue[] | undefined
  if (issues && issues.length > 0) return issues
  const about = [details['step'], details['guard'] ?? details['rule']]
    .filter((part) => typeof part === 'string')
    .join(' ')
  return [{ field: about ? `${code}: ${about}` : code, rule: 'wrong' }]
}

/** SHA-256 of a file, read piece by piece. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
