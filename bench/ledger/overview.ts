import type { CountQuery } from '../../src/domain/counts/count-query.ts'
import { addDays, dayOf, startOfDay } from '../../src/domain/time/time.ts'
import { databaseFor } from '../../src/storage/connection/connect.ts'
import { countCells, countedMatters, scopeOf } from '../../src/storage/counts/count-cells.ts'
import { keptSums } from '../../src/storage/counts/kept/kept-sums.ts'
import { rebuildCounts } from '../../src/storage/counts/kept/rebuild.ts'
import { countMatters } from '../../src/storage/read/count-matters.ts'
import { beginLog } from '../../src/storage/transparency/log-state.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from '../bench-installation.ts'
import { benchActor } from '../command-plan.ts'
import { quantile, rounded } from '../quantiles.ts'
import { fillLedger } from './ledger-data.ts'

const TIMES = 40

/** What a page of a leader asks: how much came in and went out by week and unit, what is open and late, and of which categories. */
const queriesAt = (now: string): Readonly<Record<string, CountQuery>> => {
  const year = { from: startOfDay(addDays(dayOf(now), -364)), at: now }
  return {
    weeks: { span: year, by: ['week', 'unit'], counted: ['opened', 'closed'] },
    standing: { span: year, by: ['unit', 'kind'], counted: ['open', 'overdue'] },
    categories: { span: year, by: ['category'], counted: ['opened', 'closed', 'late'] },
    states: { span: year, by: ['unit', 'state'], counted: ['open'] },
  }
}

/** How long the figures of an overview take for whoever sees everything, from the kept counts, beside what keeping them costs. */
export async function benchOverview(
  matters: number,
  folder: string | undefined,
  onProgress: (note: string) => void,
): Promise<Readonly<Record<string, number>>> {
  const bench = await openBench('ledger', 4, true, folder)
  try {
    await fillLedger(bench, matters, onProgress)
    const rebuildMs = await countAll(bench, onProgress)
    const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
    const db = databaseFor(bench.deps.pool, BENCH_TENANT)
    const scope = scopeOf(benchActor(rulebook), rulebook)
    const queries = queriesAt(bench.deps.now())
    const figures: Record<string, number> = { matters, rebuildMs }
    const cold = performance.now()
    for (const query of Object.values(queries))
      if (!(await keptSums(db, scope, query))) throw new Error('the counts are not kept')
    figures['overviewColdMs'] = rounded(performance.now() - cold)
    const whole: number[] = []
    for (let turn = 0; turn < TIMES; turn += 1) {
      const began = performance.now()
      for (const [name, query] of Object.entries(queries)) {
        const from = performance.now()
        await countCells(db, scope, query)
        figures[`${name}MaxMs`] = Math.max(figures[`${name}MaxMs`] ?? 0, rounded(performance.now() - from))
      }
      whole.push(performance.now() - began)
    }
    figures['overviewP95Ms'] = rounded(quantile(whole, 0.95))
    figures['overviewP50Ms'] = rounded(quantile(whole, 0.5))
    const [unit = '', state = ''] = await commonest(bench)
    const one = await timed(() => countMatters(db, scope.actor, { limit: 1, unit, state }, scope.directory))
    figures['unitStateP50Ms'] = rounded(quantile(one, 0.5))
    const [cell] = await countCells(db, scope, queries['standing'] as CountQuery)
    if (cell) {
      const figure = { ...(queries['standing'] as CountQuery), counted: ['open'] as const, key: cell.key }
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
