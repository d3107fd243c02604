import type pg from 'pg'

type Query = pg.PoolClient['query']
type Told = (cause: unknown, result?: unknown) => void

const BEGINS = /^\s*(begin|start transaction)\b/i

/**
 * Makes a connection keep nothing in its session, for a pooler that gives each transaction another connection of the server (pgbouncer
 * in transaction mode; Citus, which sends on only what is set in a transaction): each statement runs in a transaction that begins with
 * `settings`, and none is prepared by name, since another connection would not know the name.
 */
export function perTransaction(client: pg.PoolClient, settings: () => string): void {
  const send = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>
  let turn: Promise<unknown> = Promise.resolve()

  const run = async (statement: unknown, values: unknown): Promise<unknown> => {
    const isFree = client.getTransactionStatus() === 'I'
    if (isFree && typeof statement === 'string' && BEGINS.test(statement)) return send(`${statement}; ${settings()}`)
    if (!isFree) return send(unnamed(statement), values)
    if (isStream(statement)) throw new Error('a stream needs a transaction that was begun')
    await send(`begin; ${settings()}`)
    try {
      const result = await send(unnamed(statement), values)
      await send('commit')
      return result
    } catch (cause) {
      await send('rollback').catch(() => {}) // the connection broke: its transaction ended with it
      throw cause
    }
  }

  client.query = ((statement: unknown, ...rest: unknown[]) => {
    if (isStream(statement) && client.getTransactionStatus() !== 'I') return send(statement)
    const tell = rest.findLast((word) => typeof word === 'function') as Told | undefined
    const values = Array.isArray(rest[0]) ? rest[0] : undefined
    // One after the other: what is sent by two at once must not get between a beginning and its end.
    const done = turn.then(() => run(statement, values))
    turn = done.catch(() => {})
    if (tell) done.then((result) => tell(undefined, result), tell)
    return tell ? undefined : done
  }) as Query
}

function unnamed(statement: unknown): unknown {
  if (typeof statement !== 'object' || statement === null || isStream(statement)) return statement
  const { name: _, ...rest } = statement as pg.QueryConfig
  return rest
}

/** What reads or writes by itself, such as a COPY. */
const isStream = (statement: unknown) =>
  typeof statement === 'object' && statement !== null && 'submit' in statement && typeof statement.submit === 'function'
