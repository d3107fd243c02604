import { countableKinds } from '../src/domain/bulletins/countable.ts'
import { lineMonths, periodAt, periodOf, spansOf } from '../src/domain/bulletins/period.ts'
import { dayOf, startOfDay } from '../src/domain/time/time.ts'
import { countBulletin } from '../src/http/bulletins/count-bulletin.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import { readCountRows } from '../src/storage/counts/count-rows.ts'
import { BENCH_TENANT, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { fillLedger } from './ledger-data.ts'
import { p50p99 } from './quantiles.ts'

const TIMES = 20

type Timed = { readonly p50: number; readonly p99: number }
export type CountsResult = {
  readonly bench: 'counts'
  readonly matters: number
  /** Matters that the county's monthly report reads, on its three sides and in its thirteen months. */
  readonly rows: number
  readonly bulletin: Timed
  /** The list behind one of its figures. */
  readonly figure: Timed
}

/** How long the whole of a county's monthly report takes to count, and the list behind one figure. */
export async function benchCounts(matters: number, onProgress: (note: string) => void): Promise<CountsResult> {
  const bench = await openBench('ledger', 4, true)
  try {
    await fillLedger(bench, matters, onProgress)
    await bench.database.owner.query('analyze matter_events')
    const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
    const db = databaseFor(bench.deps.pool, BENCH_TENANT)
    const actor = benchActor(rulebook)
    const now = bench.deps.now()
    const counting = { db, actor, directory: rulebook.directory, now }
    const kinds = countableKinds(rulebook.procedures).map(({ id }) => id)
    const period = periodAt('before', periodOf('month', dayOf(now)))
    const { now: span, before, year } = spansOf(period, now)
    const unitId = Object.values(rulebook.directory.units).find(({ parentId }) => parentId === undefined)?.id ?? ''
    const line = { from: startOfDay(`${lineMonths(period)[0]}-01`), at: span.at }
    const sides = await readCountRows(db, { actor, directory: rulebook.directory, kinds }, [line, before, year])
    onProgress('bulletin')
    const bulletin = await timed(() => countBulletin(counting, { unitId, kinds }, period))
    onProgress('figure')
    const scope = { actor, directory: rulebook.directory, kinds }
    const figure = await timed(() => readCountRows(db, scope, [span]))
    return { bench: 'counts', matters, rows: sides.reduce((sum, side) => sum + side.length, 0), bulletin, figure }
  } finally {
    await bench.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  for (let turn = 0; turn < 3; turn += 1) await work()
  const milliseconds: number[] = []
  for (let turn = 0; turn < TIMES; turn += 1) {
    const startedAt = performance.now()
    await work()
    milliseconds.push(performance.now() - startedAt)
  }
  return p50p99(milliseconds)
}

/** The result as lines for people. */
export const countsLines = ({ matters, rows, bulletin, figure }: CountsResult): string[] => [
  `${matters} matters, ${rows} rows`,
  `bulletin  p50 ${bulletin.p50} ms  p99 ${bulletin.p99} ms`,
  `figure    p50 ${figure.p50} ms  p99 ${figure.p99} ms`,
]
