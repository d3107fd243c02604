import type { ClientBase } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import {
  readCheckpointText,
  readKeyText,
  readNote,
  readSignatureLine,
  signedBy,
} from '../../engine/transparency/note.ts'
import { checkSignature, hashBytes } from './crypto.ts'

/** A signed head as anybody may have it: the log's note and below it those who cosigned it. */
export type SignedHead = { readonly size: number; readonly at: Instant; readonly note: string }

const HEADS = `select c.size, c.at, c.note || coalesce((select string_agg(s.line, '' order by s.at, s.key) from log_cosignatures s
    where s.tenant = $1 and s.size = c.size), '') as note
  from log_checkpoints c where c.tenant = $1`

/** The newest head, or undefined before the first. */
export async function latestHead(client: ClientBase, tenant: string): Promise<SignedHead | undefined> {
  return (await client.query<SignedHead>(`${HEADS} order by c.size desc limit 1`, [tenant])).rows[0]
}

/** The head that says most of an entry: the newest that somebody cosigned, or else the newest; undefined while none covers it. */
export async function headFor(client: ClientBase, tenant: string, index: number): Promise<SignedHead | undefined> {
  const cosigned = `${HEADS} and c.size > $2 and exists (select from log_cosignatures s where s.tenant = $1 and s.size = c.size) order by c.size desc limit 1`
  const found = (await client.query<SignedHead>(cosigned, [tenant, index])).rows[0]
  if (found) return found
  const head = await latestHead(client, tenant)
  return head && head.size > index ? head : undefined
}

export type Witness = {
  readonly key: string
  readonly addedAt: Instant
  readonly endedAt: Instant | null
  /** The last head it cosigned. */
  readonly size: number | null
  readonly at: Instant | null
}

/** The offices that look after the log, and how far each has looked. */
export async function listWitnesses(client: ClientBase, tenant: string): Promise<Witness[]> {
  const { rows } = await client.query<Witness>(
    `select w.key, w.added_at as "addedAt", w.ended_at as "endedAt", l.size, l.at from log_witnesses w
     left join lateral (select s.size, s.at from log_cosignatures s where s.tenant = $1 and s.key = w.key order by s.size desc limit 1) l on true
     where w.tenant = $1 order by w.added_at, w.key limit 100`,
    [tenant],
  )
  return rows
}

/**
 * Keeps a witness's line for a head, if the witness is one of the office's and the signature is good.
 * @returns false for anything else: whoever is no witness can leave nothing here
 */
export async function keepCosignature(
  client: ClientBase,
  tenant: string,
  { size, line, now }: { readonly size: number; readonly line: string; readonly now: Instant },
): Promise<boolean> {
  const { rows } = await client.query<{ note: string }>(
    'select note from log_checkpoints where tenant = $1 and size = $2',
    [tenant, size],
  )
  const [note] = rows
  const signature = readSignatureLine(line)
  if (!note || !signature) return false
  const text = readNote(note.note)?.text ?? ''
  if (readCheckpointText(text)?.size !== size) return false
  for (const { key, endedAt } of await listWitnesses(client, tenant)) {
    const named = readKeyText(key, hashBytes)
    if (!named || endedAt || named.name !== signature.name) continue
    if (!signedBy({ text, signatures: [signature] }, named, checkSignature, hashBytes)) continue
    await client.query(
      'insert into log_cosignatures (tenant, size, key, line, at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [tenant, size, key, `${line}\n`, now],
    )
    return true
  }
  return false
}
