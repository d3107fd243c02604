import type { ClientBase } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import type { GrowingTree } from '../../engine/transparency/growing-tree.ts'
import type { Keys } from '../keys/keys.ts'
import { type LogKey, logKeyOf, newLogSecret, openLogSecret } from './log-key.ts'

/** A log as it stands. `begunAfter` is null when all is in that was there when it began. */
export type LogState = LogKey & {
  readonly tenant: string
  readonly origin: string
  readonly tree: GrowingTree
  readonly begunAt: Instant
  readonly begunAfter: string | null
}

type Row = {
  readonly origin: string
  readonly wrapped: string
  readonly size: number
  readonly peaks: Buffer
  readonly begunAt: Instant
  readonly begunAfter: string | null
}

const COLUMNS = 'origin, wrapped_key as wrapped, size, peaks, begun_at as "begunAt", begun_after as "begunAfter"'
const READ = `select ${COLUMNS} from log_state where tenant = $1`
const BEGIN = `insert into log_state (tenant, origin, public_key, wrapped_key, key_id, size, peaks, begun_at, begun_after)
  values ($1, $2, $3, $4, $5, 0, '', $6, $7) on conflict (tenant) do nothing`
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** The log of a tenant, or undefined where none has begun. */
export async function readLog(client: ClientBase, keys: Keys, tenant: string): Promise<LogState | undefined> {
  return opened(await client.query<Row>(READ, [tenant]), keys, tenant)
}

/** As `readLog`, held until the transaction ends; undefined also when somebody else holds it. */
export async function lockLog(client: ClientBase, keys: Keys, tenant: string): Promise<LogState | undefined> {
  return opened(await client.query<Row>(`${READ} for update skip locked`, [tenant]), keys, tenant)
}

function opened({ rows }: { rows: readonly Row[] }, keys: Keys, tenant: string): LogState | undefined {
  const [row] = rows
  if (!row) return undefined
  const { origin, wrapped, size, peaks, begunAt, begunAfter } = row
  const key = logKeyOf(openLogSecret(keys, tenant, wrapped), origin)
  return { ...key, tenant, origin, tree: treeOf(size, peaks), begunAt, begunAfter }
}

/** The perfect subtrees of a size follow from its binary digits, so only their roots are kept. */
export function treeOf(size: number, kept: Uint8Array): GrowingTree {
  const peaks: GrowingTree['peaks'] = []
  let left = size
  for (let at = 0; left > 0; at += 32) {
    const width = 2 ** Math.floor(Math.log2(left))
    peaks.push({ width, root: new Uint8Array(kept.subarray(at, at + 32)) })
    left -= width
  }
  return { size, peaks }
}

/** Makes a log with a key of its own. @returns false when there is one */
export async function beginLog(
  client: ClientBase,
  keys: Keys,
  { tenant, host, at }: { readonly tenant: string; readonly host: string; readonly at: Instant },
): Promise<boolean> {
  const origin = `${host}/tlog/${tenant}`
  const { secret, wrapped } = newLogSecret(keys, tenant)
  const { key } = logKeyOf(secret, origin)
  const { rowCount } = await client.query(BEGIN, [tenant, origin, key.publicKey, wrapped, keys.id, at, FIRST_ID])
  return rowCount === 1
}
