import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../../domain/time/time.ts'
import type { Tables } from '../schema/tables.ts'

/** As for reports: letters that survive being read aloud and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 26
const BITS = 5n

/** 130 random bits: nobody guesses one, however long they try. */
function newCode(): string {
  let bits = BigInt(`0x${randomBytes(17).toString('hex')}`)
  let code = ''
  for (let at = 0; at < LETTERS; at += 1) {
    code += ALPHABET[Number(bits & 31n)]
    bits >>= BITS
  }
  return code
}

/** A code as typed, made plain: blanks and dashes out, capitals, O as 0, I and L as 1. Undefined when it cannot be one. */
export function readPaperCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^.*\/CHECK\//, '')
    .replace(/[?#].*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.length === LETTERS && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : undefined
}

/** In fours for the eye: `7K42-MQ9F-…`. */
export const codeInFours = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')

type Of = { readonly tenant: string; readonly matterId: string; readonly number: number }

/** The code of a paper; made when it is first printed, the same ever after. */
export async function paperCode(db: Kysely<Tables>, { tenant, matterId, number }: Of, at: Instant): Promise<string> {
  const known = () =>
    db
      .selectFrom('paper_codes')
      .select('code')
      .where('tenant', '=', tenant)
      .where('matter_id', '=', matterId)
      .where('number', '=', number)
      .executeTakeFirst()
  const found = await known()
  if (found) return found.code
  const code = newCode()
  const made = await db
    .insertInto('paper_codes')
    .values({ tenant, code, matter_id: matterId, number, at })
    .onConflict((conflict) => conflict.columns(['tenant', 'matter_id', 'number']).doNothing())
    .returning('code')
    .executeTakeFirst()
  return made?.code ?? (await known())?.code ?? code
}

/** Which paper of this office has the code. */
export async function findPaperByCode(
  db: Kysely<Tables>,
  tenant: string,
  code: string,
): Promise<{ readonly matterId: string; readonly number: number } | undefined> {
  return db
    .selectFrom('paper_codes')
    .select(['matter_id as matterId', 'number'])
    .where('tenant', '=', tenant)
    .where('code', '=', code)
    .executeTakeFirst()
}
