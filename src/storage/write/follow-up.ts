import { systemActor } from '../../domain/matter/actor.ts'
import { isAdopted } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { AnlanError, type ErrorCode } from '../../domain/wording/errors.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { carryOutOrders } from './data-orders.ts'
import { readEnding } from './ending.ts'
import { type CommandRequest, type Handled, handleCommand } from './handle.ts'
import { derivedId } from './ids.ts'
import { parentsOf, relativesOf } from './relatives.ts'
import { reviseRecord } from './revise/revise-record.ts'
import type { ChildToOpen, RelayToTake } from './write-rows.ts'

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
    if (handled.events.some((event) => event.type === 'StepTaken' && event.links.some(isAdopted)))
      await tellAdopted(deps, handled.matter)
    if (handled.matter.group === 'done' && handled.events.length > 0) await tellParent(deps, handled.matter)
    await takeRelays(deps, handled.matter, handled.relays)
    await carryOutOrders(deps, handled.matter, handled.orders)
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
          sentBy: child.sentBy,
          since: child.since,
          barred: child.barred,
          begins: child.begins,
          exercise: child.exercise,
        }),
        links: [{ type: child.link, matterId: parent.id, reference: parent.reference }],
      },
    })
    onOpened(matter)
  }
}

/** Tells each matter that this one took on as a child where it belongs now. A link that stands is not added again. */
export async function tellAdopted(deps: StorageDeps, parent: Matter): Promise<void> {
  const { tenant, id: matterId, reference } = parent
  for (const child of parent.links.filter(isAdopted))
    await handleCommand(deps, {
      actor: systemActor(tenant),
      matterId: child.matterId,
      command: { type: 'AddLink', link: { type: 'childOf', matterId, reference } },
    })
}

const TOLD = `select 1 from matter_events where tenant = $1 and matter_id = $2 and type = 'ChildClosed' and event ->> 'childId' = $3 limit 1`

/** Tells the matters that wait for this one that it is closed. Once: a job may come back long after its key was forgotten. */
export async function tellParent(deps: StorageDeps, child: Matter): Promise<void> {
  if (!child.outcome) return
  const parents = await parentsOf(deps, child)
  const ending = parents.length > 0 ? await readEnding(deps, child) : {}
  for (const id of parents) {
    const told = await withTenant(deps.pool, child.tenant, (client) =>
      client.query({ name: 'child-told', text: TOLD, values: [child.tenant, id, child.id] }),
    )
    if (told.rows.length > 0) continue
    await handleCommand(deps, {
      actor: systemActor(child.tenant),
      matterId: id,
      key: `closed:${child.id}:${id}`,
      command: {
        type: 'RecordChildClosed',
        childId: child.id,
        reference: child.reference,
        procedure: child.procedure,
        outcome: child.outcome,
        ...ending,
      },
    })
  }
}

/** The other matter does not know the step, or does not stand where it can be taken: nothing to do there. */
const LEFT_OUT: readonly ErrorCode[] = ['step-unknown', 'step-not-open', 'guard-refused']

/**
 * Takes steps on related matters as a consequence. One that cannot be reached now holds up none of the others: it gets a job
 * of its own, so that no step is taken twice however late it succeeds.
 */
export async function takeRelays(deps: StorageDeps, from: Matter, relays: readonly RelayToTake[]): Promise<void> {
  for (const { key, target, ...relay } of relays) {
    if (relay.revision) {
      await reviseRecord(deps, from, { ...relay, key, revision: relay.revision })
      continue
    }
    const targets = target ? [target] : await relativesOf(deps, from, relay.to)
    for (const id of targets) {
      const { step, form } = relay
      const taken = handleAndFollow(deps, {
        actor: systemActor(from.tenant),
        matterId: id,
        key: `${key}:${id}`,
        command: { type: 'TakeStep', step, form },
      })
      await taken.catch((cause: Error) => {
        if (cause instanceof AnlanError && LEFT_OUT.includes(cause.code)) return undefined
        if (target) throw cause
        return addJob(deps, from, { ...relay, key, target: id }, cause)
      })
    }
  }
}

const ADD_JOB = `insert into jobs (tenant, id, kind, payload, run_at, last_error) values ($1, $2, 'relay', $3, $4, $5) on conflict (tenant, id) do nothing`

const addJob = (deps: StorageDeps, { tenant, id }: Matter, relay: RelayToTake, cause: Error) =>
  withTenant(deps.pool, tenant, (client) => {
    const jobId = derivedId(Date.parse(deps.now()), 'relay', relay.key, relay.target ?? '')
    const payload = { matterId: id, relays: [relay] }
    return client.query(ADD_JOB, [tenant, jobId, payload, deps.now(), cause.message.slice(0, 500)])
  })

/** Says of outbox rows that their work is done. */
export const markJobsDone = (deps: StorageDeps, tenant: string, ids: readonly string[]) =>
  withTenant(deps.pool, tenant, (client) =>
    client.query('update jobs set done_at = $3 where tenant = $1 and id = any($2::uuid[])', [tenant, ids, deps.now()]),
  )
