import { countableKinds } from '../src/domain/bulletins/countable.ts'
import { lineMonths, periodAt, periodOf, spansOf } from '../src/domain/bulletins/period.ts'
import { dayOf, startOfDay } from '../src/domain/time/time.ts'
import { countBulletin } from '../src/http/bulletins/count-bulletin.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import { readCountRows } from '../src/storage/counts/count-rows.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { fillLedger } from './ledger/ledger-data.ts'
import { benchOverview } from './ledger/overview.ts'
import { commit, load } from './load.ts'
import { p50p99 } from './quantiles.ts'

const TIMES = 20

export type CountsResult = {
  readonly bench: 'counts'
  readonly commit: string
  readonly loadBefore: number
  readonly loadAfter: number
  readonly figures: Readonly<Record<string, number>>
}

/** Beyond this many a monthly report is not timed: its histories would take longer to make up than all the rest. */
const MOST_OF_BULLETIN = 100_000

/** How long an overview takes from the kept counts, a count by unit and state, a county's monthly report, and the lists behind figures. */
export async function benchCounts(
  matters: number,
  folder: string | undefined,
  onProgress: (note: string) => void,
): Promise<CountsResult> {
  const loadBefore = load()
  const overview = await benchOverview(matters, folder, onProgress)
  const bulletin = matters <= MOST_OF_BULLETIN ? await benchBulletin(matters, onProgress) : {}
  return { bench: 'counts', commit: commit(), loadBefore, loadAfter: load(), figures: { ...overview, ...bulletin } }
}

async function benchBulletin(matters: number, onProgress: (note: string) => void): Promise<Record<string, number>> {
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
    return {
      bulletinRows: sides.reduce((sum, side) => sum + side.length, 0),
      bulletinP50Ms: bulletin.p50,
      bulletinP99Ms: bulletin.p99,
      figureP50Ms: figure.p50,
      figureP99Ms: figure.p99,
    }
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

async function timed(work: () => Promise<unknown>) {
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
export const countsLines = ({ figures }: CountsResult): string[] =>
  Object.entries(figures).map(([name, value]) => `${name.padEnd(18)} ${value}`)
