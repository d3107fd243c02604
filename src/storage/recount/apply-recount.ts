import { systemActor } from '../../domain/matter/actor.ts'
import type { Instant } from '../../domain/time/time.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { handleCommand } from '../write/handle.ts'
import { derivedId } from '../write/ids.ts'
import { FIRST, readRecounts } from './find-recounts.ts'

/** How many matters one job changes before it leaves the rest to the next, so that other work gets its turn. */
const A_JOB = 500

/** What a job of recounting goes on with: asked for at this moment, and done up to this matter. */
export type RecountPayload = { readonly asked: Instant; readonly after: string }

/**
 * Counts the running clocks of a tenant again by its calendar, one ordinary command a matter, from `after` on. What was done
 * is not done twice: a matter whose days agree already has nothing to record. @returns how many changed, where it stopped, and
 * what failed: one broken matter does not keep the others
 */
export async function applyRecount(
  deps: StorageDeps,
  tenant: string,
  after: string = FIRST,
  most = Number.POSITIVE_INFINITY,
  onProgress: (changed: number) => void = () => {},
): Promise<{ readonly changed: number; readonly after?: string; readonly failures: readonly Error[] }> {
  const { calendar } = await deps.rulebooks.of(tenant)
  const actor = systemActor(tenant)
  const failures: Error[] = []
  let changed = 0
  for (let from: string | undefined = after; from !== undefined; ) {
    const page = await readRecounts(deps, tenant, calendar, from)
    for (const { matter } of page.found) {
      const command = { type: 'RecountDeadlines' } as const
      await handleCommand(deps, { actor, matterId: matter.id, command }).then(
        ({ events }) => (changed += events.length > 0 ? 1 : 0),
        (cause: Error) => failures.push(new Error(`matter ${matter.id}: ${cause.message}`, { cause })),
      )
      onProgress(changed)
    }
    from = page.last
    if (changed >= most && from !== undefined) return { changed, after: from, failures }
  }
  return { changed, failures }
}

const ASK = `insert into jobs (tenant, id, kind, payload, run_at) values ($1, $2, 'recount-deadlines', $3, $4) on conflict (tenant, id) do nothing`

/** Asks the workers to recount, from the first matter or from where they were. They go on after a crash. */
export async function askRecount(
  deps: Pick<StorageDeps, 'pool' | 'now'>,
  tenant: string,
  asked: Instant,
  after: string = FIRST,
): Promise<void> {
  const id = derivedId(Date.parse(asked), 'recount-deadlines', after)
  await withTenant(deps.pool, tenant, (client) =>
    client.query(ASK, [tenant, id, JSON.stringify({ asked, after }), deps.now()]),
  )
}

/** One job: recounts for a while and leaves the rest to a job of its own. */
export async function runRecount(deps: StorageDeps, tenant: string, payload: RecountPayload): Promise<void> {
  // Another server may have changed the calendar a moment ago.
  deps.rulebooks.forget(tenant)
  const { after, failures } = await applyRecount(deps, tenant, payload.after, A_JOB)
  if (after !== undefined) await askRecount(deps, tenant, payload.asked, after)
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
}

/** Whether the workers are at it. */
export const recountsNow = (deps: Pick<StorageDeps, 'pool'>, tenant: string): Promise<boolean> =>
  withTenant(deps.pool, tenant, async (client) => {
    const { rows } = await client.query(
      `select 1 from jobs where tenant = $1 and kind = 'recount-deadlines' and done_at is null limit 1`,
      [tenant],
    )
    return rows.length > 0
  })
