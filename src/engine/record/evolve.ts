import { persons } from '../../domain/matter/actor.ts'
import type { EventOf, MatterEvent } from '../../domain/matter/event.ts'
import { isAdopted } from '../../domain/matter/link.ts'
import { type Facts, type Matter, withFacts } from '../../domain/matter/matter.ts'
import type { ClockChange } from '../../domain/procedure/deadline.ts'
import { type FormValues, isSealed } from '../../domain/procedure/form.ts'
import { withoutTexts } from '../access/restricted.ts'
import { applyClockChange, recounted } from '../time/deadlines.ts'
import {
  childClosed,
  crossingHeard,
  documentsAfter,
  hiddenAfter,
  holding,
  markedAfter,
  namedAfter,
  raisedAfter,
  seatedUnits,
  sentAfter,
  statementOf,
  stoodInAfter,
  takerOf,
  without,
  withoutReleased,
  withRaise,
} from './after-event.ts'

/** What is true now? Total: every recorded event is accepted, because it already happened. */
export function evolve(matter: Matter | undefined, event: MatterEvent): Matter {
  if (event.type === 'MatterOpened') return opened(event)
  if (!matter) throw new Error(`the first event of a matter must be MatterOpened, got ${event.type}`)
  const next = { ...matter, version: matter.version + 1 }
  switch (event.type) {
    case 'StepTaken':
      return stepTaken(next, event)
    case 'DeadlineWarned':
      return withClock(next, event.clockId, (clock) => ({ ...clock, warned: [...clock.warned, event.warning] }))
    case 'DeadlineOverdue':
      return withClocks(
        withClock(next, event.clockId, (clock) => ({ ...clock, state: 'overdue', raisedAt: event.at })),
        event.clocks ?? [],
        event.at,
      )
    case 'DeadlineResumed':
      return { ...next, clocks: applyClockChange(next.clocks, { ...event, type: 'resumed' }, event.at) }
    case 'ClocksRecounted':
      return { ...next, clocks: recounted(next.clocks, event.clocks, event.at) }
    case 'MatterEscalated':
      return withRaise(
        withClock(next, event.clockId, (clock) => ({ ...clock, escalated: event.tier, raisedAt: event.at })),
        { at: event.at, clockId: event.clockId, tier: event.tier, to: event.raises ?? [] },
      )
    case 'LinkAdded':
      return { ...next, links: [...next.links, event.link] }
    case 'ChildClosed':
      return childClosed(next, event)
    case 'CrossingHeard':
      return crossingHeard(next, event)
    case 'SeatsHandedOver':
      return handedOver(next, event)
    case 'StatementAdded':
      return { ...next, statements: [...(next.statements ?? []), statementOf(event)] }
    case 'FieldsOpened':
    case 'CodeIssued':
      return next
    case 'FieldsShredded':
      return {
        ...next,
        fields: withoutTexts(withoutSealed(next.fields), event.texts ?? []),
        shreddedAt: next.shreddedAt ?? event.at,
        ...(event.texts ? { redacted: event.texts } : {}),
      }
    case 'DataOrdered':
      return restricted(next, event)
    case 'FieldCorrected':
      return { ...next, fields: { ...next.fields, ...event.form } }
  }
}

/** Who had it before still sees it; who was waited for by name is no more. */
function handedOver(matter: Matter, { from, to, facts, holders }: EventOf<'SeatsHandedOver'>): Matter {
  const named = (token: string) => (token === `post:${from}` ? `post:${to}` : token)
  return {
    ...withFacts(matter, facts),
    ...holding(matter.holders, holders),
    participants: participantsOf(matter.participants, [to]),
    ...(matter.raised ? { raised: matter.raised.map((raise) => ({ ...raise, to: raise.to.map(named) })) } : {}),
  }
}

/** The matter that a history leads to. */
export const replay = (events: readonly MatterEvent[]): Matter | undefined =>
  events.reduce<Matter | undefined>((matter, event) => evolve(matter, event), undefined)

function opened(event: EventOf<'MatterOpened'>): Matter {
  const clocks = event.clocks.reduce((all, change) => applyClockChange(all, change, event.at), [] as Matter['clocks'])
  return {
    ...event.facts,
    id: event.matterId,
    tenant: event.tenant,
    reference: event.reference,
    procedure: event.procedure,
    procedureVersion: event.procedureVersion,
    state: event.state,
    group: event.group,
    stateSince: event.at,
    openedAt: event.at,
    openedBy: event.by.personId,
    version: 1,
    fields: event.form,
    files: event.files.map((file) => ({ ...file, at: event.at, step: 'open', version: 1 })),
    clocks,
    links: event.links,
    ...holding([], event.holders),
    handledBy: [],
    participants: participantsOf(
      [],
      [
        event.by.postId,
        event.sentBy?.postId,
        ...seatedPosts(event.facts),
        ...seatedUnits(holding([], event.holders).holders),
      ],
    ),
    childCount: 0,
    openChildCount: 0,
    ...(event.raises ? { raised: [{ at: event.at, by: event.by.postId, to: event.raises }] } : {}),
    ...(event.barred ? { barred: event.barred } : {}),
    ...namedAfter(undefined, event),
    ...(event.exercise ? { exercise: event.exercise } : {}),
    ...(event.cameFrom ? { cameFrom: event.cameFrom } : {}),
    ...stoodInAfter([], event.by, 'open'),
    stateVersion: 1,
  }
}

