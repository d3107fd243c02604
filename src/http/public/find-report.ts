import type { Context } from 'hono'
import { databaseFor } from '../../storage/connection/connect.ts'
import { type Keys, keyedHash } from '../../storage/keys/keys.ts'
import { findMatterIdByCode } from '../../storage/read/tracked-matter.ts'
import type { Env } from '../request/env.ts'
import { readCode } from './code.ts'

/** What the table of codes holds: a stolen copy of it opens nothing. */
export const codeHash = (keys: Keys, code: string): string => keyedHash(keys, 'report-code', code)

/** The report behind a code as typed, or undefined. */
export async function findReport(c: Context<Env>, typed: string): Promise<string | undefined> {
  const { deps } = c.var
  const code = readCode(typed)
  if (!code) return undefined
  return findMatterIdByCode(databaseFor(deps.pool, deps.publicTenant), deps.publicTenant, codeHash(deps.keys, code))
}
