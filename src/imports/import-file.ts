import { listOf } from '../exchange/mapping/import-mapping.ts'
import { personalColumns } from '../exchange/mapping/kept-cells.ts'
import { caseHistory } from '../exchange/mapping/row-history.ts'
import type { RowContext } from '../exchange/mapping/row-reading.ts'
import { timeRules } from '../exchange/mapping/row-times.ts'
import { unitsToCreate } from '../exchange/mapping/unit-names.ts'
import { createLedgerTimes } from '../exchange/table/ledger-times.ts'
import { tableRows } from '../exchange/table/table-rows.ts'
import { finishBatch, importedId } from '../storage/bulk/import-batches.ts'
import { addImportedUnits } from '../storage/bulk/import-units.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { earlyResult, type Read } from './early-result.ts'
import type { ImportCounts, ImportJob } from './import-job.ts'
import { casesOf, type LedgerCase } from './ledger-cases.ts'
import { takeIn } from './take-in.ts'

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
    changes: [],
    applied: 0,
  }
  const personal = personalColumns(mapping, deps.rulebooks.procedures)
  const context = { readTime: createLedgerTimes(timeRules(mapping)), personal }
  let bytes = 0
  const rows = tableRows(shape, listOf(mapping.opened)[0], (count) => (bytes += count))
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
