import type { CountRow } from '../../domain/counts/count-row.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { FactChanges, Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import type { Clock, ClockChange } from '../../domain/procedure/deadline.ts'
import { RETURNED } from '../../domain/procedure/procedure.ts'
import type { Instant } from '../../domain/time/time.ts'
import { namedAfter } from '../record/after-event.ts'
import { applyClockChange, recounted } from '../time/deadlines.ts'

/** The events that change what is counted. Of each only what is named in `standingAt` is looked at. */
export const COUNTED_EVENTS = [
  'MatterOpened',
  'StepTaken',
  'DeadlineOverdue',
  'DeadlineResumed',
  'ClocksRecounted',
  'SeatsHandedOver',
] as const satisfies readonly MatterEvent['type'][]

/** What counts know of a matter, and by what it is seen or not. */
export type Standing = Pick<
  Matter,
  | ('unitId' | 'category' | 'level' | 'placeUnitId' | 'channel' | 'procedure' | 'state')
  | ('openedAt' | 'closedAt' | 'outcome' | 'group' | 'clocks')
  | ('originUnitId' | 'aboutUnitId' | 'hiddenFrom' | 'exercise')
>

/** A matter as counts know it just before `at`; undefined when it was not there yet. */
export function standingAt(id: string, events: readonly MatterEvent[], at: Instant): CountRow | undefined {
  const standing = standingAfter(events.filter((event) => event.at < at))
  return standing && countRow(id, standing, at)
}

/** How a matter stands after these events, as far as counts ask; undefined after none. */
export const standingAfter = (events: readonly MatterEvent[]): Standing | undefined =>
  events.reduce<Standing | undefined>(after, undefined)

/** What is counted of a matter that stands so. */
export function countRow(id: string, standing: Standing, at: Instant): CountRow {
  const { unitId, procedure, state, category, level, placeUnitId: place, channel: source } = standing
  const { openedAt, group, outcome, clocks } = standing
  const known = { id, unitId, procedure, state, source, openedAt, ...present({ category, level, place }) }
  if (group === 'done') {
    const closedAt = standing.closedAt ?? openedAt
    const late = clocks.some((clock) => isLateAt(clock, closedAt))
    return { ...known, closedAt, ...(outcome === RETURNED ? { returned: true } : {}), ...(late ? { late } : {}) }
  }
  const [overdueSince] = clocks
    .filter(({ state, dueAt }) => (state === 'running' || state === 'overdue') && dueAt <= at)
    .map(({ dueAt }) => dueAt)
    .sort()
  return { ...known, ...present({ overdueSince }) }
}

/** The instant itself is already too late; what was put off, lapsed or fell away was not late, nor what waits for its check. */
const isLateAt = ({ state, dueAt, endedAt = '9' }: Clock, closedAt: Instant): boolean =>
  (state === 'running' || state === 'overdue' || state === 'met') && (endedAt < closedAt ? endedAt : closedAt) >= dueAt

function after(before: Standing | undefined, event: MatterEvent): Standing | undefined {
  if (event.type === 'MatterOpened') {
    const { facts, procedure, state, at, group, clocks } = event
    const { unitId, originUnitId, channel } = facts
    const begun = { unitId, originUnitId, channel, procedure, state, group, clocks: changed([], clocks, at) }
    const secrecy = { ...namedAfter(undefined, event), ...present({ exercise: event.exercise }) }
    return withFacts({ ...begun, ...secrecy, openedAt: at }, facts)
  }
  if (!before) return undefined
  switch (event.type) {
    case 'StepTaken':
      return { ...stepped(withFacts(before, event.facts), event), ...namedAfter(before.hiddenFrom, event) }
    case 'SeatsHandedOver':
      return withFacts(before, event.facts)
    case 'DeadlineOverdue': {
      const marked = before.clocks.map(
        (clock): Clock => (clock.id === event.clockId ? { ...clock, state: 'overdue' } : clock),
      )
      return { ...before, clocks: changed(marked, event.clocks ?? [], event.at) }
    }
    case 'DeadlineResumed':
      return { ...before, clocks: applyClockChange(before.clocks, { ...event, type: 'resumed' }, event.at) }
    case 'ClocksRecounted':
      return { ...before, clocks: recounted(before.clocks, event.clocks, event.at) }
    default:
      return before
  }
}

function stepped(before: Standing, event: Extract<MatterEvent, { type: 'StepTaken' }>): Standing {
  const { closedAt, outcome, ...open } = before
  const clocks = changed(before.clocks, event.clocks, event.at)
  if (event.group !== 'done') return { ...open, state: event.to, group: event.group, clocks }
  return {
    ...before,
    state: event.to,
    group: 'done',
    closedAt: closedAt ?? event.at,
    clocks,
    ...present({ outcome: event.outcome ?? outcome }),
  }
}

type Counted = Pick<FactChanges, 'unitId' | 'category' | 'level' | 'placeUnitId' | 'channel' | 'aboutUnitId'>

function withFacts(standing: Standing, facts: Counted): Standing {
  const { category, level, placeUnitId, ...rest } = standing
  return {
    ...rest,
    ...present({ unitId: facts.unitId || undefined, channel: facts.channel, aboutUnitId: facts.aboutUnitId }),
    ...present({
      category: set(facts.category, category),
      level: set(facts.level, level),
      placeUnitId: set(facts.placeUnitId, placeUnitId),
    }),
  }
}

/** What an event leaves of a fact: null clears it. */
const set = <T>(given: T | null | undefined, before: T | undefined): T | undefined =>
  given === undefined ? before : (given ?? undefined)

const changed = (clocks: readonly Clock[], changes: readonly ClockChange[], at: Instant): readonly Clock[] =>
  changes.reduce<readonly Clock[]>((all, change) => applyClockChange(all, change, at), clocks)
