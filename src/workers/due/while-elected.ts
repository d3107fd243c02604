import type { Pool } from 'pg'

/** What several servers must not do at once, by the number of its lock. */
export const ELECTED_FOR = { deadlines: 0x616e_6c01 } as const

/**
 * Does work that one server on a database does at a time: whoever holds the lock of an open transaction. It holds through pgbouncer too,
 * where a session's lock would not, and falls with its process. `stillElected` keeps the transaction from being taken for a forgotten one.
 * @returns undefined when another server is at it
 */
export async function whileElected<T>(
  pool: Pool,
  what: keyof typeof ELECTED_FOR,
  work: (stillElected: () => Promise<boolean>) => Promise<T>,
): Promise<T | undefined> {
  const client = await pool.connect()
  let broken = false
  const ask = async (text: string, values: readonly number[] = []) => {
    try {
      return (await client.query<{ elected: boolean }>(text, [...values])).rows[0]?.elected ?? true
    } catch {
      broken = true
      return false
    }
  }
  try {
    await ask('begin')
    if (!(await ask('select pg_try_advisory_xact_lock($1) as elected', [ELECTED_FOR[what]]))) return undefined
    return await work(() => ask('select true as elected'))
  } finally {
    await ask('rollback')
    client.release(broken)
  }
}
