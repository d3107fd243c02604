import type { CrossingNews } from '../../domain/matter/crossing.ts'
import type { EventOf } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { receivesOf } from '../../domain/procedure/crossing/step-crossing.ts'
import { getDefinition } from '../../domain/procedure/definition.ts'
import { meant } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { wholeEvent } from '../../engine/record/stored-event.ts'
import { withTenant } from '../connection/connect.ts'
import type { StorageDeps } from '../deps.ts'
import { hearHere } from './hear-here.ts'

const LAST = `select type, at, event from matter_events
  where tenant = $1 and matter_id = $2 and type = 'StepTaken' order by version desc limit 200`

/** Tells the office that sent a matter how it stands here: taken, not taken and why, or ended and with what. Only what the reporter may read goes with it. */
export async function tellBack(deps: StorageDeps, matter: Matter): Promise<void> {
  const { cameFrom } = matter
  if (!cameFrom) return
  const { procedures } = await deps.rulebooks.of(matter.tenant)
  const steps = await withTenant(deps.pool, matter.tenant, async (client) => {
    const { rows } = await client.query<{ type: string; at: string; event: unknown }>({
      name: 'crossing-last',
      text: LAST,
      values: [matter.tenant, matter.id],
    })
    const place = { tenant: matter.tenant, matterId: matter.id }
    return rows.map((row) => wholeEvent(row.event, { ...row, ...place }) as EventOf<'StepTaken'>)
  })
  const news = newsOf(matter, steps, getDefinition(procedures, matter))
  if (news) await hearHere(deps, cameFrom, news)
}

/** How a matter from elsewhere stands, by its steps, the last first. Undefined while nobody answered. */
function newsOf(
  matter: Matter,
  steps: readonly EventOf<'StepTaken'>[],
  procedure: Procedure,
): CrossingNews | undefined {
  const { reference } = matter
  const part = ({ step }: EventOf<'StepTaken'>) => receivesOf(procedure.steps[step] ?? {})
  const ending = matter.group === 'done' ? steps.find(({ group }) => group === 'done') : undefined
  if (!ending) return steps.some((event) => part(event) === 'acceptance') ? { standing: 'taken', reference } : undefined
  const answers = procedure.forms[procedure.steps[ending.step]?.form ?? '']
  const said = meant(answers, ending.form, 'reason') ?? ending.form['reason']
  const reason = typeof said === 'string' && said ? said : undefined
  if (part(ending) === 'return') return { standing: 'returned', reference, ...present({ reason }) }
  if (part(ending) === 'recall') return { standing: 'recalled', reference }
  const told = Object.entries(answers?.fields ?? {})
    .flatMap(([name, field]) => (field.public && typeof ending.form[name] === 'string' ? [ending.form[name]] : []))
    .join('\n')
  return {
    standing: 'ended',
    reference,
    ...present({ outcome: procedure.outcomes[matter.outcome ?? ''], reason }),
    ...(told ? { told } : {}),
  }
}
