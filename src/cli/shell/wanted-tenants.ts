import type { Pool } from 'pg'
import { AnlanError } from '../../domain/wording/errors.ts'
import { text } from '../../domain/wording/text.ts'
import { listTenantIds } from '../../storage/tenants/list-tenant-ids.ts'

/** The tenant that was asked for, or all. @throws AnlanError not-found when there is no such tenant */
export async function wantedTenants(owner: Pool, wanted: string | undefined): Promise<readonly string[]> {
  const tenants = (await listTenantIds(owner)).filter((tenant) => wanted === undefined || tenant === wanted)
  if (wanted !== undefined && tenants.length === 0)
    throw new AnlanError('not-found', {
      tenant: wanted,
      text: text(`没有租户“${wanted}”`, `There is no tenant "${wanted}"`),
    })
  return tenants
}
