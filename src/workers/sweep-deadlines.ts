import type { StorageDeps } from '../storage/deps.ts'
import { failureOf, sweepTenants } from './due/sweep-tenants.ts'
import { whileElected } from './due/while-elected.ts'

/** How long one round goes on at most, in milliseconds, while every tenant has had its turn: then all are asked anew what is due. */
const ROUND_MS = 10_000

/** How often whoever sweeps makes sure that it still is the one, in milliseconds. */
const SURE_MS = 1_000

/**
 * Warns, marks overdue and escalates what is due in one tenant. @returns how many commands were recorded
 * @throws AggregateError of what failed, after everything else was done: one broken matter must not stop the clocks of others
 */
export async function sweepDeadlines(deps: StorageDeps, tenant: string): Promise<number> {
  const { swept } = await sweepTenants(deps, [tenant])
  const failure = failureOf({ failures: swept.flatMap(({ failures }) => failures) })
  if (failure) throw failure
  return swept.reduce((sum, { recorded }) => sum + recorded, 0)
}

/**
 * The same in all tenants, in turn, unless another server on this database is at it. What fails is told, tenant by tenant.
 * @returns whether there is more to do at once
 */
export async function sweepInTurn(
  deps: StorageDeps,
  tenants: readonly string[],
  { isStopped, tell }: { readonly isStopped: () => boolean; readonly tell: (cause: Error) => void },
): Promise<boolean> {
  const begun = performance.now()
  let sure = begun
  const done = await whileElected(deps.pool, 'deadlines', (stillElected) =>
    sweepTenants(deps, tenants, async (again) => {
      const at = performance.now()
      if (isStopped() || (again && at - begun > ROUND_MS)) return false
      if (at - sure < SURE_MS) return true
      sure = at
      return stillElected()
    }),
  )
  for (const swept of done?.swept ?? []) {
    const failure = failureOf(swept)
    if (failure) tell(failure)
  }
  return done?.more === true && !isStopped()
}
