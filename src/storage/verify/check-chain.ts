import { type Kysely, sql } from 'kysely'
import { type ChainResult, type Link, verifyChain } from '../../engine/record/chain.ts'
import type { Tables } from '../schema/tables.ts'
import { sha256 } from '../write/ids.ts'

type Row = Omit<Link, 'event' | 'tenant' | 'matterId'>

/** Whether the records of one matter are as they were written, up to `head`, and how many there are. */
export async function checkChain(
  db: Kysely<Tables>,
  tenant: string,
  matterId: string,
  head: string,
): Promise<{ readonly result: ChainResult; readonly count: number }> {
  const { rows } = await sql<Row>`select version, type, at, event::text as json, encode(hash, 'hex') as hash
    from matter_events where tenant = ${tenant} and matter_id = ${matterId} order by version`.execute(db)
  const links = rows.map((row): Link => ({ ...row, tenant, matterId, event: JSON.parse(row.json) }))
  return { result: verifyChain(links, sha256, head), count: links.length }
}
