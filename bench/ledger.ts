import type { Kysely } from 'kysely'
import type { Actor } from '../src/domain/matter/actor.ts'
import type { Directory } from '../src/domain/unit/unit.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import { countMatters } from '../src/storage/read/count-matters.ts'
import type { MatterFilter } from '../src/storage/read/ledger-filter.ts'
import { listMatters } from '../src/storage/read/list-matters.ts'
import type { Tables } from '../src/storage/schema/tables.ts'
import { BENCH_TENANT, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { fillLedger } from './ledger-data.ts'
import { p50p99, rounded } from './quantiles.ts'

const PAGE = 50
const DEEP = 1000
const TIMES = 60

type Timed = { readonly p50: number; readonly p99: number; readonly rows: number }

export type LedgerResult = {
  readonly bench: 'ledger'
  readonly matters: number
  readonly pageSize: number
  readonly pages: Readonly<Record<string, Timed>>
  /** What the tab's count adds, which stops at 10,000. */
  readonly counts: Readonly<Record<string, Timed>>
  /** Median of the 1,000th page over median of the first. */
  readonly deepRatio: number
}

type Query = Omit<MatterFilter, 'limit'>

/** What a clerk asks for; each name has several variants, taken in turn. */
const QUERIES: Readonly<Record<string, readonly Query[]>> = {
  'first page': [{}],
  'unit and state': [
    { unit: 'dongpu', state: 'rectifying' },
    { unit: 'housing', state: 'closed' },
    { unit: 'yuehu', state: 'mediating' },
    { unit: 'fire', state: 'writtenOff' },
  ],
  category: [{ category: 'electric' }, { category: 'wages' }, { category: 'neighbours' }, { category: 'water' }],
  place: [{ place: 'shiqiao' }, { place: 'beitang' }, { place: 'xiatang' }, { place: 'yuehu' }],
  'text of 2 characters': [{ text: '路灯' }, { text: '电梯' }, { text: '护栏' }, { text: '工资' }],
  'text of 4 characters': [{ text: '二次供水' }, { text: '安全出口' }, { text: '土地流转' }, { text: '电动自行' }],
}

export type LedgerBenchOptions = { readonly matters: number; readonly onProgress: (note: string) => void }

/** Times of the ledger's queries, as the county's clerk, through the same functions as the page. */
export async function benchLedger({ matters, onProgress }: LedgerBenchOptions): Promise<LedgerResult> {
  const bench = await openBench('ledger', 4, true)
  try {
    await fillLedger(bench, matters, onProgress)
    const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
    const reader = {
      db: databaseFor(bench.deps.pool, BENCH_TENANT),
      actor: benchActor(rulebook),
      directory: rulebook.directory,
    }
    const pages: Record<string, Timed> = {}
    const counts: Record<string, Timed> = {}
    for (const [name, queries] of Object.entries(QUERIES)) {
      onProgress(name)
      pages[name] = await timed((turn) => pageOf(reader, variant(queries, turn)))
      counts[name] = await timed(
        async (turn) =>
          (await countMatters(reader.db, reader.actor, { ...variant(queries, turn), limit: PAGE }, reader.directory))
            .count,
      )
    }
    const last = Math.min(DEEP, Math.floor(matters / PAGE))
    onProgress(`page ${last}`)
    const cursor = await cursorOf(reader, last)
    const deep = await timed(() => pageOf(reader, cursor ? { cursor } : {}))
    const first = pages['first page']?.p50 ?? Number.NaN
    return {
      bench: 'ledger',
      matters,
      pageSize: PAGE,
      pages: { ...pages, [`page ${last}`]: deep },
      counts,
      deepRatio: rounded(deep.p50 / first),
    }
  } finally {
    await bench.close()
  }
}

type Reader = { readonly db: Kysely<Tables>; readonly actor: Actor; readonly directory: Directory }

const variant = (queries: readonly Query[], turn: number): Query => queries[turn % queries.length] ?? {}

const pageOf = async ({ db, actor, directory }: Reader, query: Query): Promise<number> =>
  (await listMatters(db, actor, { ...query, limit: PAGE }, directory)).rows.length

/** Turns the pages one by one, as a reader would: a cursor is all a page needs. */
async function cursorOf({ db, actor, directory }: Reader, page: number): Promise<string | undefined> {
  let cursor: string | undefined
  for (let at = 1; at < page; at += 1) {
    const found = await listMatters(db, actor, { limit: PAGE, ...(cursor ? { cursor } : {}) }, directory)
    cursor = found.next
  }
  return cursor
}

async function timed(work: (turn: number) => Promise<number>): Promise<Timed> {
  for (let turn = 0; turn < 8; turn += 1) await work(turn)
  const milliseconds: number[] = []
  let rows = 0
  for (let turn = 0; turn < TIMES; turn += 1) {
    const startedAt = performance.now()
    rows = Math.max(rows, await work(turn))
    milliseconds.push(performance.now() - startedAt)
  }
  return { ...p50p99(milliseconds), rows }
}

/** The result as lines for people. */
export function ledgerLines({ matters, pages, counts, deepRatio }: LedgerResult): string[] {
  const line = ([name, { p50, p99, rows }]: [string, Timed]) =>
    `${name.padEnd(22)} p50 ${p50} ms  p99 ${p99} ms  (${rows})`
  return [
    `${matters} matters`,
    ...Object.entries(pages).map(line),
    'counts:',
    ...Object.entries(counts).map(line),
    `1,000th page over the first: ${deepRatio}`,
  ]
}
