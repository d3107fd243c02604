import { Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { connect, databaseFor, withTenant } from '../connection/connect.ts'
import { databaseFault } from '../connection/database-fault.ts'
import { APP_ROLE } from '../connection/database-roles.ts'
import type { Tables } from '../schema/tables.ts'
import { isAtLeast, type Position, readPosition } from './position.ts'
import { createStanding } from './standing.ts'

/** A streaming copy of the database, for reads that may be a moment old: lists, counts, exports, statistics. */
export type Replica = {
  /** Where such reads of an office go now: the copy, or the primary while the copy lags, is away or has not heard of `seen`. */
  readonly readsOf: (tenant: string, seen?: Position) => Promise<Kysely<Tables>>
  /** Something of the office was written here: its lists come from the copy again once that has heard of it. */
  readonly wrote: (tenant: string) => void
  /** How far the primary has written: what a reader who just wrote must see. */
  readonly position: () => Promise<Position>
  /** Whether the copy is used now, for monitoring. */
  readonly isUsed: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Somebody waits at a screen, and the primary could have answered. */
const PATIENCE = { connectionMs: 1_000, lockMs: 1_000, statementMs: 10_000 }

/** Opens a copy beside its primary. Nothing fails when it is away: it is left out until it is back. */
export function openReplica(primary: Pool, { url, max }: { readonly url: string; readonly max: number }): Replica {
  const copy = connect({ url, max, applicationName: 'anlan replica', role: APP_ROLE, patience: PATIENCE })
  const standing = createStanding(primary, copy)
  const position = () => readPosition(primary, 'written')
  /** What an office wrote here and the copy may not have heard of; until somebody reads, nobody asks how far that was. */
  const written = new Map<string, Position | 'unknown'>()
  const databases = new Map<string, Kysely<Tables>>()

  const hasHeard = async (wanted: Position) =>
    isAtLeast(standing.heard(), wanted) || isAtLeast(await standing.ask(), wanted)

  const isFitFor = async (tenant: string, seen: Position | undefined): Promise<boolean> => {
    if (!(await standing.isFit())) return false
    const mark = written.get(tenant)
    const own = mark === 'unknown' ? await position() : mark
    // Who wrote meanwhile put its own mark.
    if (mark === 'unknown' && own && written.get(tenant) === mark) written.set(tenant, own)
    if (seen && !(await hasHeard(seen))) return false
    if (own && !(await hasHeard(own))) return false
    if (own && written.get(tenant) === own) written.delete(tenant)
    return true
  }

  return {
    async readsOf(tenant, seen) {
      if (!(await isFitFor(tenant, seen).catch(() => false))) return databaseFor(primary, tenant)
      const known = databases.get(tenant) ?? readingDatabase(copy, primary, tenant, standing.leaveOut)
      databases.set(tenant, known)
      return known
    },
    wrote: (tenant) => void written.set(tenant, 'unknown'),
    position,
    isUsed: standing.isFit,
    close: () => copy.end(),
  }
}

/** A conflict with what the primary removed meanwhile, and a copy that was promoted or reset, are the copy's trouble, not the reader's. */
const COPYS_OWN = /^(40001|25006|25P02)$/

/** Reads from the copy; what fails there is asked of the primary. */
function readingDatabase(copy: Pool, primary: Pool, tenant: string, leaveOut: () => void): Kysely<Tables> {
  const query = async (text: string, values: unknown[]) => {
    try {
      return await withTenant(copy, tenant, (client) => client.query(text, values))
    } catch (cause) {
      const isOurs = !databaseFault(cause) && !COPYS_OWN.test((cause as { code?: string }).code ?? '')
      if (isOurs) throw cause
      leaveOut()
      return withTenant(primary, tenant, (client) => client.query(text, values))
    }
  }
  // Each statement takes a connection of its own: the next one may have to go elsewhere.
  const client = { query, release: () => {} } as unknown as PoolClient
  const dialect = new PostgresDialect({
    pool: { options: copy.options, connect: async () => client, end: async () => {} },
  })
  return new Kysely<Tables>({ dialect })
}
