import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from '../schema/tables.ts'
import { perTransaction } from './per-transaction.ts'
import { getTypeParser } from './type-parsers.ts'

export type ConnectOptions = {
  readonly url: string
  /** Most connections at a time. */
  readonly max: number
  readonly applicationName: string
  /** Role to act as from the first moment, when the user of the URL is not that role itself. */
  readonly role?: string | undefined
  /** Default `JOBS`. */
  readonly patience?: Patience | undefined
  /** The URL leads to a pooler that gives each transaction another connection: nothing may stay in a session. */
  readonly perTransaction?: boolean | undefined
}

/** How long work on the database may wait before it gives up, in ms; 0 is for ever. */
export type Patience = {
  /** For a connection of the pool. */
  readonly connectionMs: number
  /** For a row or table that somebody else holds. */
  readonly lockMs: number
  /** For one statement, waiting included. */
  readonly statementMs: number
}

/** Somebody waits at a screen: rather "try again" within seconds than a server that stands still behind one row. */
export const REQUESTS: Patience = { connectionMs: 4_000, lockMs: 2_000, statementMs: 10_000 }

/** For whoever asks whether the database answers at all. */
export const PROBES: Patience = { connectionMs: 2_000, lockMs: 1_000, statementMs: 2_000 }

/** Migrations, imports and checks work through whole tables; a lock that is never let go still ends them. */
export const JOBS: Patience = { connectionMs: 60_000, lockMs: 60_000, statementMs: 0 }

const IDLE_MS = 60_000
/** Whoever holds a transaction open and does nothing holds its locks against everybody else. */
const IDLE_IN_TRANSACTION_MS = 60_000
/** A server that does not even say that it gave up (stopped, cut off) is given up on this much later. */
const SILENCE_MS = 3_000

/**
 * A pool of connections that speak UTC and ISO dates. Do not send tenant data's statements through `pool.query`: the
 * connection may still be bound to another tenant. Use `withTenant` or `databaseFor`.
 */
export function connect(options: ConnectOptions): pg.Pool {
  const { url, max, applicationName, patience = JOBS } = options
  const settings = sessionSettings(options)
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    ...(options.perTransaction ? {} : { options: settings.map(([name, value]) => `-c ${name}=${value}`).join(' ') }),
    keepAlive: true,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: patience.connectionMs,
    ...(patience.statementMs ? { query_timeout: patience.statementMs + SILENCE_MS } : {}),
    types: { getTypeParser: getTypeParser as typeof pg.types.getTypeParser },
  })
  ways.set(pool, options)
  // An idle connection broke. The pool has let it go already, and the next query connects anew or fails aloud.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // So may one that is in use, between two of its statements: the next one fails, and without a listener so would all.
    client.on('error', () => {})
    if (options.perTransaction) perTransaction(client, () => setLocally(client, settings))
  })
  return pool
}

const sessionSettings = ({ role, patience: { lockMs, statementMs } = JOBS }: ConnectOptions) =>
  [
    ['TimeZone', 'UTC'],
    ['DateStyle', 'ISO'],
    ['IntervalStyle', 'iso_8601'],
    ['lock_timeout', `${lockMs}`],
    ['statement_timeout', `${statementMs}`],
    ['idle_in_transaction_session_timeout', `${IDLE_IN_TRANSACTION_MS}`],
    ...(role ? [['role', role]] : []),
  ] as const

/** The same for one transaction, with the tenant. */
function setLocally(client: pg.PoolClient, settings: ReturnType<typeof sessionSettings>): string {
  const tenant = boundTo.get(client)
  const all = [...settings, ...(tenant === undefined ? [] : [['anlan.tenant', tenant]])]
  return all.map(([name, value = '']) => `set local ${name} = ${client.escapeLiteral(value)}`).join('; ')
}

const ways = new WeakMap<pg.Pool, ConnectOptions>()

/** How another pool comes to the same database as the same role. */
export function sameWay(pool: pg.Pool): Pick<ConnectOptions, 'url' | 'role' | 'perTransaction'> {
  const { url = '', role, perTransaction } = ways.get(pool) ?? {}
  return { url, role, perTransaction }
}

/** Which tenant each physical connection is bound to. A deployment with one tenant binds each connection once. */
const boundTo = new WeakMap<pg.PoolClient, string>()

/** Takes a connection on which row-level security shows this tenant's rows; the caller releases it. */
async function checkOut(pool: pg.Pool, tenant: string): Promise<pg.PoolClient> {
  const client = await pool.connect()
  if (boundTo.get(client) === tenant) return client
  if (ways.get(pool)?.perTransaction) {
    boundTo.set(client, tenant)
    return client
  }
  try {
    boundTo.delete(client)
    await client.query({
      name: 'bind-tenant',
      text: `select set_config('anlan.tenant', $1, false)`,
      values: [tenant],
    })
    boundTo.set(client, tenant)
    return client
  } catch (cause) {
    client.release(true)
    throw cause
  }
}

/** Runs statements for one tenant on one connection, given back afterwards; for hot, named statements. */
export async function withTenant<T>(
  pool: pg.Pool,
  tenant: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await checkOut(pool, tenant)
  try {
    return await work(client)
  } finally {
    // Work that failed inside its transaction must not hand that transaction to the next user of the connection.
    client.release(client.getTransactionStatus() !== 'I')
  }
}

const databases = new WeakMap<pg.Pool, Map<string, Kysely<Tables>>>()

/** The typed query builder for one tenant of a pool. Made once and kept; ending the pool is its owner's business. */
export function databaseFor(pool: pg.Pool, tenant: string): Kysely<Tables> {
  const ofPool = databases.get(pool) ?? new Map<string, Kysely<Tables>>()
  const database = ofPool.get(tenant) ?? createDatabase(pool, tenant)
  databases.set(pool, ofPool.set(tenant, database))
  return database
}

function createDatabase(pool: pg.Pool, tenant: string): Kysely<Tables> {
  const dialect = new PostgresDialect({
    pool: { options: pool.options, connect: () => checkOut(pool, tenant), end: async () => {} },
  })
  return new Kysely<Tables>({ dialect })
}
