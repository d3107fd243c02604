import type { StorageDeps } from '../deps.ts'
import { type Verification, verifyTenant } from './verify-tenant.ts'

export type TenantVerified = { readonly tenant: string } & Verification

/** Replays every matter of these offices, one office after the other. */
export async function verifyAll(deps: StorageDeps, tenants: readonly string[]): Promise<readonly TenantVerified[]> {
  const verified: TenantVerified[] = []
  for (const tenant of tenants) verified.push({ tenant, ...(await verifyTenant(deps, tenant, () => {})) })
  return verified
}

/** Whether every chain, row and count of these offices holds. */
export const isWhole = (tenants: readonly TenantVerified[]): boolean =>
  tenants.every(({ broken, counters, beside }) => broken === 0 && counters.length === 0 && beside.length === 0)
