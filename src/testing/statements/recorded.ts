import { appendFileSync } from 'node:fs'
import type { Pool, PoolClient } from 'pg'

const watched = new WeakSet<PoolClient>()

/** A statement with the values it was sent with. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] }

/** Tells of every statement that a pool sends from now on. */
export function watchStatements(pool: Pool, told: (sent: Sent) => void): void {
  pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    const { query } = client
    client.query = function watch(
      this: PoolClient,
      statement: string | { text?: string; values?: unknown[] },
      ...rest: unknown[]
    ) {
      const { text = '', values = rest[0] } = typeof statement === 'string' ? { text: statement } : statement
      if (text) told({ text, values: Array.isArray(values) ? values : [] })
      return Reflect.apply(query, this, [statement, ...rest])
    } as PoolClient['query']
  })
}

const seen = new Set<string>()

/** With ANLAN_TEST_STATEMENTS=FILE every distinct statement of a test run's application goes into that file, a line of JSON each. */
export function recordStatements(pool: Pool): void {
  const file = process.env['ANLAN_TEST_STATEMENTS']
  if (!file) return
  watchStatements(pool, (sent) => {
    if (seen.has(sent.text)) return
    seen.add(sent.text)
    appendFileSync(file, `${JSON.stringify(sent)}\n`)
  })
}
