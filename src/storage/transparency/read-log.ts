import type { ClientBase } from 'pg'
import { hashRanges, type ReadTile, TILE_WIDTH } from '../../engine/transparency/tiles.ts'
import { consistencyRanges, inclusionRanges, leafHash, type Range } from '../../engine/transparency/tree.ts'
import { hashBytes } from './crypto.ts'

const COMMITMENTS = 'select commitment from log_entries where tenant = $1 and index >= $2 and index < $3 order by index'
const HASHES = 'select hashes from log_tiles where tenant = $1 and level = $2 and n = $3'

/** What was published of the entries of a range, in their order. */
export async function readCommitments(client: ClientBase, tenant: string, { from, to }: Range): Promise<Buffer[]> {
  const { rows } = await client.query<{ commitment: Buffer }>(COMMITMENTS, [tenant, from, to])
  return rows.map(({ commitment }) => commitment)
}

/** The hashes of a tile as far as they are there; above the leaves they are kept, of the leaves they are worked out. */
export async function readTile(
  client: ClientBase,
  tenant: string,
  level: number,
  n: number,
): Promise<readonly Uint8Array[]> {
  if (level === 0) {
    const range = { from: n * TILE_WIDTH, to: (n + 1) * TILE_WIDTH }
    return (await readCommitments(client, tenant, range)).map((commitment) => leafHash(commitment, hashBytes))
  }
  const { rows } = await client.query<{ hashes: Buffer }>(HASHES, [tenant, level, n])
  const hashes = rows[0]?.hashes ?? Buffer.alloc(0)
  return Array.from({ length: hashes.length / 32 }, (_, at) => hashes.subarray(at * 32, at * 32 + 32))
}

const reader =
  (client: ClientBase, tenant: string): ReadTile =>
  (level, n) =>
    readTile(client, tenant, level, n)

/** Proof that an entry is in the tree of this size; the caller has seen to it that both are there. */
export const proveInclusion = (
  client: ClientBase,
  tenant: string,
  index: number,
  size: number,
): Promise<Uint8Array[]> => hashRanges(inclusionRanges(index, size), reader(client, tenant), hashBytes)

/** Proof that the tree of `before` leaves is the beginning of that of `size`. */
export const proveConsistency = (
  client: ClientBase,
  tenant: string,
  before: number,
  size: number,
): Promise<Uint8Array[]> => hashRanges(consistencyRanges(before, size), reader(client, tenant), hashBytes)
