import { monitorEventLoopDelay } from 'node:perf_hooks'
import pg from 'pg'
import { CONNECTIONS } from '../src/server/installation.ts'
import { PIECE } from '../src/workers/due/due-round.ts'
import { LANES } from '../src/workers/due/sweep-tenants.ts'
import { sweepInTurn } from '../src/workers/sweep-deadlines.ts'
import { BENCH_TENANT, type BenchInstallation, openBench } from './bench-installation.ts'
import { plantDue } from './due-matters.ts'
import { openPgBoss, type Pace } from './due-pg-boss.ts'
import { fillLedger } from './ledger/ledger-data.ts'
import { quantile, rounded } from './quantiles.ts'
import type { Figures } from './run/result.ts'

export type DueResult = { readonly figures: Figures }

export type DueAsked = {
  /** Matters with something due, over all rounds of one kind. */
  readonly matters: number
  /** Matters that are there before. */
  readonly filled?: number | undefined
}

/** Turns of each kind, one after the other, so that a slow minute of the machine hits both. */
const ROUNDS = 5

/** As many at a time as we take, by as many at once; and as it is set when nothing is said, by as many as it has connections. */
const AS_WE_DO: Pace = { batchSize: PIECE, lanes: LANES }
const BY_ONE: Pace = { batchSize: 1, lanes: 10 }

/** Matters that are there before. */
const FILLED = 20_000

/**
 * Due timers a second through the real sweeper, election, events, chain, deadlines and notices included, in turns with pg-boss that
 * fetches and completes as many jobs on the same server; and in turns with both while a transaction elsewhere keeps a snapshot from before.
 */
export async function benchDue(
  { matters, filled = FILLED }: DueAsked,
  onProgress: (note: string) => void,
): Promise<DueResult> {
  const bench = await openBench('due', CONNECTIONS, false)
  const url = String(bench.database.owner.options.connectionString)
  const boss = await openPgBoss(url)
  try {
    await fillLedger(bench, filled, onProgress)
    const each = Math.ceil(matters / ROUNDS)
    const both = async (): Promise<Pair> => {
      const ours = await sweepRound(bench, each)
      await boss.plant(ours.timers)
      const together = await boss.run(AS_WE_DO)
      await boss.plant(Math.ceil(ours.timers / 5))
      return { ...ours, boss: together, bossByOne: await boss.run(BY_ONE) }
    }
    await both()
    const [free, held]: [Pair[], Pair[]] = [[], []]
    for (let turn = 1; turn <= ROUNDS; turn += 1) {
      onProgress(`${turn}/${ROUNDS}`)
      free.push(await both())
      held.push(await whileSnapshotHeld(url, both))
    }
    const loss = (of: keyof Pair) => rounded(1 - median(held, of) / median(free, of))
    const figures = {
      matters: each * ROUNDS,
      filled,
      timersAMatter: rounded(median(free, 'timers') / each),
      duePerSecond: Math.round(median(free, 'perSecond')),
      mattersPerSecond: Math.round((median(free, 'perSecond') * each) / median(free, 'timers')),
      pgBossPerSecond: Math.round(median(free, 'boss')),
      dueRatioToPgBoss: rounded(median(free, 'perSecond') / median(free, 'boss')),
      pgBossByOnePerSecond: Math.round(median(free, 'bossByOne')),
      dueRatioToPgBossByOne: rounded(median(free, 'perSecond') / median(free, 'bossByOne')),
      cpuMsPerTimer: rounded(median(free, 'cpuMs')),
      loopDelayP99Ms: rounded(median(free, 'loopDelayMs')),
      heldPerSecond: Math.round(median(held, 'perSecond')),
      heldSnapshotLoss: loss('perSecond'),
      pgBossHeldLoss: loss('boss'),
    }
    return { figures }
  } finally {
    await boss.close()
    await bench.database.owner.query('drop schema if exists pgboss cascade')
    await bench.close()
  }
}

/** Timers of one round, how many a second each way, and what they cost this process: others wait while it decides. */
type Pair = {
  readonly timers: number
  readonly perSecond: number
  readonly boss: number
  readonly bossByOne: number
  readonly cpuMs: number
  readonly loopDelayMs: number
}

const seconds = (startedAt: number) => (performance.now() - startedAt) / 1000

const median = (pairs: readonly Pair[], of: keyof Pair) =>
  quantile(
    pairs.map((pair) => pair[of]),
    0.5,
  )

/** Takes what is due in matters planted now; each command writes one event. */
async function sweepRound({ deps, database }: BenchInstallation, matters: number) {
  await plantDue(deps, matters)
  const count = 'select count(*)::int as n from matter_events where tenant = $1'
  const events = async () => (await database.owner.query<{ n: number }>(count, [BENCH_TENANT])).rows[0]?.n ?? 0
  const before = await events()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  const options = { isStopped: () => false, tell: fail }
  while (await sweepInTurn(deps, [BENCH_TENANT], options));
  const took = seconds(startedAt)
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  const timers = (await events()) - before
  const loopDelayMs = delay.percentile(99) / 1e6
  return { timers, perSecond: timers / took, cpuMs: (user + system) / 1000 / timers, loopDelayMs }
}

const fail = (cause: Error) => {
  throw cause
}

/** Somebody elsewhere reads for long: no row that is dead since may be cleared away. */
async function whileSnapshotHeld<T>(connectionString: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read')
    await client.query('select count(*) from tenants')
    return await work()
  } finally {
    await client.end()
  }
}

/** The result as lines for people. */
export const dueLines = ({ figures }: DueResult): string[] =>
  Object.entries(figures).map(([name, value]) => `${name.padEnd(20)}${value}`)
