import type { Command } from '../../domain/matter/command.ts'
import type { EventOf } from '../../domain/matter/event.ts'
import { CARRIES_ON } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { meant } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { childrenToOpen } from './write-rows.ts'

type Ending = Pick<Extract<Command, { type: 'RecordChildClosed' }>, 'reason' | 'successor'>
type Taken = EventOf<'StepTaken'>

const LAST_STEP = `select version, type, at, event from matter_events
  where tenant = $1 and matter_id = $2 and type = 'StepTaken' and event ->> 'group' = 'done' order by version desc limit 1`
const FOUND = 'select matter from matters where tenant = $1 and id = $2'

/**
 * How a matter ended, as its parent must know: why, and where it goes on.
 * @throws Error while the matter that carries it on is not open yet, so that this is asked again
 */
export async function readEnding(deps: StorageDeps, child: Matter): Promise<Ending> {
  const { tenant, id } = child
  const { procedures } = await deps.rulebooks.of(tenant)
  return withTenant(deps.pool, tenant, async (client) => {
    const steps = await client.query<{ version: number; type: string; at: string; event: unknown }>({
      name: 'last-step',
      text: LAST_STEP,
      values: [tenant, id],
    })
    const last = steps.rows[0]
    if (!last) return {}
    const taken = wholeEvent(last.event, { ...last, tenant, matterId: id }) as Taken
    const reason = reasonOf(taken, getDefinition(procedures, child))
    const next = childrenToOpen(id, [taken], last.version).find(({ link }) => CARRIES_ON.includes(link))
    if (!next) return reason
    const found = await client.query<{ matter: Matter }>({ name: 'successor', text: FOUND, values: [tenant, next.id] })
    const matter = found.rows[0]?.matter
    if (!matter) throw new Error(`${child.reference} goes on in a matter that is not open yet`)
    return { ...reason, successor: { id: matter.id, reference: matter.reference, procedure: matter.procedure } }
  })
}

function reasonOf({ step, form }: Taken, { forms, steps }: Procedure): Pick<Ending, 'reason'> {
  const reason = meant(forms[steps[step]?.form ?? ''], form, 'reason') ?? form['reason']
  return typeof reason === 'string' && reason ? { reason } : {}
}
