import type { ClientBase } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { toHex } from '../../engine/transparency/bytes.ts'
import { sameHash } from '../../engine/transparency/check-proof.ts'
import { addLeaf, newTree, rootOf } from '../../engine/transparency/growing-tree.ts'
import { type NamedKey, readCheckpointText, readNote, signedBy } from '../../engine/transparency/note.ts'
import { TILE_WIDTH } from '../../engine/transparency/tiles.ts'
import { leafHash } from '../../engine/transparency/tree.ts'
import type { Keys } from '../keys/keys.ts'
import { checkSignature, hashBytes } from '../transparency/crypto.ts'
import type { LogKey } from '../transparency/log-key.ts'
import { readLog } from '../transparency/log-state.ts'
import type { MatterLog } from './log-faults.ts'

/** What does not hold of the log itself, of rows in it, or of heads of it that were kept elsewhere. */
export type LogFault = { readonly rule: string; readonly at: string }

/** A log as it was read through, to compare the records with. */
export type ReadLog = MatterLog &
  Pick<LogKey, 'key'> & {
    readonly size: number
    readonly faults: readonly LogFault[]
  }

const PAGE = 20_000
const LEAVES = `select index, commitment, logged_at as "loggedAt" from log_entries where tenant = $1 and index >= $2 order by index limit ${PAGE}`
const TILES = 'select level, n, hashes from log_tiles where tenant = $1'
const NOTES = `select size, note from log_checkpoints where tenant = $1
  and (size = $2 or size in (select size from log_cosignatures where tenant = $1))`

/**
 * Reads a log from its first entry: no place is empty, tiles and signed heads are what the entries give, and so are the heads that
 * somebody kept outside. @returns undefined where no log has begun
 */
export async function readThroughLog(
  client: ClientBase,
  keys: Keys,
  tenant: string,
  kept: readonly string[],
): Promise<ReadLog | undefined> {
  const log = await readLog(client, keys, tenant)
  if (!log) return undefined
  const { rows: notes } = await client.query<{ size: number; note: string }>(NOTES, [tenant, log.tree.size])
  const heads = [...notes.map(({ note }) => note), ...kept].map((note) => headOf(note, log.key))
  const read = await readLeaves(client, tenant, new Set(heads.flatMap(({ size }) => size ?? [])))
  const faults = [
    ...read.faults,
    ...(read.size === log.tree.size ? [] : [{ rule: 'log-cut', at: String(read.size) }]),
    ...(notes.some(({ size }) => size === log.tree.size) || log.tree.size === 0
      ? []
      : [{ rule: 'head-missing', at: String(log.tree.size) }]),
    ...heads.flatMap((head) => headFault(head, read.roots) ?? []),
    ...(await tileFaults(client, tenant, read.tiles)),
  ]
  const { key, blindOf, begunAfter } = log
  return { key, blindOf, begunAfter, size: read.size, faults, batchBefore: batchesOf(read.batches) }
}

type Head = { readonly size?: number; readonly root?: Uint8Array }

/** A note that bears no good signature of this log is of another log, or forged: it names no size. */
function headOf(text: string, key: NamedKey): Head {
  const note = readNote(text)
  const head = note && signedBy(note, key, checkSignature, hashBytes) && readCheckpointText(note.text)
  return head && head.origin === key.name ? head : {}
}

function headFault({ size, root }: Head, roots: ReadonlyMap<number, Uint8Array>): LogFault | undefined {
  if (size === undefined || !root) return { rule: 'head-foreign', at: '' }
  const own = roots.get(size)
  if (!own) return { rule: 'log-cut', at: String(size) }
  return sameHash(own, root) ? undefined : { rule: 'log-rewritten', at: String(size) }
}

/** The entry with which a batch begins, and when it was taken in. */
type Batch = { readonly index: number; readonly at: Instant }

async function readLeaves(client: ClientBase, tenant: string, wanted: ReadonlySet<number>) {
  const tree = newTree()
  const roots = new Map([[0, rootOf(tree, hashBytes)]])
  const tiles = new Map<string, string[]>()
  const batches: Batch[] = []
  const faults: LogFault[] = []
  for (;;) {
    type Row = { index: number; commitment: Uint8Array; loggedAt: Instant }
    const { rows } = await client.query<Row>(LEAVES, [tenant, tree.size])
    for (const { index, commitment, loggedAt } of rows) {
      if (index !== tree.size)
        return { size: tree.size, roots, tiles, batches, faults: [{ rule: 'log-gap', at: String(tree.size) }] }
      if (batches.at(-1)?.at !== loggedAt) batches.push({ index, at: loggedAt })
      addLeaf(tree, leafHash(commitment, hashBytes), hashBytes, (width, root) => {
        const level = Math.log2(width) / Math.log2(TILE_WIDTH)
        if (!Number.isInteger(level)) return
        const place = `${level}/${Math.floor(index / width / TILE_WIDTH)}`
        const hashes = tiles.get(place)
        if (hashes) hashes.push(toHex(root))
        else tiles.set(place, [toHex(root)])
      })
      if (wanted.has(tree.size)) roots.set(tree.size, rootOf(tree, hashBytes))
    }
    if (rows.length < PAGE) return { size: tree.size, roots, tiles, batches, faults }
  }
}

async function tileFaults(client: ClientBase, tenant: string, tiles: ReadonlyMap<string, readonly string[]>) {
  const { rows } = await client.query<{ level: number; n: number; hashes: Buffer }>(TILES, [tenant])
  const stored = new Map(rows.map(({ level, n, hashes }) => [`${level}/${n}`, hashes.toString('hex')]))
  const places = new Set([...stored.keys(), ...tiles.keys()])
  return [...places]
    .filter((place) => stored.get(place) !== tiles.get(place)?.join(''))
    .map((place) => ({ rule: 'tile-differs', at: place }))
}

/** When the batch before an entry's own was taken in. */
function batchesOf(batches: readonly Batch[]): MatterLog['batchBefore'] {
  return (index) => {
    let [low, high] = [0, batches.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((batches[middle] as Batch).index <= index) low = middle + 1
      else high = middle
    }
    return batches[low - 2]?.at
  }
}