function stepTaken(before: Matter, event: EventOf<'StepTaken'>): Matter {
  const matter = event.group === 'done' ? before : reopened(before)
  const clocks = event.clocks.reduce((all, change) => applyClockChange(all, change, event.at), matter.clocks)
  const facts = withFacts(matter, event.facts)
  const moved = event.from !== event.to
  const { holders } = holding(matter.holders, event.holders)
  const begun = event.opens.length + event.links.filter(isAdopted).length
  return {
    ...markedAfter(facts, event),
    state: event.to,
    group: event.group,
    stateSince: moved ? event.at : matter.stateSince,
    stateVersion: moved ? matter.version : matter.stateVersion,
    ...closing(matter, event),
    fields: fieldsAfter(matter, event),
    files: [
      ...matter.files,
      ...event.files.map((file) => ({ ...file, at: event.at, step: event.step, version: matter.version })),
    ],
    clocks,
    links: [...without(matter.links, event.unlinks), ...event.links],
    handledBy: event.handles ? persons(event.by).reduce(added, matter.handledBy) : matter.handledBy,
    ...(event.verifies ? { verifiedBy: event.by.personId } : {}),
    participants: participantsOf(withoutReleased(matter.participants, event.holders), [
      takerOf(event, matter),
      ...seatedPosts(facts),
      ...seatedUnits(holders),
    ]),
    childCount: matter.childCount + begun,
    openChildCount: matter.openChildCount + begun,
    ...holding(matter.holders, event.holders),
    ...raisedAfter(matter, clocks, event),
    ...documentsAfter(matter, event),
    ...(event.counts ? { rounds: { ...matter.rounds, [event.step]: (matter.rounds?.[event.step] ?? 0) + 1 } } : {}),
    ...barredAfter(matter, event),
    ...stoodInAfter(matter.stoodIn, event.by, event.step),
    ...hiddenAfter(matter, event),
    ...namedAfter(matter.hiddenFrom, event),
    ...sentAfter(matter, event),
    ...(event.shreds ? { shreddedAt: matter.shreddedAt ?? event.at } : {}),
  }
}

/** What was answered apart stays apart; what was shredded is nothing any more. */
function fieldsAfter({ fields }: Matter, { form, hiddenUntil, shreds }: EventOf<'StepTaken'>): FormValues {
  const all = hiddenUntil ? fields : { ...fields, ...form }
  return shreds ? withoutSealed(all) : all
}

/** Who takes no part after an event. */
function barredAfter({ barred = [] }: Matter, { recuses, unbars, by }: EventOf<'StepTaken'>): Pick<Matter, 'barred'> {
  if (recuses) return { barred: persons(by).reduce(added, barred) }
  return unbars ? { barred: barred.filter((person) => !unbars.includes(person)) } : {}
}

/** A done matter has an outcome and keeps its first closing instant. */
function closing(matter: Matter, event: EventOf<'StepTaken'>): Partial<Matter> {
  if (event.group !== 'done') return {}
  return { closedAt: matter.closedAt ?? event.at, ...(event.outcome ? { outcome: event.outcome } : {}) }
}

/** The orders that stand: one for each matter that gave one, none when the last is taken back. */
function restricted(matter: Matter, { at, order, orderedBy, reason }: EventOf<'DataOrdered'>): Matter {
  const { restrictions = [], ...rest } = matter
  const others = restrictions.filter((each) => each.orderedBy !== orderedBy)
  const standing = order === 'release' ? others : [...others, { order, orderedBy, reason, at }]
  return standing.length > 0 ? { ...rest, restrictions: standing } : rest
}

/** A reopened matter has neither outcome nor closing instant. */
const reopened = ({ closedAt, outcome, ...rest }: Matter): Matter => rest

const added = (list: readonly string[], item: string) => (list.includes(item) ? list : [...list, item])

/** Posts that hold a seat. */
const seatedPosts = (facts: Facts) => [
  facts.ownerPostId,
  facts.verifierPostId,
  facts.supervisorPostId,
  facts.sponsorPostId,
  facts.orderingPostId,
]

/** Officials only: the system and reporters take no seat. */
const participantsOf = (known: readonly string[], posts: readonly (string | undefined)[]) =>
  posts.reduce<readonly string[]>(
    (list, post) => (post && post !== 'system' && post !== 'reporter' ? added(list, post) : list),
    known,
  )

const withClocks = (matter: Matter, changes: readonly ClockChange[], at: string): Matter =>
  changes.length === 0
    ? matter
    : { ...matter, clocks: changes.reduce((all, change) => applyClockChange(all, change, at), matter.clocks) }

const withClock = (
  matter: Matter,
  clockId: string,
  change: (clock: Matter['clocks'][number]) => Matter['clocks'][number],
): Matter => ({
  ...matter,
  clocks: matter.clocks.map((clock) => (clock.id === clockId ? change(clock) : clock)),
})

const withoutSealed = (fields: FormValues): FormValues =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isSealed(value) ? null : value]))
