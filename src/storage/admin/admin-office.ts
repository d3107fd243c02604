import type { Kysely, Transaction } from 'kysely'
import type { OfficeSection, OfficeSettings } from '../../domain/unit/office-settings.ts'
import type { Text } from '../../domain/wording/text.ts'
import type { Tables } from '../schema/tables.ts'
import { type Emblem, settingsOf } from '../tenants/office-settings.ts'
import { type AdminAct, administer } from './admin-changes.ts'

/**
 * Changes one part of what an office sets for itself; `change` gets the part as it stands, under the lock. Its old and new
 * state stand in the record of administration.
 */
export function changeSettings<S extends keyof OfficeSettings>(
  db: Kysely<Tables>,
  act: AdminAct,
  section: S,
  change: (before: OfficeSettings[S]) => OfficeSettings[S],
): Promise<void> {
  return administer(db, act, async (trx) => {
    const stored = await storedSettings(trx, act.tenant)
    const before = settingsOf(stored)[section]
    const after = change(before)
    await trx
      .updateTable('tenants')
      .set({ settings: JSON.stringify({ ...stored, [section]: after }) })
      .where('tenant', '=', act.tenant)
      .execute()
    return written(section, before, after)
  })
}

/** Renames an office. */
export function renameOffice(db: Kysely<Tables>, act: AdminAct, name: Text): Promise<void> {
  return administer(db, act, async (trx) => {
    const { name: before } = await trx
      .selectFrom('tenants')
      .select('name')
      .where('tenant', '=', act.tenant)
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('tenants')
      .set({ name: JSON.stringify(name) })
      .where('tenant', '=', act.tenant)
      .execute()
    return written('name', before, name)
  })
}

/** Gives an office its emblem, or takes it away. The picture was checked before. */
export function changeEmblem(db: Kysely<Tables>, act: AdminAct, emblem: Emblem | undefined): Promise<void> {
  const { tenant } = act
  return administer(db, act, async (trx) => {
    const { emblem: before, ...stored } = await storedSettings(trx, tenant)
    await trx.deleteFrom('emblems').where('tenant', '=', tenant).execute()
    if (emblem)
      await trx
        .insertInto('emblems')
        .values({ tenant, ...emblem })
        .execute()
    const settings = emblem ? { ...stored, emblem: emblem.sha256 } : stored
    await trx
      .updateTable('tenants')
      .set({ settings: JSON.stringify(settings) })
      .where('tenant', '=', tenant)
      .execute()
    return written('emblem', before, emblem?.sha256)
  })
}

/** With what other releases and the demo keep there. */
async function storedSettings(trx: Transaction<Tables>, tenant: string): Promise<Record<string, unknown>> {
  const { settings } = await trx
    .selectFrom('tenants')
    .select('settings')
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow()
  return settings as Record<string, unknown>
}

const written = (section: OfficeSection, before: unknown, after: unknown) =>
  ({ subject: 'office', subjectId: section, what: 'changed', before, after }) as const
