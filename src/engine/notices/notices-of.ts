import type { EventOf, MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { NOTICE_KIND_NAMES, type Notice } from '../../domain/notice/notice.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { leadingClock } from '../time/leading-clock.ts'
import { playersOnly, raisedTo } from '../worklist/raised.ts'
import { waitsFor } from '../worklist/waits-for.ts'
import { readersOf } from './readers-of.ts'

type Change = {
  readonly before: Matter | undefined
  readonly after: Matter
  readonly procedure: Procedure
  readonly directory: Directory
  /** On whose worklist it stands now, where that is known already. */
  readonly waits?: readonly string[]
}
type Told = Omit<Notice, 'receiver' | 'version' | 'at'> & { readonly to: readonly string[] }

/**
 * Whom the events of one change tell, one notice for each event and post, with the weightiest reason. Never whoever did it, nobody
 * who does not see the matter, and of an exercise only who plays.
 */
export function noticesOf(change: Change, events: readonly MatterEvent[]): Notice[] {
  const { before, after, directory } = change
  const first = (before?.version ?? 0) + 1
  return events.flatMap((event, index) => {
    const isLast = index === events.length - 1
    const told = [...toldOf(event, change), ...(isLast && isMove(event) ? movedTo(event, change) : [])]
    const by = actedBy(event).postId
    const tokens = playersOnly([...new Set(told.flatMap(({ to }) => to))], after, directory)
    const reasons = new Map<string, Told>()
    for (const token of tokens)
      for (const receiver of readersOf(token, after, directory)) {
        const known = reasons.get(receiver)
        const all = [...(known ? [known] : []), ...told.filter(({ to }) => to.includes(token))]
        reasons.set(receiver, weightiest(all))
      }
    return [...reasons]
      .filter(([receiver]) => receiver !== `post:${by}`)
      .map(([receiver, { to: _, ...reason }]) => ({ receiver, version: first + index, at: event.at, ...reason }))
  })
}

type Move = EventOf<'MatterOpened' | 'StepTaken' | 'SeatsHandedOver'>
const MOVES: readonly MatterEvent['type'][] = ['MatterOpened', 'StepTaken', 'SeatsHandedOver']
const isMove = (event: MatterEvent): event is Move => MOVES.includes(event.type)

const weightiest = (told: readonly Told[]): Told =>
  told.reduce((one, other) =>
    NOTICE_KIND_NAMES.indexOf(other.kind) < NOTICE_KIND_NAMES.indexOf(one.kind) ? other : one,
  )

/** What the event itself says to somebody. */
function toldOf(event: MatterEvent, change: Change): Told[] {
  const { after } = change
  switch (event.type) {
    case 'MatterOpened':
      return [{ kind: 'urged', to: event.raises ?? [], ...dueOf(after) }]
    case 'StepTaken':
      return [
        { kind: 'urged', to: event.raises ?? [], step: event.step, ...dueOf(after) },
        ...(event.documents ? [{ kind: 'decided' as const, to: askers(change), step: event.step }] : []),
      ]
    case 'MatterEscalated':
      return [{ kind: 'raised', to: event.raises ?? [], ...clockOf(event, after) }]
    case 'DeadlineWarned':
      return [{ kind: 'warned', to: duty(event, change), ...clockOf(event, after) }]
    case 'DeadlineOverdue':
      return [{ kind: 'overdue', to: duty(event, change), ...clockOf(event, after) }]
    case 'ChildClosed':
      return [
        { kind: 'cameBack', to: event.raises ?? [], ...dueOf(after) },
        { kind: 'answered', to: whoHasIt(change), ...dueOf(after) },
      ]
    default:
      return []
  }
}

/** On whose worklist the matter stands newly, and to whom it is closed who had ordered it. */
function movedTo(event: Move, change: Change): Told[] {
  const { before, after, procedure, directory } = change
  const why = event.type === 'StepTaken' ? { step: event.step } : {}
  const stood = before ? waitsFor(procedure, before, directory) : []
  const units = new Set(stood.map(unitIn))
  const here = actedBy(event)?.unitId
  // Inside one unit the worklist is enough; a post that is named is told, and a unit that the matter comes to.
  const fresh = waitsNow(change).filter(
    (token) => !stood.includes(token) && (isPost(token) || !(units.has(unitIn(token)) || unitIn(token) === here)),
  )
  const back = fresh.filter((token) => workedOn(token, change))
  const closed = after.group === 'done' && before?.group !== 'done'
  return [
    { kind: 'cameBack', to: back, ...why, ...dueOf(after) },
    { kind: 'assigned', to: fresh.filter((token) => !back.includes(token)), ...why, ...dueOf(after) },
    ...(closed ? [{ kind: 'decided' as const, to: askers(change), ...why }] : []),
  ]
}

const isPost = (token: string) => token.startsWith('post:')
const unitIn = (token: string) => (isPost(token) ? token : token.slice(token.indexOf('@') + 1))

/** Its holder handled it before; or the unit registered it, and another had it meanwhile. */
function workedOn(token: string, { before, after, directory }: Change): boolean {
  if (!before) return false
  if (!isPost(token)) {
    const unit = unitIn(token)
    return unit === after.unitId && unit === before.originUnitId && before.unitId !== unit
  }
  const holder = directory.posts[token.slice('post:'.length)]?.holder
  return holder !== undefined && before.handledBy.includes(holder.personId)
}

/** Who asked for it: the post that ordered it, the leader who took it on, and the post that registered it or sent it. */
function askers({ after, directory }: Change): string[] {
  const [registrar] = after.participants
  return [after.orderingPostId, after.sponsorPostId, registrar]
    .filter((id): id is string => id !== undefined && directory.posts[id] !== undefined)
    .map((id) => `post:${id}`)
}

/** Whom a clock is about: its holder, else whoever has the matter. */
function duty({ clockId }: { readonly clockId: string }, change: Change): readonly string[] {
  const holder = change.after.clocks.find(({ id }) => id === clockId)?.holder
  const all = whoHasIt(change)
  if (holder === undefined) return all
  const own = all.filter((token) => token === `post:${holder}` || unitIn(token) === holder)
  return own.length > 0 ? own : change.directory.posts[holder] ? [`post:${holder}`] : all
}

function whoHasIt(change: Change): readonly string[] {
  const { after, directory } = change
  const waiting = waitsNow(change)
  return waiting.length > 0 ? waiting : raisedTo(['owner'], after, directory)
}

const waitsNow = ({ waits, procedure, after, directory }: Change): readonly string[] =>
  waits ?? waitsFor(procedure, after, directory)

function clockOf({ clockId }: { readonly clockId: string }, { clocks }: Matter): Pick<Notice, 'deadline' | 'dueAt'> {
  const clock = clocks.find(({ id }) => id === clockId)
  return clock ? { deadline: clock.deadline, dueAt: clock.dueAt } : {}
}

function dueOf({ clocks, group }: Matter): Pick<Notice, 'dueAt'> {
  const clock = leadingClock(clocks.filter(({ state }) => state === 'running' || state === 'overdue'))
  return clock && group !== 'done' ? { dueAt: clock.dueAt } : {}
}

/** Whose step it was; of what the system opened, who asked for it. */
const actedBy = (event: MatterEvent) => (event.type === 'MatterOpened' ? (event.sentBy ?? event.by) : event.by)
