import { systemActor } from '../domain/matter/actor.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { findDefinition } from '../domain/procedure/definition.ts'
import { addMilliseconds } from '../domain/time/time.ts'
import { shredAt } from '../engine/record/retention.ts'
import { withTenant } from '../storage/connection/connect.ts'
import type { StorageDeps } from '../storage/deps.ts'
import { markJobsDone, openChildren, tellParent } from '../storage/write/follow-up.ts'
import { handleCommand } from '../storage/write/handle.ts'
import type { ChildToOpen } from '../storage/write/write-rows.ts'

/** A job claimed by a worker that died comes back after this long. */
const LEASE_MS = 60_000
const BATCH = 50
/** After this many failures a job stays with its error, for an administrator to see. */
const ATTEMPTS = 10

const CLAIM = `update jobs j set run_at = $3, attempts = j.attempts + 1 from (
  select id from jobs where tenant = $1 and done_at is null and run_at <= $2 and attempts < ${ATTEMPTS} order by run_at limit ${BATCH} for update skip locked
) due where j.tenant = $1 and j.id = due.id returning j.id, j.kind, j.payload`

type Job = {
  readonly id: string
  readonly kind: string
  readonly payload: { readonly matterId: string; readonly children?: readonly ChildToOpen[] }
}

/** Does what events left in the outbox and no request has done yet, e.g. because a server died. @returns how many jobs were done */
export async function runJobs(deps: StorageDeps, tenant: string): Promise<number> {
  const now = deps.now()
  // A job that is a moment old is still in the hands of the request that wrote it.
  const settled = addMilliseconds(now, -2_000)
  const jobs = await withTenant(
    deps.pool,
    tenant,
    async (client) => (await client.query<Job>(CLAIM, [tenant, settled, addMilliseconds(now, LEASE_MS)])).rows,
  )
  const done: string[] = []
  for (const job of jobs) {
    const failure = await runJob(deps, tenant, job).then(
      () => undefined,
      (cause: Error) => cause,
    )
    if (failure) await keepError(deps, tenant, job.id, failure)
    else done.push(job.id)
  }
  if (done.length > 0) await markJobsDone(deps, tenant, done)
  return done.length
}

async function runJob(deps: StorageDeps, tenant: string, { kind, payload }: Job): Promise<void> {
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

const keepError = (deps: StorageDeps, tenant: string, id: string, cause: Error) =>
  withTenant(deps.pool, tenant, (client) =>
    client.query('update jobs set last_error = $3 where tenant = $1 and id = $2', [
      tenant,
      id,
      cause.message.slice(0, 500),
    ]),
  )
