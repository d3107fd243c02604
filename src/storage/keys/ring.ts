import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { createKeys, type Keys, type Sealing, type SealPlace, unwrapKey, unwrapWith, wrapKey } from './keys.ts'

/** The row that holds what hashes are made with. */
export const FIRST = 'first'

/** A key of the installation as it stands in the database. */
export type WrappingRow = {
  readonly id: string
  readonly wrapper: string
  readonly wrapped: string
  readonly wrapsFrom: Instant
}

/** A key of the installation, opened. */
export type OpenedKey = { readonly id: string; readonly key: Buffer; readonly wrapsFrom: Instant }

const placeOf = (id: string): SealPlace => ({ tenant: '', matterId: '', field: `(wrapping key ${id})` })

/** What tells a deployment key from another and nothing of either. */
export const markOf = (deployment: Buffer): string =>
  createHmac('sha256', deployment).update('wrapper of wrapping keys').digest('hex').slice(0, 32)

/** All keys of the installation, wrapped, whatever deployment key wraps them. */
export async function readRing(pool: Pool): Promise<readonly WrappingRow[]> {
  const { rows } = await pool.query<WrappingRow>(
    `select id, wrapper, wrapped_key as wrapped, wraps_from as "wrapsFrom" from wrapping_keys order by wraps_from, id limit 1000`,
  )
  return rows.map((row) => ({ ...row, wrapsFrom: new Date(row.wrapsFrom).toISOString() }))
}

/** Those that this deployment key opens, the oldest first. */
export function openRing(rows: readonly WrappingRow[], deployment: Buffer): readonly OpenedKey[] {
  const opener = createKeys(deployment)
  const mark = markOf(deployment)
  return rows
    .filter(({ wrapper }) => wrapper === mark)
    .map(({ id, wrapped, wrapsFrom }) => ({ id, wrapsFrom, key: unwrapKey(opener, wrapped, placeOf(id)) }))
}

/** One key wrapped by a deployment key. */
export const wrapRow = ({ id, key, wrapsFrom }: OpenedKey, deployment: Buffer): WrappingRow => ({
  id,
  wrapper: markOf(deployment),
  wrapped: wrapKey(createKeys(deployment), key, placeOf(id)),
  wrapsFrom,
})

/**
 * The keys of an installation that a deployment key opens; where none was ever renewed it is all of them itself.
 * @throws AnlanError database-unusable, rule other-key, when another deployment key wraps them
 */
export async function openKeys(pool: Pool, deployment: Buffer, now: Instant, sealing?: Sealing): Promise<Keys> {
  const rows = await readRing(pool)
  if (rows.length === 0) return createKeys(deployment, undefined, sealing)
  const opened = openRing(rows, deployment)
  const first = opened.find(({ id }) => id === FIRST)
  const wraps = wrapperAt(opened, now)
  if (!first || !wraps) throw otherKey()
  const keys = createKeys(first.key, wraps.id, sealing)
  turn(keys, opened, now)
  return keys
}

/** Takes up keys that were renewed meanwhile; `deployment` is asked for again, since its file may be another by now. */
export async function refreshKeys(
  pool: Pool,
  keys: Keys,
  deployment: () => Promise<Buffer>,
  now: Instant,
): Promise<void> {
  const rows = await readRing(pool)
  if (rows.length > 0) turn(keys, openRing(rows, await deployment()), now)
}

/** What opened before goes on opening: a row that is gone here was retired after nothing was left under it. */
function turn(keys: Keys, opened: readonly OpenedKey[], now: Instant): void {
  const wraps = wrapperAt(opened, now)
  if (!wraps) return
  for (const { id, key } of opened) if (id !== FIRST) keys.wrapping.set(id, key)
  keys.id = wraps.id
}

const wrapperAt = (opened: readonly OpenedKey[], now: Instant): OpenedKey | undefined =>
  opened.filter(({ id, wrapsFrom }) => id !== FIRST && wrapsFrom <= now).at(-1)

/** Which of the keys wrapped a data key. */
export const wrapperOf = (keys: Keys, wrapped: string, place: SealPlace): string | undefined =>
  [keys.id, ...keys.wrapping.keys()].find((id) => unwrapWith(keys, id, wrapped, place) !== undefined)

const otherKey = () =>
  new AnlanError('database-unusable', {
    rule: 'other-key',
    text: {
      zh: '部署密钥不是这个数据库现在的：密钥换过，或者这把是别处的。把最近一次的 deployment.key（或者 ANLAN_KEY）放回去再启动；只有旧的那把时，换密钥以前的备份还能用它恢复',
      en: 'The deployment key is not the one of this database now: it was renewed, or this one is another’s. Put the latest deployment.key (or ANLAN_KEY) back, then start again; with only the former one, backups from before the renewal can still be restored',
    },
  })
