import type { UnitKind } from '../../domain/unit/unit.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'

export type ImportedUnit = {
  readonly id: string
  readonly parentId: string
  readonly kind: UnitKind
  readonly name: string
}

const ADD = `with added as (insert into units (tenant, id, parent_id, path, kind, name)
select $1, u.id, p.id, p.path || u.id || '/', u.kind, jsonb_build_object('zh', u.name, 'en', u.name)
from jsonb_to_recordset($2::jsonb) as u(id text, "parentId" text, kind text, name text)
join units p on p.tenant = $1 and p.id = u."parentId"
on conflict (tenant, id) do nothing returning id)
insert into log_pending (tenant, kind, subject, first, last) select $1, 'unit', id, 0, 0 from added on conflict do nothing`

/** Makes units that a file names, under units that exist, and lets the next decision know of them. */
export async function addImportedUnits(
  { pool, rulebooks }: StorageDeps,
  tenant: string,
  units: readonly ImportedUnit[],
): Promise<void> {
  if (units.length === 0) return
  await withTenant(pool, tenant, async (client) => {
    for (const tier of tiersOf(units)) await client.query(ADD, [tenant, JSON.stringify(tier)])
  })
  rulebooks.forget(tenant)
}

/** Units whose parents are made with them come after those. */
function tiersOf(units: readonly ImportedUnit[]): ImportedUnit[][] {
  const tiers: ImportedUnit[][] = []
  let left = [...units]
  while (left.length > 0) {
    const waiting = new Set(left.map(({ id }) => id))
    const ready = left.filter(({ parentId }) => !waiting.has(parentId))
    if (ready.length === 0) throw new Error('units above each other in a circle')
    tiers.push(ready)
    left = left.filter((unit) => !ready.includes(unit))
  }
  return tiers
}
