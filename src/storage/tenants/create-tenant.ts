import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/time.ts'
import type { UnitKind } from '../../domain/unit/unit.ts'
import type { Text } from '../../domain/wording/text.ts'

export type NewTenant = {
  readonly tenant: string
  readonly name: Text
  readonly createdAt: Instant
  readonly root: { readonly id: string; readonly kind: UnitKind; readonly name: Text }
}

const CREATE = `with added as (
  insert into tenants (tenant, name, created_at) values ($1, $2, $3) on conflict (tenant) do nothing returning tenant
), root as (
  insert into units (tenant, id, path, kind, name) select tenant, $4, $5, $6, $7 from added
)
select count(*)::int as added from added`

/** Makes a tenant with its root unit, as the owner of the tables. Leaves one that exists as it is. @returns whether it was made now */
export async function createTenant(owner: Pool, { tenant, name, createdAt, root }: NewTenant): Promise<boolean> {
  const values = [
    tenant,
    JSON.stringify(name),
    createdAt,
    root.id,
    `/${root.id}/`,
    root.kind,
    JSON.stringify(root.name),
  ]
  const { rows } = await owner.query<{ added: number }>(CREATE, values)
  return rows[0]?.added === 1
}
