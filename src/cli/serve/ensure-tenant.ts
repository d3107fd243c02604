import type { Installation } from '../../server/installation.ts'
import { createTenant } from '../../storage/tenants/create-tenant.ts'

/** A server shows the public pages of its tenant: on a new database it is made, with one unit to begin with. */
export async function ensureTenant({ owner, deps, environment }: Installation): Promise<void> {
  const { tenant } = environment
  const name = { zh: '综治中心', en: 'Governance centre' }
  await createTenant(owner, { tenant, name, createdAt: deps.now(), root: { id: 'root', kind: 'county', name } })
}
