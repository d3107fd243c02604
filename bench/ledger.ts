import type { Kysely } from 'kysely'
import { actorOfPost } from '../src/demo/choose-actor.ts'
import type { Actor } from '../src/domain/matter/actor.ts'
import type { Rulebook } from '../src/domain/procedure/rulebook.ts'
import type { LedgerFilter } from '../src/domain/views/ledger-filter.ts'
import { databaseFor } from '../src/storage/connection/connect.ts'
import { countMatters } from '../src/storage/read/count-matters.ts'
import { listMatters } from '../src/storage/read/list-matters.ts'
import type { Tables } from '../src/storage/schema/tables.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from './bench-installation.ts'
import { benchActor } from './command-plan.ts'
import { fillLedger, TOWNS } from './ledger/ledger-data.ts'
import { COUNTED, QUERIES } from './ledger/queries.ts'
import { busyPost, todayCpu } from './ledger/today.ts'
import { commit, load } from './load.ts'
import { p50p99, quantile, rounded } from './quantiles.ts'

const PAGE = 50
const DEEP = 1000
/** How often each query is timed; a handful of matters only show that it runs. */
const timesFor = (matters: number) => (matters < 1_000 ? 2 : 60)

type Timed = { readonly p50: number; readonly p99: number; readonly rows: number }

/** Who reads: everything, about half, or one village. */
const SCOPES = ['Root', 'Half', 'Village'] as const
type Scope = (typeof SCOPES)[number]

/** Figures carry the scope in their name; without one, it is the worst of the three. */
export type LedgerResult = {
  readonly bench: 'ledger'
  readonly commit: string
  readonly loadBefore: number
  readonly loadAfter: number
  readonly figures: Readonly<Record<string, number>>
  /** Each query by scope: page and count. */
  readonly pages: Readonly<Record<string, Timed>>
  readonly counts: Readonly<Record<string, Timed>>
}

export type LedgerBenchOptions = {
  readonly matters: number
  /** Where the database is made and kept for the next run. */
  readonly folder?: string | undefined
  readonly onProgress: (note: string) => void
}

type Reader = {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly directory: Rulebook['directory']
  readonly times: number
}

/** Times of the ledger's queries for three readers, and what Today costs, through the same functions as the pages. */
export async function benchLedger({ matters, folder, onProgress }: LedgerBenchOptions): Promise<LedgerResult> {
  const loadBefore = load()
  const bench = await openBench('ledger', 4, true, folder)
  try {
    await fillLedger(bench, matters, onProgress)
    const rulebook = await bench.deps.rulebooks.of(BENCH_TENANT)
    const times = timesFor(matters)
    const readers = readersOf(bench, rulebook, times)
    const pages: Record<string, Timed> = {}
    const counts: Record<string, Timed> = {}
    const figures: Record<string, number> = { matters }
    for (const scope of SCOPES) {
      const took = await timesOf(readers[scope], (note) => onProgress(`${scope}: ${note}`))
      for (const [name, time] of Object.entries(took.pages)) pages[`${scope}: ${name}`] = time
      for (const [name, time] of Object.entries(took.counts)) counts[`${scope}: ${name}`] = time
      for (const [name, value] of Object.entries(took.figures)) figures[`${name}${scope}`] = value
    }
    onProgress('Today')
    const post = await busyPost(bench, rulebook)
    const worst = (name: string) => Math.max(...SCOPES.map((scope) => figures[`${name}${scope}`] ?? Number.NaN))
    const names = ['pageP99Ms', 'deepRatio', 'countP50Ms', 'unfavourableP50Ms', 'text2P50Ms', 'text4P50Ms']
    Object.assign(figures, Object.fromEntries(names.map((name) => [name, worst(name)])))
    Object.assign(figures, await todayCpu(bench, post, rulebook, times))
    return { bench: 'ledger', commit: commit(), loadBefore, loadAfter: load(), figures, pages, counts }
  } finally {
    await bench.close()
  }
}

