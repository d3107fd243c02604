import type { PoolClient } from 'pg'
import type { Matter } from '../../domain/matter/matter.ts'
import type { NamedMatters } from '../../engine/decide/named-matters.ts'

/** What a command has to know before it is decided. */
export type Wanted = {
  readonly tenant: string
  readonly matterId?: string | undefined
  /** The idempotency key it may have been used under. */
  readonly key?: string | undefined
  /** References it names, as they are kept. */
  readonly references?: readonly string[]
}

/** A matter as it stands, the head of its chain, and its data key when it has one. */
export type Seen = { readonly matter: Matter; readonly head: string; readonly wrappedKey: string | null }

/** What the same key was used for. */
export type Done = { readonly digest: string; readonly matterId: string }

export type Found = { readonly seen?: Seen; readonly done?: Done; readonly named?: NamedMatters }

const MATTER = `select m.matter, m.head, k.wrapped_key as "wrappedKey"`
const FROM = ` from (select 1) as one
left join matters m on m.tenant = $1 and m.id = $2
left join matter_keys k on k.tenant = $1 and k.matter_id = $2`
const KEY = `, c.digest, c.matter_id as "doneId"`
const FROM_KEY = ` left join commands c on c.tenant = $1 and c.key = $3`
const named = (at: number) =>
  `, (select json_agg(n.matter) from matters n where n.tenant = $1 and n.reference = any($${at}::text[])) as named`

/** The one read of a command; it carries only what this command needs. */
export function findStatement({ tenant, matterId, key, references = [] }: Wanted) {
  const names = references.length > 0
  const text = `${MATTER}${key ? KEY : ''}${names ? named(key ? 4 : 3) : ''}${FROM}${key ? FROM_KEY : ''}`
  return {
    name: `find-matter${key ? '-key' : ''}${names ? '-named' : ''}`,
    text,
    values: [tenant, matterId ?? null, ...(key ? [key] : []), ...(names ? [references] : [])],
  }
}

type Row = {
  matter: Matter | null
  head: string
  wrappedKey: string | null
  digest?: string | null
  doneId?: string
  named?: Matter[] | null
}

/** Finds matter, used key and named matters in one round trip. */
export async function findStanding(client: PoolClient, wanted: Wanted): Promise<Found> {
  const { rows } = await client.query<Row>(findStatement(wanted))
  const row = rows[0]
  if (!row) throw new Error('a select without a table gives one row')
  const { matter, head, wrappedKey, digest, doneId, named: matters } = row
  return {
    ...(matter ? { seen: { matter, head, wrappedKey } } : {}),
    ...(digest && doneId ? { done: { digest, matterId: doneId } } : {}),
    ...(matters ? { named: byReference(matters) } : {}),
  }
}

export const byReference = (matters: readonly Matter[]): NamedMatters =>
  new Map(matters.map((matter) => [matter.reference, matter]))
