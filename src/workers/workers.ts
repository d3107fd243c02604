import type { LedgerDesk } from '../imports/ledger-desk.ts'
import { countFailingJobs } from '../storage/admin/admin-jobs.ts'
import { databaseFor } from '../storage/connection/connect.ts'
import { keepCounts } from '../storage/counts/kept/keep-counts.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { clearFiles } from '../storage/files/clear-files.ts'
import type { FileStore } from '../storage/files/files.ts'
import { sequenceLog } from '../storage/transparency/sequence.ts'
import { fillReturns } from './fill-returns.ts'
import { deliverNotices, type Outlets } from './notices/deliver.ts'
import { openScheduled } from './open-scheduled.ts'
import { purge } from './purge.ts'
import { runJobs } from './run-jobs.ts'
import { sweepInTurn } from './sweep-deadlines.ts'
import { takeImports } from './take-imports.ts'
import { warnTenant } from './warn/warn-tenant.ts'

export type Workers = { readonly stop: () => Promise<void> }

/** Whom the workers tell: the log, and how many jobs fail over all tenants after each round. */
export type Listeners = {
  readonly log: (line: Readonly<Record<string, unknown>>) => void
  readonly failingJobs?: (count: number) => void
  /** Called when one of the loops went round. */
  readonly wentRound?: (
    loop: 'rounds' | 'deadlines' | 'deliveries' | 'imports' | 'returns' | 'log' | 'warnings',
  ) => void
  /** Called once a minute: a night may have come. */
  readonly nightly?: () => Promise<void>
  /** The name of the server under which logs begin; without it none is kept. */
  readonly logHost?: string
  /** Called with every tenant once a minute, while the clock is believed. */
  readonly seen?: (tenants: readonly string[]) => Promise<void>
}

/** How often the workers look around, in milliseconds. Deadlines are days or hours; a few seconds are soon enough. */
const ROUND_MS = 5_000

/** How often forms are looked through for a period that is over, in milliseconds. */
const RETURNS_MS = 60_000

/** How often old rows are looked for, in milliseconds. */
const PURGE_MS = 3_600_000

/** How often what was committed is taken into the log that outsiders check: its head tells anyone how much happened in between. */
const LOG_MS = 30_000

/** How often the clock is kept and the night is looked for. */
const MINUTE_MS = 60_000

/** A job that failed this often does not mend itself: it goes into the log as an error. */
const OFTEN = 10

/** Starts the work that goes on without a user: openings, deadlines and outbox, round by round. Several servers may do so at once. */
export function startWorkers(
  deps: StorageDeps & { readonly files?: FileStore; readonly outlets?: Outlets; readonly ledgers?: LedgerDesk },
  tenants: () => Promise<readonly string[]>,
  { log, failingJobs, wentRound, seen, nightly, logHost }: Listeners,
  roundMs = ROUND_MS,
): Workers {
  let stopped = false
  let purgedAt = Number.NEGATIVE_INFINITY

  const round = async () => {
    const purges = performance.now() - purgedAt > PURGE_MS
    if (purges) purgedAt = performance.now()
    let failing = 0
    let more = false
    for (const tenant of await tenants()) {
      if (stopped) return false
      // What fails here waits for its next turn; the rest of the round goes on.
      await openScheduled(deps, tenant).catch(tell)
      if (await jobs(tenant).catch(tell)) more = true
      if (purges) await purge(deps, tenant).catch(tell)
      if (purges && deps.files) await clearFiles(deps.pool, deps.files, tenant, deps.now()).catch(tell)
      failing += await countFailingJobs(databaseFor(deps.pool, tenant), tenant)
    }
    failingJobs?.(failing)
    return more
  }
  const jobs = async (tenant: string) => {
    const { failures, more } = await runJobs(deps, tenant)
    for (const failure of failures)
      log({ level: failure.attempts >= OFTEN ? 'error' : 'warn', where: 'jobs', tenant, ...failure })
    return more
  }
  const tell = (cause: Error) => log({ level: 'error', where: 'workers', message: cause.message })
  // Thousands that fall due at once hold up no job, and no tenant the others.
  const deadlines = async () => {
    await sweepInTurn(deps, await tenants(), { isStopped: () => stopped, tell })
  }
  // A receiver that is slow holds up no deadline.
  const deliveries = async () => {
    for (const tenant of await tenants()) {
      if (stopped) return
      if (deps.outlets) await deliverNotices(deps, tenant, deps.outlets).catch(tell)
    }
  }
  // Figures of a large office take a while, and hold up no deadline either.
  const returns = async () => {
    for (const tenant of await tenants()) {
      if (stopped) return
      await fillReturns(deps, tenant).catch(tell)
    }
  }
  // A ledger of a hundred thousand rows holds up nothing else.
  const imports = async () => {
    for (const tenant of await tenants()) {
      if (stopped) return
      await takeImports(deps, tenant, deps.ledgers).catch(tell)
    }
  }
  // Judged in other threads, once a night.
  const warnings = async () => {
    for (const tenant of await tenants()) {
      if (stopped) return
      await warnTenant(deps, tenant).catch(tell)
    }
  }
  const sequence = async () => {
    if (!logHost) return
    for (const tenant of await tenants()) {
      if (stopped) return
      await sequenceLog(deps, tenant, logHost).catch(tell)
      await keepCounts(deps, tenant).catch(tell)
    }
  }
  const mark = async () => {
    await seen?.(await tenants())
  }
  const told = (
    loop: Parameters<NonNullable<Listeners['wentRound']>>[0],
    each: () => Promise<unknown>,
    pauseMs: number,
  ) => {
    const toldOf = async () => {
      const more = await each()
      wentRound?.(loop)
      return more
    }
    return startLoop(toldOf, pauseMs, tell)
  }
  const loops = [
    told('rounds', round, roundMs),
    told('deadlines', deadlines, roundMs),
    told('deliveries', deliveries, roundMs),
    told('imports', imports, roundMs),
    told('returns', returns, Math.max(roundMs, RETURNS_MS)),
    told('warnings', warnings, Math.max(roundMs, MINUTE_MS)),
    told('log', sequence, Math.max(roundMs, LOG_MS)),
    startLoop(mark, MINUTE_MS, tell),
    ...(nightly ? [startLoop(nightly, MINUTE_MS, tell)] : []),
  ]
  return {
    stop: async () => {
      stopped = true
      await Promise.all(loops.map((stop) => stop()))
    },
  }
}

/** Does something over and over, with a pause between unless it says that there is more. @returns stops it, when what it is at is done */
function startLoop(round: () => Promise<unknown>, pauseMs: number, tell: (cause: Error) => void): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const again = () => {
    running = round()
      .catch(tell)
      .then((more) => {
        if (!stopped) timer = setTimeout(again, more === true ? 0 : pauseMs)
      })
  }
  again()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}
