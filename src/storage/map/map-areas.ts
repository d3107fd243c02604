import type { Kysely } from 'kysely'
import type { MapArea, OfficeMap } from '../../domain/map/map-area.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { type AdminAct, administer } from '../admin/admin-changes.ts'
import type { Tables } from '../schema/tables.ts'

/** The office's map as it is now; undefined when nobody put one in. */
export async function readMap(db: Kysely<Tables>, tenant: string): Promise<OfficeMap | undefined> {
  const row = await db
    .selectFrom('map_areas')
    .select(['version', 'file_name as fileName', 'areas', 'at'])
    .where('tenant', '=', tenant)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, areas: row.areas as unknown as readonly MapArea[] }
}

export type NewMap = { readonly seenVersion: number; readonly fileName: string; readonly areas: readonly MapArea[] }

/** Puts a map in; the one before stays. @throws AnlanError version-conflict when somebody was first */
export function writeMap(db: Kysely<Tables>, act: AdminAct, { seenVersion, fileName, areas }: NewMap): Promise<void> {
  const { tenant, at } = act
  return administer(db, act, async (trx) => {
    const before = await readMap(trx, tenant)
    const version = before?.version ?? 0
    if (version !== seenVersion) throw new AnlanError('version-conflict', { version })
    await trx
      .insertInto('map_areas')
      .values({ tenant, version: version + 1, file_name: fileName, areas: JSON.stringify(areas), at })
      .execute()
    return {
      subject: 'office',
      subjectId: 'map',
      what: 'changed',
      before: before && { version, file: before.fileName, areas: before.areas.length },
      after: { version: version + 1, file: fileName, areas: areas.length },
    }
  })
}
