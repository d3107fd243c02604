import type { Pool } from 'pg'

/** A place in the log of a server (an LSN): `0/3A12B8C0`. */
export type Position = string

const POSITION = /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/

/** Whether somebody else's text names a place in the log. */
export const isPosition = (text: string): text is Position => POSITION.test(text)

/** Whether one place in the log is not before another. */
export const isAtLeast = (one: Position | undefined, other: Position): boolean =>
  one !== undefined && numberOf(one) >= numberOf(other)

const numberOf = (position: Position): bigint => {
  const [high = '0', low = '0'] = position.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

const ASKED = {
  written: 'select pg_current_wal_insert_lsn()::text as position, false as copy',
  // A server that was promoted replays nothing and goes its own way.
  replayed: 'select pg_last_wal_replay_lsn()::text as position, pg_is_in_recovery() as copy',
} as const

/** How far a server has written, or a copy has replayed. @throws Error when it is not a copy any more */
export async function readPosition(pool: Pool, what: keyof typeof ASKED): Promise<Position> {
  const { rows } = await pool.query<{ position: string | null; copy: boolean }>(ASKED[what])
  const [row] = rows
  if (!row?.position || (what === 'replayed' && !row.copy)) throw new Error('this server is no copy of another')
  return row.position
}
