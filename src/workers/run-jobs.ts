import { systemActor } from '../domain/matter/actor.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { findDefinition } from '../domain/procedure/definition.ts'
import { addMilliseconds, type Instant } from '../domain/time/time.ts'
import { shredAt } from '../engine/record/retention.ts'
import { withTenant } from '../storage/connection/connect.ts'
import { askBack } from '../storage/crossing/ask-back.ts'
import { type CrossingDeps, sendMatter } from '../storage/crossing/send-matter.ts'
import { tellBack } from '../storage/crossing/tell-back.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { runHandOver } from '../storage/hand-over/hand-over.ts'
import { type RecountPayload, runRecount } from '../storage/recount/apply-recount.ts'
import { carryOutOrders } from '../storage/write/data-orders.ts'
import { markJobsDone, openChildren, takeRelays, tellAdopted, tellParent } from '../storage/write/follow-up.ts'
import { handleCommand } from '../storage/write/handle.ts'
import type { OrderToCarryOut } from '../storage/write/order-rows.ts'
import type { ChildToOpen, RelayToTake } from '../storage/write/write-rows.ts'

/** A job claimed by a worker that died comes back after this long. */
const LEASE_MS = 60_000
const BATCH = 50

/** A job that failed waits: a few seconds at first, twice as long each time, six hours at most. It is never given up. */
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 6 * 3_600_000

const CLAIM = `update jobs j set run_at = $3, attempts = j.attempts + 1 from (
  select id from jobs where tenant = $1 and done_at is null and run_at <= $2 order by run_at limit ${BATCH} for update skip locked
) due where j.tenant = $1 and j.id = due.id returning j.id, j.kind, j.payload, j.attempts`
const FAILED = 'update jobs set last_error = $3, run_at = $4 where tenant = $1 and id = $2'

type Job = {
  readonly id: string
  readonly kind: string
  readonly payload:
    | RecountPayload
    | { readonly handOverId: string }
    | {
        readonly matterId: string
        readonly children?: readonly ChildToOpen[]
        readonly relays?: readonly RelayToTake[]
        readonly version?: number
        readonly orders?: readonly OrderToCarryOut[]
      }
  readonly attempts: number
}

/** A job that failed now, and how often it has in all. */
export type JobFailure = {
  readonly id: string
  readonly kind: string
  readonly attempts: number
  readonly message: string
}

/** Does what events left in the outbox and no request has done yet, e.g. because a server died. What fails is tried again later. `more` says that others may wait. */
export async function runJobs(
  deps: CrossingDeps,
  tenant: string,
): Promise<{ readonly done: number; readonly failures: readonly JobFailure[]; readonly more: boolean }> {
  const now = deps.now()
  // A job that is a moment old is still in the hands of the request that wrote it.
  const settled = addMilliseconds(now, -2_000)
  const jobs = await withTenant(
    deps.pool,
    tenant,
    async (client) => (await client.query<Job>(CLAIM, [tenant, settled, addMilliseconds(now, LEASE_MS)])).rows,
  )
  const done: string[] = []
  const failures: JobFailure[] = []
  for (const job of jobs) {
    try {
      await runJob(deps, tenant, job)
      done.push(job.id)
    } catch (cause) {
      const { id, kind, attempts } = job
      const message = (cause as Error).message.slice(0, 500)
      failures.push({ id, kind, attempts, message })
      const next = nextTry(now, attempts)
      await withTenant(deps.pool, tenant, (client) => client.query(FAILED, [tenant, id, message, next]))
    }
  }
  if (done.length > 0) await markJobsDone(deps, tenant, done)
  return { done: done.length, failures, more: jobs.length === BATCH }
}

/** When a job that failed for the `attempts`-th time runs again. */
export const nextTry = (now: Instant, attempts: number): Instant =>
  addMilliseconds(now, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20)))

async function runJob(deps: CrossingDeps, tenant: string, { kind, payload }: Job): Promise<void> {
  if ('asked' in payload) return runRecount(deps, tenant, payload)
  if ('handOverId' in payload) return runHandOver(deps, tenant, payload.handOverId)
  const matter = await withTenant(
    deps.pool,
    tenant,
    async (client) =>
      (
        await client.query<{ matter: Matter }>('select matter from matters where tenant = $1 and id = $2', [
          tenant,
          payload.matterId,
        ])
      ).rows[0]?.matter,
  )
  if (!matter) throw new Error(`job names matter ${payload.matterId}, which is not there`)
  if (kind === 'open-children') await openChildren(deps, matter, payload.children ?? [])
  else if (kind === 'tell-parent') await tellParent(deps, matter)
  else if (kind === 'adopt-children') await tellAdopted(deps, matter)
  else if (kind === 'relay') await takeRelays(deps, matter, payload.relays ?? [])
  else if (kind === 'cross-send') await sendMatter(deps, matter, payload.version ?? 0)
  else if (kind === 'cross-ask-back') await askBack(deps, matter, payload.version ?? 0)
  else if (kind === 'cross-tell-back') await tellBack(deps, matter)
  else if (kind === 'order-data') await carryOutOrders(deps, matter, payload.orders ?? [])
  else if (kind === 'shred-fields') await shredFields(deps, matter)
  else throw new Error(`no worker knows jobs of kind ${kind}`)
}

/** A matter reopened meanwhile gets a new job when it closes again. */
async function shredFields(deps: StorageDeps, matter: Matter): Promise<void> {
  const { procedures } = await deps.rulebooks.of(matter.tenant)
  const procedure = findDefinition(procedures, matter)
  const due = procedure && shredAt(procedure, matter)
  if (!due || due > deps.now()) return
  await handleCommand(deps, {
    actor: systemActor(matter.tenant),
    matterId: matter.id,
    command: { type: 'ShredFields', reason: '保存期满' },
  })
}
