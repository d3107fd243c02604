import type { MatterEvent } from '../../domain/matter/event.ts'
import { NEW_CLOCK, TOLD } from './said-anyway.ts'

/** What the row of an event says beside its JSON; the hash covers it as well. */
export type EventPlace = {
  readonly tenant: string
  readonly matterId: string
  readonly version: number
  readonly type: string
  readonly at: string
}

type Plain = Readonly<Record<string, unknown>>

/** What an event of a type has when it says nothing else. */
const DEFAULTS: Readonly<Record<string, Plain>> = {
  MatterOpened: { files: [], clocks: [], links: [], facts: {}, form: {} },
  StepTaken: { files: [], clocks: [], links: [], opens: [], facts: {}, form: {}, handles: false, verifies: false },
}
const NONE: Plain = {}

const isNothing = (value: unknown, nothing: unknown): boolean =>
  typeof nothing === 'object'
    ? typeof value === 'object' && value !== null && Object.keys(value).length === 0
    : value === nothing

/**
 * An event as it is stored and hashed: without what its row says beside it, and without what follows from the rest of it. Nothing that
 * is left out here may ever mean something else: events are read back by `wholeEvent` for ever.
 */
export function storedEvent(event: MatterEvent): Plain {
  const { type, at, ...rest } = event
  const stored: Record<string, unknown> = { ...rest }
  const defaults = DEFAULTS[type] ?? NONE
  for (const name in defaults) if (isNothing(stored[name], defaults[name])) delete stored[name]
  if ('clocks' in stored && type !== 'ClocksRecounted') stored['clocks'] = (stored['clocks'] as Plain[]).map(began(at))
  if (event.type !== 'MatterOpened') return stored
  delete stored['tenant']
  delete stored['matterId']
  stored['facts'] = factsBeyond(event.form, event.facts, event.by.unitId)
  return stored
}

/** The event that was stored so. What was stored whole, before events were stored like this, is given back as it is. */
export function wholeEvent(stored: unknown, { type, at, tenant, matterId }: Omit<EventPlace, 'version'>): MatterEvent {
  const kept = stored as Plain
  if ('type' in kept) return stored as MatterEvent
  const event: Record<string, unknown> = { type, at, ...DEFAULTS[type], ...kept }
  if ('clocks' in kept && type !== 'ClocksRecounted') event['clocks'] = (kept['clocks'] as Plain[]).map(whole(at))
  if (type !== 'MatterOpened') return event as unknown as MatterEvent
  event['tenant'] = tenant
  event['matterId'] = matterId
  event['facts'] = allFacts(event['form'] as Plain, (kept['facts'] ?? NONE) as Plain, kept['by'] as { unitId: string })
  return event as unknown as MatterEvent
}

/** The facts that the answers do not give; one that they would give and that is not there is null. */
function factsBeyond(form: Plain, facts: Plain, unitId: string): Plain {
  const beyond: Record<string, unknown> = { ...facts }
  for (const [answer, fact] of TOLD) {
    const told = form[answer]
    if (typeof told !== 'string') continue
    if (told === facts[fact]) delete beyond[fact]
    else if (facts[fact] === undefined) beyond[fact] = null
  }
  if (beyond['originUnitId'] === unitId) delete beyond['originUnitId']
  return beyond
}

function allFacts(form: Plain, beyond: Plain, by: { readonly unitId: string }): Plain {
  const facts: Record<string, unknown> = { originUnitId: by.unitId }
  for (const [answer, fact] of TOLD) if (typeof form[answer] === 'string') facts[fact] = form[answer]
  for (const fact in beyond)
    if (beyond[fact] === null) delete facts[fact]
    else facts[fact] = beyond[fact]
  return facts
}

/** The part of a clock's id that names its deadline. */
const deadlineOf = (id: unknown) => String(id).split('#', 1)[0]

/** The midnight after a day, where the offices are. */
const endOf = (day: unknown) => `${day}T16:00:00.000Z`

/** A change of a clock that began, without what every new clock has. */
const began =
  (at: string) =>
  (change: Plain): Plain => {
    if (change['type'] !== 'started') return change
    const clock: Record<string, unknown> = { ...(change['clock'] as Plain) }
    for (const name in NEW_CLOCK)
      if (isNothing(clock[name], NEW_CLOCK[name as keyof typeof NEW_CLOCK])) delete clock[name]
    if (clock['startedAt'] === at) delete clock['startedAt']
    if (clock['deadline'] === deadlineOf(clock['id'])) delete clock['deadline']
    if (clock['dueAt'] === endOf(clock['dueOn'])) delete clock['dueAt']
    return { clock }
  }

const whole =
  (at: string) =>
  (change: Plain): Plain => {
    const clock = change['clock'] as Plain | undefined
    if (!clock || 'type' in change) return change
    const { id, dueOn } = clock
    const due = 'dueAt' in clock ? NONE : { dueAt: endOf(dueOn) }
    return { type: 'started', clock: { ...NEW_CLOCK, deadline: deadlineOf(id), startedAt: at, ...due, ...clock } }
  }
