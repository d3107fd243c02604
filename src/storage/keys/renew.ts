import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { addMilliseconds, type Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { LOG_KEY, NO_MATTER } from '../transparency/log-key.ts'
import { DATA_KEY, FIRST_KEY, type Keys, type SealPlace, unwrapKey, VAULT_KEY, wrapKey } from './keys.ts'
import { FIRST, markOf, openRing, readRing, type WrappingRow, wrapperOf, wrapRow } from './ring.ts'

/** Servers look for new keys once a minute; after this long all have. */
export const ALL_KNOW_MS = 150_000
const BATCH = 500
const WEEK_MS = 7 * 86_400_000

/**
 * Makes a new wrapping key that comes into use once all servers know it. @returns from when on. Needs the owner of the tables.
 * @throws AnlanError not-allowed, rule key-renewal, when an earlier renewal was not brought to its end
 */
export async function addWrappingKey(
  owner: Pool,
  deployment: Buffer,
  now: Instant,
  delayMs = ALL_KNOW_MS,
): Promise<Instant> {
  return alone(owner, async (client) => {
    const rows = await readRing(owner)
    const opened = openRing(rows, deployment)
    if (rows.length > opened.length || opened.some(({ wrapsFrom }) => wrapsFrom > now)) throw unfinished()
    const wrapsFrom = addMilliseconds(now, delayMs)
    const began = '2000-01-01T00:00:00.000Z'
    const before = opened.length > 0 ? [] : [FIRST, FIRST_KEY].map((id) => ({ id, key: deployment, wrapsFrom: began }))
    const id = `k${1 + Math.max(1, ...opened.map((row) => Number(row.id.slice(1)) || 0))}`
    for (const key of [...before, { id, key: randomBytes(32), wrapsFrom }])
      await insert(client, wrapRow(key, deployment))
    return wrapsFrom
  })
}

/** Wraps every data key that another key wrapped anew, while servers go on. @returns how many. Needs the owner of the tables */
export async function rewrapAll(
  owner: Pool,
  keys: Keys,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0
  for (const table of TABLES) {
    let after: unknown[] = ['', '00000000-0000-0000-0000-000000000000', 0]
    for (;;) {
      const { rows } = await owner.query<Row>(table.read, after)
      if (rows.length === 0) break
      done += await rewrap(owner, keys, table, rows)
      onProgress(done)
      const last = rows.at(-1) as Row
      after = [last.tenant, last.matterId, last.version]
    }
  }
  return done
}

type Row = { readonly tenant: string; readonly matterId: string; readonly version: number; readonly wrapped: string }
type Table = { readonly field: string; readonly read: string; readonly write: string }

/** What was shredded or wrapped by somebody else meanwhile is another value by then, and stays as it is. */
const TABLES: readonly Table[] = [
  {
    field: DATA_KEY,
    read: `select tenant, matter_id as "matterId", 0 as version, wrapped_key as wrapped from matter_keys
      where (tenant, matter_id, 0) > ($1, $2::uuid, $3::int) and wrapped_key is not null order by tenant, matter_id limit ${BATCH}`,
    write: `update matter_keys k set wrapped_key = n.renewed, key_id = $6
      from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::text[]) as n (tenant, matter_id, version, wrapped, renewed)
      where k.tenant = n.tenant and k.matter_id = n.matter_id and k.wrapped_key = n.wrapped`,
  },
  {
    field: VAULT_KEY,
    read: `select tenant, matter_id as "matterId", version, wrapped_key as wrapped from reporter_vault
      where (tenant, matter_id, version) > ($1, $2::uuid, $3::int) and wrapped_key is not null order by tenant, matter_id, version limit ${BATCH}`,
    write: `update reporter_vault k set wrapped_key = n.renewed, key_id = $6
      from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::text[]) as n (tenant, matter_id, version, wrapped, renewed)
      where k.tenant = n.tenant and k.matter_id = n.matter_id and k.version = n.version and k.wrapped_key = n.wrapped`,
  },
  {
    field: LOG_KEY,
    read: `select tenant, '${NO_MATTER}'::uuid as "matterId", 0 as version, wrapped_key as wrapped from log_state
      where (tenant, '${NO_MATTER}'::uuid, 0) > ($1, $2::uuid, $3::int) order by tenant limit ${BATCH}`,
    write: `update log_state k set wrapped_key = n.renewed, key_id = $6
      from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::text[]) as n (tenant, matter_id, version, wrapped, renewed)
      where k.tenant = n.tenant and k.wrapped_key = n.wrapped`,
  },
]

async function rewrap(owner: Pool, keys: Keys, { field, write }: Table, rows: readonly Row[]): Promise<number> {
  const id = keys.id
  const old = rows.flatMap((row) => {
    const place: SealPlace = { tenant: row.tenant, matterId: row.matterId, field }
    if (wrapperOf(keys, row.wrapped, place) === id) return []
    return [{ ...row, renewed: wrapKey(keys, unwrapKey(keys, row.wrapped, place), place) }]
  })
  if (old.length === 0) return 0
  const column = <K extends keyof (typeof old)[number]>(name: K) => old.map((row) => row[name])
  const columns = [column('tenant'), column('matterId'), column('version'), column('wrapped'), column('renewed')]
  return (await owner.query(write, [...columns, id])).rowCount ?? 0
}

/** Wraps the installation's keys by the next deployment key too: from now on both open them. Needs the owner of the tables. */
export async function wrapByNext(owner: Pool, deployment: Buffer, next: Buffer): Promise<void> {
  await alone(owner, async (client) => {
    for (const key of openRing(await readRing(owner), deployment)) await insert(client, wrapRow(key, next))
    // Copies that were kept are of the former one.
    await client.query('update tenant_marks set key_kept_at = null')
  })
}

/**
 * Lets former deployment keys go, after what was still wrapped by former wrapping keys was wrapped anew: whoever has only a former key
 * opens nothing of this database any more. A wrapping key itself goes a week after its successor came, since a thread that began before
 * may still use it. @returns how many wrapped keys went. Needs the owner of the tables.
 * @throws AnlanError not-allowed, rule key-renewal, where `deployment` does not open the keys, or the newest is not in use yet
 */
export async function retire(owner: Pool, keys: Keys, deployment: Buffer, now: Instant): Promise<number> {
  const opened = openRing(await readRing(owner), deployment)
  const newest = opened.filter(({ id }) => id !== FIRST).at(-1)
  if (!newest || newest.wrapsFrom > now || keys.id !== newest.id) throw unfinished()
  await rewrapAll(owner, keys)
  const old = addMilliseconds(now, -WEEK_MS)
  const { rowCount } = await owner.query(`delete from wrapping_keys where wrapper <> $1 or (id <> all ($2) and $3)`, [
    markOf(deployment),
    [FIRST, newest.id],
    newest.wrapsFrom < old,
  ])
  return rowCount ?? 0
}

const INSERT =
  'insert into wrapping_keys (id, wrapper, wrapped_key, wraps_from) values ($1, $2, $3, $4) on conflict do nothing'
const insert = (client: PoolClient, { id, wrapper, wrapped, wrapsFrom }: WrappingRow) =>
  client.query(INSERT, [id, wrapper, wrapped, wrapsFrom])

/** One at a time: two that renew at once would each leave half of the other's. */
async function alone<T>(owner: Pool, act: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('lock table wrapping_keys in share row exclusive mode')
    const result = await act(client)
    await client.query('commit')
    return result
  } catch (cause) {
    await client.query('rollback')
    throw cause
  } finally {
    client.release()
  }
}

const unfinished = () =>
  new AnlanError('not-allowed', {
    rule: 'key-renewal',
    text: {
      zh: '上一次换密钥还没有收尾：服务用新密钥重新启动以后，先运行 anlan key retire',
      en: 'The last renewal was not brought to its end: start the server with the new key, then run anlan key retire first',
    },
  })
