import type { Pool, PoolClient } from 'pg'
import { withTenant } from '../connection/connect.ts'

/** Hands out reference numbers `YH-2026-0417` per tenant, prefix and year. */
export type References = {
  /** On the caller's own connection: a writer that waited here for a second one could wait for ever. */
  readonly take: (client: PoolClient, tenant: string, prefix: string, year: number) => Promise<string>
  /** Inside the transaction that writes the matter: its row stays locked until then, and a rollback gives the number back. */
  readonly takeNext: (client: PoolClient, tenant: string, prefix: string, year: number) => Promise<string>
  readonly takeMany: (tenant: string, prefix: string, year: number, count: number) => Promise<string[]>
  /** Goes on after the highest number in use: the counter fell behind, because it was restored or matters came in beside it. */
  readonly skipTaken: (client: PoolClient, tenant: string, prefix: string, year: number) => Promise<void>
}

const TAKE = `insert into reference_numbers as r (tenant, prefix, year, next) values ($1, $2, $3, 1 + $4::int)
on conflict (tenant, prefix, year) do update set next = r.next + $4::int returning next - $4::int as first`

const SKIP = `insert into reference_numbers as r (tenant, prefix, year, next)
select $1, $2, $3, 1 + coalesce(max(substring(reference from '\\d{1,9}$')::int), 0)
from matters where tenant = $1 and reference ~ ('^' || $2 || '-' || $3::int || '-\\d{1,9}$')
on conflict (tenant, prefix, year) do update set next = greatest(r.next, excluded.next)`

const format = (prefix: string, year: number, number: number) => `${prefix}-${year}-${String(number).padStart(4, '0')}`

/**
 * Takes numbers from the database in blocks, because one row locked per matter would make all writers wait. Offices that
 * check consecutive numbers take them one by one, and wait.
 * A crash leaves a gap of at most one block; a number is never given twice.
 */
export function createReferences(pool: Pool, blockSize = 20): References {
  const blocks = new Map<string, { next: number; end: number }>()
  const filling = new Map<string, Promise<void>>()

  async function takeBlock(client: PoolClient, tenant: string, prefix: string, year: number, count: number) {
    const { rows } = await client.query<{ first: number }>({
      name: 'take-references',
      text: TAKE,
      values: [tenant, prefix, year, count],
    })
    return rows[0]?.first ?? 1
  }

  async function take(client: PoolClient, tenant: string, prefix: string, year: number): Promise<string> {
    const key = `${tenant} ${prefix} ${year}`
    for (;;) {
      const block = blocks.get(key)
      if (block && block.next < block.end) {
        block.next += 1
        return format(prefix, year, block.next - 1)
      }
      let fill = filling.get(key)
      if (!fill) {
        fill = takeBlock(client, tenant, prefix, year, blockSize)
          .then((first) => void blocks.set(key, { next: first, end: first + blockSize }))
          .finally(() => filling.delete(key))
        filling.set(key, fill)
      }
      await fill
    }
  }

  async function takeNext(client: PoolClient, tenant: string, prefix: string, year: number): Promise<string> {
    return format(prefix, year, await takeBlock(client, tenant, prefix, year, 1))
  }

  async function takeMany(tenant: string, prefix: string, year: number, count: number): Promise<string[]> {
    const first = await withTenant(pool, tenant, (client) => takeBlock(client, tenant, prefix, year, count))
    return Array.from({ length: count }, (_, index) => format(prefix, year, first + index))
  }

  async function skipTaken(client: PoolClient, tenant: string, prefix: string, year: number): Promise<void> {
    blocks.delete(`${tenant} ${prefix} ${year}`)
    await client.query(SKIP, [tenant, prefix, year])
  }

  return { take, takeNext, takeMany, skipTaken }
}
