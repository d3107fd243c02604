import type { Kysely } from 'kysely'
import { NO_SETTINGS, type OfficeSettings } from '../../domain/unit/office-settings.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'

/** An office by its name, with what it set for itself. */
export type Tenant = OfficeSettings & { readonly name: Text }

/** Settings as they are stored, with what an older release did not know yet. */
export const settingsOf = (stored: unknown): OfficeSettings => ({
  ...NO_SETTINGS,
  ...(stored as Partial<OfficeSettings> | null),
})

/** Reads an office. @throws AnlanError not-set-up when there is none */
export async function getTenant(db: Kysely<Tables>, tenant: string): Promise<Tenant> {
  const row = await db
    .selectFrom('tenants')
    .select(['name', 'settings'])
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  if (!row) throw new AnlanError('not-set-up', { tenant })
  return { ...settingsOf(row.settings), name: row.name as Text }
}

export type Emblem = { readonly type: string; readonly bytes: Buffer; readonly sha256: string }

/** The picture an office shows, or undefined. */
export function getEmblem(db: Kysely<Tables>, tenant: string): Promise<Emblem | undefined> {
  return db.selectFrom('emblems').select(['type', 'bytes', 'sha256']).where('tenant', '=', tenant).executeTakeFirst()
}
