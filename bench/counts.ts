import { countableKinds } from '../src/domain/bulletins/countable.ts'
import { lineMonths, periodAt, periodOf, spansOf } from '../src/domain/bulletins/period.ts'
import { dayOf, startOfDay } from '../src/domain/time/time.ts'
import { countBulletin } from '../src/http/bulletins/count-bulletin.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import { readCountRows } from '../src/storage/counts/count-rows.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { fillLedger } from './ledger/ledger-data.ts'
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
  const bench = await openBench('counts', 4, true)
  try {
    await fillYears(bench, matters, onProgress)
    const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
    const db = databaseFor(bench.deps.pool, BENCH_TENANT)
    const actor = benchActor(rulebook)
    const now = bench.deps.now()
    const { directory, procedures } = rulebook
    const counting = { db, actor, directory, procedures, now }
    const kinds = countableKinds(procedures).map(({ id }) => id)
    const period = periodAt('before', periodOf('month', dayOf(now)))
    const { now: span, before, year } = spansOf(period, now)
    const unitId = Object.values(directory.units).find(({ parentId }) => parentId === undefined)?.id ?? ''
    const line = { from: startOfDay(`${lineMonths(period)[0]}-01`), at: span.at }
    const scope = { actor, directory, procedures, kinds }
    const sides = await readCountRows(db, scope, [line, before, year])
    onProgress('bulletin')
    const bulletin = await timed(() => countBulletin(counting, { unitId, kinds }, period))
    onProgress('figure')
    const figure = await timed(() => readCountRows(db, scope, [span]))
    return { bench: 'counts', matters, rows: sides.reduce((sum, side) => sum + side.length, 0), bulletin, figure }
  } finally {
    await bench.close()
  }
}

/** Matters made up one by one, of a year; the rest are copies of them with all that happened to them, each year's part further back. */
const MADE_UP = 10_000
const SHIFT = "$2::int * interval '100 days'"
const COPIED = 'md5(%::text || $2::int)::uuid'

/** Years of a county with events and time limits, unless an earlier run left them. */
async function fillYears(bench: BenchInstallation, matters: number, onProgress: (note: string) => void): Promise<void> {
  const { owner } = bench.database
  const have = async () => (await owner.query<{ n: number }>('select count(*)::int as n from matters')).rows[0]?.n
  if ((await have()) === matters) return
  await fillLedger(bench, Math.min(MADE_UP, matters), onProgress)
  const columns = async (table: string, changed: readonly string[]) => {
    const { rows } = await owner.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position',
      [table],
    )
    return rows.map(({ name }) => name).filter((name) => !changed.includes(name))
  }
  const copy = async (table: string, id: string, times: readonly string[], turn: number) => {
    const named = table === 'matters' ? ['reference'] : []
    const same = (await columns(table, [id, ...times, ...named])).join(', ')
    const moved = times.map((time) => `${time} - ${SHIFT}`)
    const number = named.map((name) => `${name} || '-' || $2::int`)
    await owner.query(
      `insert into ${table} (${[id, ...times, ...named].join(', ')}, ${same})
      select ${[COPIED.replace('%', id), ...moved, ...number].join(', ')}, ${same} from ${table}
      where tenant = $1 and ${id} in (select id from bench_base)`,
      [BENCH_TENANT, turn],
    )
  }
  await owner.query('create table bench_base as select id from matters')
  for (let turn = 1; turn < matters / MADE_UP; turn += 1) {
    onProgress(`${turn * MADE_UP}`)
    await copy('matters', 'id', ['opened_at', 'closed_at', 'due_at', 'updated_at'], turn)
    await copy('matter_events', 'matter_id', ['at'], turn)
    await copy('deadlines', 'matter_id', ['started_at', 'due_at', 'ended_at', 'next_at'], turn)
  }
  await owner.query('drop table bench_base')
  await owner.query('vacuum analyze')
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
