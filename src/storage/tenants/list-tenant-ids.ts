import type { Pool } from 'pg'

/** Ids of all tenants, in order. Needs the owner of the tables: row-level security shows the application only one tenant. */
export async function listTenantIds(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ tenant: string }>('select tenant from tenants order by tenant limit 10000')
  return rows.map(({ tenant }) => tenant)
}
