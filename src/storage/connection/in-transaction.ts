import type { PoolClient } from 'pg'

/** Does all of it or nothing, on one connection. */
export async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (cause) {
    await client.query('rollback')
    throw cause
  }
}
