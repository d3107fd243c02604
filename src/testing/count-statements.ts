import type { Pool, PoolClient } from 'pg'

/** What a pool really sends while something is done: one text for each round trip. Names instead of texts where there are any. */
export async function statementsOf(pool: Pool, work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const watched = new Map<PoolClient, PoolClient['query']>()
  const watch = (client: PoolClient) => {
    if (watched.has(client)) return
    const query = client.query
    watched.set(client, query)
    const counting = (...args: unknown[]) => {
      const [first] = args as [string | { name?: string; text?: string }]
      sent.push(typeof first === 'string' ? first : (first.name ?? first.text ?? ''))
      return Reflect.apply(query, client, args)
    }
    client.query = counting as PoolClient['query']
  }
  pool.on('acquire', watch)
  try {
    await work()
  } finally {
    pool.off('acquire', watch)
    for (const [client, query] of watched) client.query = query
  }
  return sent
}
