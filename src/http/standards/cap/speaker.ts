import type { Speaker } from '../../../exchange/cap/write-cap.ts'
import { databaseFor } from '../../../storage/connection/connect.ts'
import { getTenant } from '../../../storage/tenants/office-settings.ts'
import type { HttpDeps } from '../../request/deps.ts'

export const CAP_TYPE = 'application/cap+xml; charset=utf-8'

/** Who speaks in the alerts of an office. A unit that is closed by now keeps its id: what was sent is sent again word for word. */
export async function speakerOf({ baseUrl, pool, rulebooks }: HttpDeps, tenant: string): Promise<Speaker> {
  const { name, contact } = await getTenant(databaseFor(pool, tenant), tenant)
  const { directory } = await rulebooks.of(tenant)
  return {
    sender: `${tenant}@${new URL(baseUrl).hostname}`,
    name,
    ...(contact.phone ? { contact: contact.phone } : {}),
    web: `${baseUrl}/public`,
    areaName: (unitId) => directory.units[unitId]?.name ?? { zh: unitId },
  }
}
