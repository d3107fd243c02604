import type { CountQuery } from '../../src/domain/counts/count-query.ts'
import { dayOf, startOfDay } from '../../src/domain/time/time.ts'
import { databaseFor } from '../../src/storage/connection/connect.ts'
import { countCells, countedMatters, scopeOf } from '../../src/storage/counts/count-cells.ts'
import { keptSums } from '../../src/storage/counts/kept/kept-sums.ts'
import { rebuildCounts } from '../../src/storage/counts/kept/rebuild.ts'
import { countMatters } from '../../src/storage/read/count-matters.ts'
import { beginLog } from '../../src/storage/transparency/log-state.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from '../bench-installation.ts'
import { benchActor } from '../command-plan.ts'
import { quantile, rounded } from '../quantiles.ts'
import { copyDeadlines } from './copied-deadlines.ts'
import { benchLeadersPages } from './leaders-pages.ts'
import { fillLedger } from './ledger-data.ts'

const TIMES = 40

/** How long what leaders look at takes, from the kept counts, beside what keeping them costs. */
export async function benchOverview(
  matters: number,
  folder: string | undefined,
  onProgress: (note: string) => void,
): Promise<Readonly<Record<string, number>>> {
  const bench = await openBench('ledger', 4, true, folder)
  try {
    await fillLedger(bench, matters, onProgress)
    await copyDeadlines(bench, onProgress)
    const rebuildMs = await countAll(bench, onProgress)
    const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
    const db = databaseFor(bench.deps.pool, BENCH_TENANT)
    const scope = scopeOf(benchActor(rulebook), rulebook)
    const figures: Record<string, number> = { matters, rebuildMs }
    const standing: CountQuery = {
      span: { from: startOfDay(dayOf(bench.deps.now())), at: bench.deps.now() },
      by: ['unit', 'kind'],
      counted: ['open'],
    }
    const cold = performance.now()
    if (!(await keptSums(db, scope, [standing]))) throw new Error('the counts are not kept')
    figures['coldMs'] = rounded(performance.now() - cold)
    Object.assign(figures, await benchLeadersPages(bench, onProgress))
    const [unit = '', state = ''] = await commonest(bench)
    const one = await timed(() => countMatters(db, scope.actor, { limit: 1, unit, state }, scope.directory))
    figures['oneUnitStateP50Ms'] = rounded(quantile(one, 0.5))
    const [cell] = await countCells(db, scope, standing)
    if (cell) {
      const figure = { ...standing, counted: ['open'] as const, key: cell.key }
      const list = await timed(() => countedMatters(db, scope, figure, { page: 1, limit: 100 }), 5)
      figures['listP50Ms'] = rounded(quantile(list, 0.5))
    }
    const { rows } = await bench.database.owner.query<{ mb: number; blocks: number }>(
      "select pg_total_relation_size('count_blocks') / 1e6 as mb, (select count(*) from count_blocks)::int as blocks",
    )
    return { ...figures, keptMb: rounded(Number(rows[0]?.mb)), blocks: rows[0]?.blocks ?? 0 }
  } finally {
    await bench.close()
  }
}

/** The copies of the bench are in no log: it begins empty, and what was there before it is counted by its rows. */
async function countAll({ database, deps }: BenchInstallation, onProgress: (note: string) => void): Promise<number> {
  const client = await database.owner.connect()
  try {
    await beginLog(client, deps.keys, { tenant: BENCH_TENANT, host: 'bench', at: deps.now() })
    await client.query('update log_state set begun_after = null; delete from log_pending')
  } finally {
    client.release()
  }
  const began = performance.now()
  await rebuildCounts(databaseFor(deps.pool, BENCH_TENANT), BENCH_TENANT, (done) => onProgress(`counted ${done}`))
  return rounded(performance.now() - began)
}

async function commonest({ database }: BenchInstallation): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ unit: string; state: string }>(
    `select unit_id as unit, state from matters where tenant = $1 group by 1, 2 order by count(*) desc limit 1`,
    [BENCH_TENANT],
  )
  return [rows[0]?.unit ?? '', rows[0]?.state ?? '']
}

async function timed(work: () => Promise<unknown>, times = TIMES): Promise<number[]> {
  const milliseconds: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const from = performance.now()
    await work()
    milliseconds.push(performance.now() - from)
  }
  return milliseconds
}