function readersOf({ deps }: BenchInstallation, rulebook: Rulebook, times: number): Record<Scope, Reader> {
  const { directory } = rulebook
  const db = databaseFor(deps.pool, BENCH_TENANT)
  const clerk = benchActor(rulebook)
  const towns: Actor = {
    ...clerk,
    personId: 'person-towns',
    postId: 'towns-clerk',
    unitId: TOWNS.id,
    unitPath: TOWNS.path,
  }
  return {
    Root: { db, directory, times, actor: clerk },
    Half: { db, directory, times, actor: towns },
    Village: { db, directory, times, actor: actorOfPost(rulebook, BENCH_TENANT, 'qingshi-grid') },
  }
}

async function timesOf(reader: Reader, onProgress: (note: string) => void) {
  const pages: Record<string, Timed> = {}
  const counts: Record<string, Timed> = {}
  const took: Record<string, number[]> = { page: [], unfavourable: [], text2: [], text4: [] }
  for (const [name, { figure, variants }] of Object.entries(QUERIES)) {
    onProgress(name)
    const page = await timed(reader, (turn) => pageOf(reader, variant(variants, turn)))
    took[figure]?.push(...page.milliseconds)
    pages[name] = page.timed
    counts[name] = (await timed(reader, (turn) => countOf(reader, variant(variants, turn)))).timed
  }
  const counted = await timed(reader, (turn) => countOf(reader, variant(COUNTED, turn)))
  counts['unit, state and kind'] = counted.timed
  const [first, deep] = [pages['first page']?.p50 ?? Number.NaN, await deepPage(reader, onProgress)]
  pages[`page ${DEEP}`] = deep
  const of = (figure: string, share: number) => rounded(quantile(took[figure] ?? [], share))
  const figures = {
    pageP99Ms: of('page', 0.99),
    deepRatio: rounded(deep.p50 / first),
    countP50Ms: counted.timed.p50,
    unfavourableP50Ms: of('unfavourable', 0.5),
    text2P50Ms: of('text2', 0.5),
    text4P50Ms: of('text4', 0.5),
  }
  return { pages, counts, figures }
}

const variant = (queries: readonly LedgerFilter[], turn: number): LedgerFilter => queries[turn % queries.length] ?? {}

const pageOf = async ({ db, actor, directory }: Reader, filter: LedgerFilter & { cursor?: string }): Promise<number> =>
  (await listMatters(db, actor, { ...filter, limit: PAGE }, directory)).rows.length

const countOf = async ({ db, actor, directory }: Reader, filter: LedgerFilter): Promise<number> =>
  (await countMatters(db, actor, { ...filter, limit: PAGE }, directory)).count

/** The 1,000th page, or the last; pages are turned one by one, as a reader would: a cursor is all a page needs. */
async function deepPage(reader: Reader, onProgress: (note: string) => void): Promise<Timed> {
  const { db, actor, directory } = reader
  let cursor: string | undefined
  onProgress(`page ${DEEP}`)
  for (let at = 1; at < DEEP; at += 1) {
    const { next } = await listMatters(db, actor, { limit: PAGE, ...(cursor ? { cursor } : {}) }, directory)
    if (!next) break
    cursor = next
  }
  return (await timed(reader, () => pageOf(reader, cursor ? { cursor } : {}))).timed
}

async function timed({ times }: Reader, work: (turn: number) => Promise<number>) {
  for (let turn = 0; turn < Math.min(8, times); turn += 1) await work(turn)
  const milliseconds: number[] = []
  let rows = 0
  for (let turn = 0; turn < times; turn += 1) {
    const startedAt = performance.now()
    rows = Math.max(rows, await work(turn))
    milliseconds.push(performance.now() - startedAt)
  }
  return { timed: { ...p50p99(milliseconds), rows }, milliseconds }
}

/** The result as lines for people. */
export function ledgerLines({ figures, pages, counts }: LedgerResult): string[] {
  const line = ([name, { p50, p99, rows }]: [string, Timed]) =>
    `${name.padEnd(44)} p50 ${p50} ms  p99 ${p99} ms  (${rows})`
  return [
    ...Object.entries(pages).map(line),
    'counts:',
    ...Object.entries(counts).map(line),
    ...Object.entries(figures).map(([name, value]) => `${name.padEnd(26)} ${value}`),
  ]
}
