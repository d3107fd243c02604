import { AnlanError } from '../domain/wording/errors.ts'
import { text } from '../domain/wording/text.ts'
import { listOf } from '../exchange/mapping/import-mapping.ts'
import { tableRows } from '../exchange/table/table-rows.ts'
import { finishBatch } from '../storage/bulk/import-batches.ts'
import type { StorageDeps } from '../storage/deps.ts'
import type { ImportCounts, ImportJob } from './import-job.ts'
import { casesOf } from './ledger-cases.ts'
import { readCases, readingOf } from './read-cases.ts'
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
  const context = readingOf(job, deps.rulebooks.procedures)
  const { personal } = context
  let bytes = 0
  const rows = tableRows(shape, listOf(mapping.opened)[0], (count) => (bytes += count))
  const onTheWay = new Set<Promise<void>>()
  for await (const piece of piecesOf(casesOf(rows, mapping), PIECE)) {
    if (job.signal?.aborted) break
    const results = await readCases(deps, job, context, piece)
    const written = takeIn(deps, job, personal, piece, results, counts).then(() => job.onProgress(counts, bytes))
    onTheWay.add(written)
    written.then(() => onTheWay.delete(written)).catch(() => {})
    if (onTheWay.size >= AT_ONCE) await Promise.race(onTheWay)
  }
  await Promise.all(onTheWay)
  if (job.signal?.aborted) throw stopped()
  await finishBatch(deps, job.tenant, job.batchId, deps.now())
  return counts
}

const stopped = () =>
  new AnlanError('import-refused', {
    rule: 'stopped',
    text: text(
      '停下来了。已经收下的留着；同一份台账再导入一次，会接着收',
      'Stopped. What is in stays in; taking in the same ledger again goes on from there',
    ),
  })

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
