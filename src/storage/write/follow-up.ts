import { systemActor } from '../../domain/matter/actor.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { type CommandRequest, type Handled, handleCommand } from './handle.ts'
import type { ChildToOpen } from './write-rows.ts'

/**
 * A command with what follows from it at once: children are open when the answer goes out. What does not succeed now is no
 * refusal of the command, which is recorded: the outbox tries it again, and says so until it is done.
 */
export async function handleAndFollow(
  deps: StorageDeps,
  request: CommandRequest,
): Promise<Handled & { readonly opened: readonly Matter[] }> {
  const handled = await handleCommand(deps, request)
  const opened: Matter[] = []
  try {
    await openChildren(deps, handled.matter, handled.children, (child) => opened.push(child))
    if (handled.matter.group === 'done' && handled.events.length > 0) await tellParent(deps, handled.matter)
    await tellMerged(deps, handled)
    if (handled.jobIds.length > 0) await markJobsDone(deps, request.actor.tenant, handled.jobIds)
  } catch {
    // The jobs stand in the outbox with their reason as soon as a worker has met it too.
  }
  return { ...handled, opened }
}

/** Opens the matters that a step asked for. Their ids and keys follow from the parent, so doing it twice is harmless. */
export async function openChildren(
  deps: StorageDeps,
  parent: Matter,
  children: readonly ChildToOpen[],
  onOpened: (child: Matter) => void = () => {},
): Promise<void> {
  for (const child of children) {
    const { matter } = await handleCommand(deps, {
      actor: systemActor(parent.tenant),
      matterId: child.id,
      key: child.key,
      command: {
        type: 'OpenMatter',
        procedure: child.procedure,
        channel: 'system',
        unitId: child.unitId,
        form: child.form,
        ...present({
          aboutUnitId: child.aboutUnitId,
          ordering: child.ordering,
          since: child.since,
          barred: child.barred,
        }),
        links: [{ type: child.link, matterId: parent.id, reference: parent.reference }],
      },
    })
    onOpened(matter)
  }
}

const TOLD = `select 1 from matter_events where tenant = $1 and matter_id = $2 and type = 'ChildClosed' and event ->> 'childId' = $3 limit 1`

/** Tells the matter from which this one was opened that it is closed. Once: a job may come back long after its key was forgotten. */
export async function tellParent(deps: StorageDeps, child: Matter): Promise<void> {
  const parent = child.channel === 'system' ? child.links[0] : undefined
  if (!parent || !child.outcome) return
  const told = await withTenant(deps.pool, child.tenant, (client) =>
    client.query({ name: 'child-told', text: TOLD, values: [child.tenant, parent.matterId, child.id] }),
  )
  if (told.rows.length > 0) return
  await handleCommand(deps, {
    actor: systemActor(child.tenant),
    matterId: parent.matterId,
    key: `closed:${child.id}`,
    command: {
      type: 'RecordChildClosed',
      childId: child.id,
      reference: child.reference,
      procedure: child.procedure,
      outcome: child.outcome,
    },
  })
}

const MERGED_REPORTS = `select l.from_id as id from matter_links l join matters m on m.tenant = l.tenant and m.id = l.from_id
  where l.tenant = $1 and l.to_id = $2 and l.type = 'duplicateOf' and m.matter ->> 'state' = 'merged' limit 500`

/** Whoever reported the same is told the same result: an answer to the joint report answers those merged into it, and those merged into them before. */
async function tellMerged(deps: StorageDeps, { matter, events }: Handled): Promise<void> {
  const answer = events.findLast((event) => event.type === 'StepTaken')
  const { opinion, reply, legalBasis } = answer?.form ?? {}
  if (matter.procedure !== 'report' || !opinion || !reply) return
  const { rows } = await withTenant(deps.pool, matter.tenant, (client) =>
    client.query<{ id: string }>({ name: 'merged-reports', text: MERGED_REPORTS, values: [matter.tenant, matter.id] }),
  )
  let failed: unknown
  for (const { id } of rows) {
    const telling = handleAndFollow(deps, {
      actor: systemActor(matter.tenant),
      matterId: id,
      key: `merged:${id}:${matter.id}:${matter.version}`,
      command: {
        type: 'TakeStep',
        step: 'answerMerged',
        form: { opinion, reply, ...(legalBasis ? { legalBasis } : {}), toldHow: 'code' },
      },
    })
    // One that was withdrawn meanwhile keeps nobody else from being told.
    await telling.catch((cause: Error) => {
      failed ??= cause
    })
  }
  if (failed) throw failed
}

/** Says of outbox rows that their work is done. */
export const markJobsDone = (deps: StorageDeps, tenant: string, ids: readonly string[]) =>
  withTenant(deps.pool, tenant, (client) =>
    client.query('update jobs set done_at = $3 where tenant = $1 and id = any($2::uuid[])', [tenant, ids, deps.now()]),
  )
