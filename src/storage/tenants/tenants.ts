import type { Kysely } from 'kysely'
import type { CalendarDay } from '../../domain/time/calendar.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'

/** A tenant's name, and the days off or worked that it has beside the yearly notices. */
export type Tenant = { readonly name: Text; readonly calendarDays: readonly CalendarDay[] }

/** Reads a tenant. @throws AnlanError not-found */
export async function getTenant(db: Kysely<Tables>, tenant: string): Promise<Tenant> {
  const row = await db
    .selectFrom('tenants')
    .select(['name', 'settings'])
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  if (!row) throw new AnlanError('not-found', { tenant })
  const settings = row.settings as { calendarDays?: readonly CalendarDay[] }
  return { name: row.name as Text, calendarDays: settings.calendarDays ?? [] }
}
