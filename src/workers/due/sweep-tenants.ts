import type { StorageDeps } from '../../storage/deps.ts'
import { dueRound } from './due-round.ts'
import { sweepPiece } from './sweep-piece.ts'

/** What one round did in a tenant. */
export type TenantSwept = { readonly tenant: string; recorded: number; readonly failures: Error[] }

/** One piece is decided while the database writes another. */
export const LANES = 2

/**
 * Takes what is due in all tenants, in turn. One that fails stops none of the others.
 * @returns what was done in each, and whether something was left because `mayGoOn` said no
 */
export async function sweepTenants(
  deps: StorageDeps,
  tenants: readonly string[],
  mayGoOn: (again: boolean) => Promise<boolean> = async () => true,
): Promise<{ readonly swept: readonly TenantSwept[]; readonly more: boolean }> {
  const swept = new Map(tenants.map((tenant): [string, TenantSwept] => [tenant, { tenant, recorded: 0, failures: [] }]))
  const failed = (tenant: string, cause: Error) => void swept.get(tenant)?.failures.push(cause)
  const round = dueRound(deps, tenants, mayGoOn, failed)
  const lane = async () => {
    for (let piece = await round.next(); piece; piece = await round.next()) {
      const { queue, ids } = piece
      const ofTenant = swept.get(queue.tenant) as TenantSwept
      try {
        const { recorded, again, failures } = await sweepPiece(deps, queue.tenant, ids)
        ofTenant.recorded += recorded
        ofTenant.failures.push(...failures)
        round.giveBack(queue, again)
      } catch (cause) {
        failed(queue.tenant, cause as Error)
        round.drop(queue)
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { swept: [...swept.values()], more: round.hasMore() }
}

/** How many failures are told in words. */
const TOLD = 20

/** What failed in one tenant as one error; undefined when nothing did. */
export function failureOf({ failures }: Pick<TenantSwept, 'failures'>): AggregateError | undefined {
  if (failures.length === 0) return undefined
  const told = failures.slice(0, TOLD).map(({ message }) => message)
  const rest = failures.length - told.length
  return new AggregateError(failures, [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; '))
}
