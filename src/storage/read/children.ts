import type { Kysely } from 'kysely'
import type { Actor } from '../../domain/matter/actor.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import { isAdopted } from '../../domain/matter/link.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import type { ChildView } from '../../domain/views/views.ts'
import { accessFacts, isAboutOwnUnit, isNamed, maySee } from '../../engine/access/access.ts'
import { leadingClock } from '../../engine/time/leading-clock.ts'
import type { Tables } from '../schema/tables.ts'
import { childrenToOpen } from '../write/write-rows.ts'

/** Beyond this many the page shows the first ones; the ledger has all. */
const LIMIT = 200

type Recorded = { readonly version: number; readonly event: MatterEvent }

/**
 * The matters that came of this one, as its record says, each as it stands now: asked for, open, ended, or gone on elsewhere.
 * One out of sight shows that it exists and whether it is over; a complaint about the actor's own unit, or one of a kind with a
 * domain of its own, does not show at all.
 */
export async function listChildren(
  db: Kysely<Tables>,
  actor: Actor,
  matter: Matter,
  events: readonly Recorded[],
  { directory, procedures }: Rulebook,
): Promise<ChildView[]> {
  const asked = childrenIn(matter, events)
  if (asked.length === 0) return []
  const rows = await db
    .selectFrom('matters')
    .select(['id', 'matter'])
    .where('tenant', '=', actor.tenant)
    .where(
      'id',
      'in',
      asked.map(({ id }) => id),
    )
    .limit(LIMIT)
    .execute()
  const standing = new Map(rows.map((row) => [row.id, row.matter as unknown as Matter]))
  const endings = new Map(events.flatMap(({ event }) => (event.type === 'ChildClosed' ? [[event.childId, event]] : [])))
  return asked.flatMap(({ id, procedure, unitId }): ChildView[] => {
    const child = standing.get(id)
    const hasDomain = procedures.some((kind) => kind.id === (child?.procedure ?? procedure) && kind.sight)
    if (!child) return hasDomain ? [] : [{ id, procedure, group: 'asked', ...present({ unitId }) }]
    const facts = accessFacts(child, directory)
    const visible = maySee(actor, facts)
    if (isAboutOwnUnit(actor, facts) || isNamed(actor, facts) || (hasDomain && !visible)) return []
    const ending = endings.get(id)
    const told = present({ outcome: child.outcome, reason: ending?.reason, to: ending?.successor?.id })
    const base = { id, procedure: child.procedure, group: child.group, ...told }
    return [visible ? { ...base, ...standingOf(child) } : base]
  })
}

function standingOf(child: Matter): Partial<ChildView> {
  const clock = child.group === 'done' ? undefined : leadingClock(child.clocks)
  const { reference, title, state, unitId, exercise } = child
  return { reference, title, state, unitId, ...present({ exercise, dueAt: clock?.dueAt, dueOn: clock?.dueOn }) }
}

/** Every child the record knows of: asked for by a step, taken on, or carrying one of them on. */
function childrenIn(matter: Matter, events: readonly Recorded[]) {
  const all = events.flatMap(({ version, event }) => {
    if (event.type === 'ChildClosed' && event.successor) {
      const { id, procedure } = event.successor
      return [{ id, procedure, unitId: undefined }]
    }
    if (event.type !== 'StepTaken') return []
    return [
      ...childrenToOpen(matter.id, [event], version).map(({ id, procedure, unitId }) => ({ id, procedure, unitId })),
      ...event.links.filter(isAdopted).map(({ matterId: id }) => ({ id, procedure: '', unitId: undefined })),
    ]
  })
  return [...new Map(all.map((child) => [child.id, child])).values()].slice(0, LIMIT)
}
