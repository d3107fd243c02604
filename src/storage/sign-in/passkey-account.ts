import type { Pool } from 'pg'
import { databaseFor } from '../connection/connect.ts'
import { findPasskey, type Passkey } from './passkeys.ts'

export type PasskeyAccount = {
  readonly key: Passkey
  readonly userId: string
  readonly username: string
  readonly tenant: string
}

/** The key of this id with the account it opens; undefined when it is unknown or the account was closed. */
export async function findPasskeyAccount(pool: Pool, id: string): Promise<PasskeyAccount | undefined> {
  const { rows } = await pool.query<Omit<PasskeyAccount, 'key'>>(
    `select u.id as "userId", u.username, u.tenant from auth.passkeys k join auth.users u on u.id = k.user_id
     where k.id = $1 and not u.banned`,
    [id],
  )
  const [account] = rows
  const key = account && (await findPasskey(databaseFor(pool, account.tenant), id))
  return key && { ...account, key }
}
