import type { Kysely } from 'kysely'
import { AnlanError } from '../domain/errors.ts'
import type { Text } from '../domain/text.ts'
import type { Tables } from './tables.ts'

/** Name of a tenant. @throws AnlanError not-found */
export async function getTenant(db: Kysely<Tables>, tenant: string): Promise<{ readonly name: Text }> {
  const row = await db.selectFrom('tenants').select('name').where('tenant', '=', tenant).executeTakeFirst()
  if (!row) throw new AnlanError('not-found', { tenant })
  return { name: row.name as Text }
}
