import type { ClientBase } from 'pg'
import { toBase64, utf8 } from '../../engine/transparency/bytes.ts'
import { entryText, type LogEntry } from '../../engine/transparency/entry.ts'
import { keyText } from '../../engine/transparency/note.ts'
import { writeProof } from '../../engine/transparency/proof-text.ts'
import type { Keys } from '../keys/keys.ts'
import { hashBytes } from './crypto.ts'
import { headFor, listWitnesses } from './heads.ts'
import { readLog } from './log-state.ts'
import { proveInclusion } from './read-log.ts'
import { hexOf } from './sequence.ts'

const ENTRY = `select l.index, l.kind, l.matter_id as subject, l.first, l.last, l.logged_at as "loggedAt", e.hash from log_entries l
  join matter_events e on e.tenant = $1 and e.matter_id = l.matter_id and e.version = l.last
  where l.tenant = $1 and l.matter_id = $2 and l.last >= $3 order by l.last limit 1`

/**
 * A receipt for what happened to a matter at a version: that it is in the log, proved up to a signed head, with the key of this one
 * entry and no other. Whoever keeps it can show later that it was there. @returns undefined until it is in the log
 */
export async function logReceipt(
  client: ClientBase,
  keys: Keys,
  tenant: string,
  { matterId, version }: { readonly matterId: string; readonly version: number },
): Promise<string | undefined> {
  const log = await readLog(client, keys, tenant)
  if (!log) return undefined
  type Row = Omit<LogEntry, 'digest'> & { index: number; hash: string | Uint8Array }
  const { rows } = await client.query<Row>(ENTRY, [tenant, matterId, version])
  const [entry] = rows
  const head = entry && (await headFor(client, tenant, entry.index))
  if (!entry || !head) return undefined
  const { index, hash, ...rest } = entry
  const extra = {
    entry: entryText({ ...rest, digest: hexOf(hash) }),
    key: toBase64(log.blindOf(index)),
    log: keyText(log.key, hashBytes),
    witnesses: (await listWitnesses(client, tenant)).map(({ key }) => key),
  }
  const proof = await proveInclusion(client, tenant, index, head.size)
  return writeProof({ extra: utf8(JSON.stringify(extra)), index, proof, note: head.note })
}
