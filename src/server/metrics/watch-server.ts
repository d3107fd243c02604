import { statfs } from 'node:fs/promises'
import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, type Registry } from 'prom-client'
import type { BackupView } from '../../domain/views/backup-view.ts'
import { MIGRATIONS, readMigrations } from '../../storage/schema/read-migrations.ts'
import { readWaiting } from '../../storage/verify/waiting.ts'

/** What a server is watched by. No label names an office, a person or a matter. */
export type Watched = {
  readonly owner: Pool
  /** Pools of connections by the name they have in the numbers. */
  readonly pools: Readonly<Record<string, Pool>>
  /** Folders whose disk must not be full, by the name they have in the numbers. */
  readonly folders: Readonly<Record<string, string>>
  readonly backups?: () => Promise<BackupView>
  /** Throws while the clock is not believed. */
  readonly now: () => string
}

/** What the workers and the log tell. */
export type Counted = {
  /** A loop of the workers went round. */
  readonly round: (loop: string) => void
  /** A line of the log that tells of an error. */
  readonly error: (where: string) => void
}

const SECOND = 1_000

/** Registers every number of the server besides those of the requests; most are asked for when somebody reads them. */
export function watchServer(registers: readonly Registry[], watched: Watched): Counted {
  const own = { registers: [...registers] }
  for (const register of registers) collectDefaultMetrics({ register })
  watchPools(own, watched)
  watchDatabase(own, watched)
  watchDisks(own, watched)
  watchBackups(own, watched)
  const clock = gauge(own, 'anlan_clock_trusted', '1 while the clock is believed, 0 after it jumped', () => {
    try {
      watched.now()
      clock.set(1)
    } catch {
      clock.set(0)
    }
  })
  const rounds = new Gauge({
    ...own,
    name: 'anlan_worker_last_round_timestamp_seconds',
    help: 'When a loop of the workers last went round, in seconds since 1970',
    labelNames: ['loop'],
  })
  const errors = new Counter({
    ...own,
    name: 'anlan_errors_total',
    help: 'Lines of the log that tell of an error, by where it happened',
    labelNames: ['where'],
  })
  return {
    round: (loop) => rounds.set({ loop }, Date.now() / SECOND),
    error: (where) => errors.inc({ where }),
  }
}

type Own = { readonly registers: Registry[] }

/** A number that is asked for when it is read; what cannot be had now is left as it was rather than taking all the others with it. */
function gauge(
  own: Own,
  name: string,
  help: string,
  ask: () => Promise<void> | void,
  labelNames: string[] = [],
): Gauge {
  return new Gauge({
    ...own,
    name,
    help,
    labelNames,
    collect: async () => {
      await Promise.resolve(ask()).catch(() => {})
    },
  })
}

function watchPools(own: Own, { pools }: Watched): void {
  const of = gauge(
    own,
    'anlan_pool_connections',
    'Connections to the database: all, idle, and requests that wait for one',
    () => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        of.set({ pool, state: 'all' }, totalCount)
        of.set({ pool, state: 'idle' }, idleCount)
        of.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
    ['pool', 'state'],
  )
}

/** Who reads the numbers waits no longer than this for the database. */
const PATIENCE_MS = 3_000

function watchDatabase(own: Own, { owner, now }: Watched): void {
  const up = gauge(own, 'anlan_database_up', '1 when the database answers', async () => {
    up.set(0)
    await owner.query({ text: 'select 1', query_timeout: PATIENCE_MS } as { text: string })
    up.set(1)
  })
  const lag = gauge(
    own,
    'anlan_due_lag_seconds',
    'How long the oldest deadline that should have been looked at waits, over all offices',
    async () => {
      const waiting = await readWaiting(owner, now(), PATIENCE_MS)
      lag.set(waiting.dueLagSeconds)
      jobs.set(waiting.jobs)
      mails.set(waiting.deliveries)
      bytes.set(waiting.databaseBytes)
      schema.set(waiting.schema)
    },
  )
  const plain = (name: string, help: string) => new Gauge({ ...own, name, help })
  const jobs = plain('anlan_jobs_waiting', 'Jobs that are due and not done, over all offices')
  const mails = plain('anlan_deliveries_waiting', 'Mails and other notices that wait to go out, over all offices')
  const bytes = plain('anlan_database_bytes', 'Size of the database')
  const schema = plain('anlan_schema_number', 'Number of the newest change of the schema in the database')
  const ours = gauge(
    own,
    'anlan_schema_number_of_program',
    'Number of the newest change that this program brings',
    async () => ours.set((await readMigrations(MIGRATIONS)).length),
  )
}

function watchDisks(own: Own, { folders }: Watched): void {
  const free = new Gauge({
    ...own,
    name: 'anlan_disk_free_bytes',
    help: 'Room on the disk of a folder',
    labelNames: ['folder'],
  })
  const all = gauge(
    own,
    'anlan_disk_bytes',
    'Size of the disk of a folder',
    async () => {
      for (const [folder, path] of Object.entries(folders)) {
        const { bavail, blocks, bsize } = await statfs(path)
        free.set({ folder }, bavail * bsize)
        all.set({ folder }, blocks * bsize)
      }
    },
    ['folder'],
  )
}

/** Timestamps are 0 where there never was one, so that an alert on their age fires. */
function watchBackups(own: Own, { backups }: Watched): void {
  const plain = (name: string, help: string) => new Gauge({ ...own, name, help })
  const at = (instant: string | undefined) => (instant ? Date.parse(instant) / SECOND : 0)
  const last = gauge(
    own,
    'anlan_backup_last_timestamp_seconds',
    'When the last backup was made, in seconds since 1970; 0 where none was',
    async () => {
      const view = await backups?.()
      configured.set(view ? 1 : 0)
      last.set(at(view?.last?.at))
      rehearsed.set(view?.rehearsal?.ok ? at(view.rehearsal.at) : 0)
      failed.set(view?.failed ? 1 : 0)
    },
  )
  const configured = plain('anlan_backup_configured', '1 where the server backs itself up every night')
  const rehearsed = plain(
    'anlan_rehearsal_last_timestamp_seconds',
    'When a backup was last restored on trial and whole; 0 where none was',
  )
  const failed = plain('anlan_backup_failed', '1 when the latest try of a backup failed')
}
