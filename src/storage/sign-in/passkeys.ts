import type { Kysely } from 'kysely'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

/** A key that lives in somebody's device: what the office knows of it opens nothing. */
export type Passkey = {
  /** The credential's id, base64url. */
  readonly id: string
  readonly userId: string
  /** COSE, base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt?: string
}

const MOST_PASSKEYS = 20

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const rows = await select(db).where('user_id', '=', userId).orderBy('created_at').limit(MOST_PASSKEYS).execute()
  return rows.map(asPasskey)
}

/** The passkey of this id, whosever it is. */
export async function findPasskey(db: Db, id: string): Promise<Passkey | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && asPasskey(row)
}

/** Keeps a passkey. @returns false when the account has too many, or the key is known already */
export async function addPasskey(db: Db, key: Omit<Passkey, 'createdAt' | 'lastUsedAt'>): Promise<boolean> {
  if ((await listPasskeys(db, key.userId)).length >= MOST_PASSKEYS) return false
  const added = await db
    .insertInto('auth.passkeys')
    .values({
      id: key.id,
      user_id: key.userId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: [...key.transports],
      name: key.name,
      created_at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Another name for it. @returns whether the account has it */
export async function renamePasskey(db: Db, userId: string, id: string, name: string): Promise<boolean> {
  const own = db.updateTable('auth.passkeys').set({ name }).where('id', '=', id).where('user_id', '=', userId)
  return (await own.returning('id').executeTakeFirst()) !== undefined
}

/** Forgets a passkey. @returns whether the account had it */
export async function removePasskey(db: Db, userId: string, id: string): Promise<boolean> {
  const own = db.deleteFrom('auth.passkeys').where('id', '=', id).where('user_id', '=', userId)
  return (await own.returning('id').executeTakeFirst()) !== undefined
}

/** It was used: keys that count count on from here. */
export async function markPasskeyUsed(db: Db, id: string, counter: number): Promise<void> {
  const used = { counter, last_used_at: new Date().toISOString() }
  await db.updateTable('auth.passkeys').set(used).where('id', '=', id).execute()
}

const select = (db: Db) =>
  db
    .selectFrom('auth.passkeys')
    .select([
      'id',
      'user_id as userId',
      'public_key as publicKey',
      'counter',
      'transports',
      'name',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])

type Row = Omit<Passkey, 'lastUsedAt'> & { readonly lastUsedAt: string | null }
const asPasskey = ({ lastUsedAt, ...row }: Row): Passkey => ({ ...row, ...(lastUsedAt ? { lastUsedAt } : {}) })
