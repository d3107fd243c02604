import type { ClientBase } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { type LogEntry, MATTER_KINDS } from '../../engine/transparency/entry.ts'
import { addLeaf, rootOf } from '../../engine/transparency/growing-tree.ts'
import { checkpointText, signatureLine, signText } from '../../engine/transparency/note.ts'
import { TILE_WIDTH } from '../../engine/transparency/tiles.ts'
import { leafHash } from '../../engine/transparency/tree.ts'
import { hashBytes } from './crypto.ts'
import { commitmentOf } from './log-key.ts'
import type { LogState } from './log-state.ts'

const ENTRIES = `insert into log_entries (tenant, index, kind, matter_id, subject, first, last, logged_at, commitment)
  select $1, e.index, e.kind, e.matter_id, e.subject, e.first, e.last, $3, e.commitment
  from json_to_recordset($2::json) as e(index bigint, kind text, matter_id uuid, subject text, first integer, last integer, commitment bytea)`
const TILES = `insert into log_tiles as t (tenant, level, n, hashes)
  select $1, n.level, n.n, n.hashes from json_to_recordset($2::json) as n(level smallint, n bigint, hashes bytea)
  on conflict (tenant, level, n) do update set hashes = t.hashes || excluded.hashes`
const STATE = 'update log_state set size = $2, peaks = $3 where tenant = $1'
const CHECKPOINT = 'insert into log_checkpoints (tenant, size, at, note) values ($1, $2, $3, $4)'

/** Puts entries at the end of a log that is held, and signs the new head. @returns the log as it stands then */
export async function appendEntries(
  client: ClientBase,
  state: LogState,
  entries: readonly Omit<LogEntry, 'loggedAt'>[],
  now: Instant,
): Promise<LogState> {
  if (entries.length === 0) return state
  const { tenant, tree, blindOf } = state
  const tiles = new Map<string, Buffer[]>()
  const rows = entries.map((entry) => {
    const index = tree.size
    const commitment = commitmentOf({ ...entry, loggedAt: now }, blindOf(index))
    addLeaf(tree, leafHash(commitment, hashBytes), hashBytes, (width, root) => {
      const level = levelOf(width)
      if (level === undefined) return
      const key = `${level} ${Math.floor(index / width / TILE_WIDTH)}`
      tiles.set(key, [...(tiles.get(key) ?? []), Buffer.from(root)])
    })
    return rowOf(entry, index, commitment)
  })
  await client.query(ENTRIES, [tenant, JSON.stringify(rows), now])
  if (tiles.size > 0) await client.query(TILES, [tenant, JSON.stringify([...tiles].map(tileRow))])
  await client.query(STATE, [tenant, tree.size, Buffer.concat(tree.peaks.map(({ root }) => root))])
  await client.query(CHECKPOINT, [tenant, tree.size, now, signedHead(state)])
  return state
}

/** A full tile's root is a hash of the level above; other nodes are worked out when they are asked for. */
function levelOf(width: number): number | undefined {
  const level = Math.log2(width) / Math.log2(TILE_WIDTH)
  return Number.isInteger(level) ? level : undefined
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

const tileRow = ([key, hashes]: [string, Buffer[]]) => {
  const [level, n] = key.split(' ')
  return { level: Number(level), n: Number(n), hashes: hex(Buffer.concat(hashes)) }
}

function rowOf({ kind, subject, first, last }: Omit<LogEntry, 'loggedAt'>, index: number, commitment: Buffer) {
  const isMatter = (MATTER_KINDS as readonly string[]).includes(kind)
  return { index, kind, [isMatter ? 'matter_id' : 'subject']: subject, first, last, commitment: hex(commitment) }
}

/** The head of a log as a signed note. */
export function signedHead({ origin, tree, key, sign }: LogState): string {
  const text = checkpointText({ origin, size: tree.size, root: rootOf(tree, hashBytes) })
  return `${text}\n${signatureLine(signText(text, key, sign, hashBytes))}`
}
