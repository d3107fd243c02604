import { createHash, randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema/tables.ts'

type Db = Kysely<Tables>

const CODES = 10
/** Letters and digits that are not mistaken for each other on paper (Crockford, lower case). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** 16 characters, 80 bits: too many to be tried even by who has the table, so a plain hash will do. */
const newCode = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')).join(
    '-',
  )

/** As people type it back: capitals, spaces, no dashes, O for 0, I and L for 1. */
const plain = (typed: string) => typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

const hashOf = (userId: string, code: string) =>
  createHash('sha256')
    .update(`${userId}\n${plain(code)}`)
    .digest('hex')

/** New codes in place of those before. They are in this answer only. */
export async function renewRecoveryCodes(db: Db, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('auth.recovery_codes').where('user_id', '=', userId).execute()
    await trx
      .insertInto('auth.recovery_codes')
      .values(codes.map((code) => ({ user_id: userId, hash: hashOf(userId, code) })))
      .execute()
  })
  return codes
}

/** Uses a code up. @returns whether it was one */
export async function takeRecoveryCode(db: Db, userId: string, code: string): Promise<boolean> {
  const used = await db
    .deleteFrom('auth.recovery_codes')
    .where('user_id', '=', userId)
    .where('hash', '=', hashOf(userId, code))
    .returning('user_id')
    .executeTakeFirst()
  return used !== undefined
}

/** How many are left. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('auth.recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
