import type { Signature } from '../../domain/matter/actor.ts'
import { type Sent, unanswered } from '../../domain/matter/crossing.ts'
import type { EventOf } from '../../domain/matter/event.ts'
import type { Link } from '../../domain/matter/link.ts'
import type { CounterStatement, HiddenAnswers, Matter, Raise } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { type HolderChange, withHolders } from '../../domain/procedure/seat.ts'

/** A child that was escalated is waited for where it lives now. */
export function childClosed(matter: Matter, event: EventOf<'ChildClosed'>): Matter {
  const { childId: id, reference, procedure, outcome, successor } = event
  const child = { id, reference, procedure, outcome, ...(successor ? { to: successor.id } : {}) }
  const after = {
    ...matter,
    endedChildren: [...(matter.endedChildren ?? []), child],
    openChildCount: successor ? matter.openChildCount : Math.max(0, matter.openChildCount - 1),
  }
  return withRaise(after, { at: event.at, child: reference, to: event.raises ?? [] })
}

const isSame = (a: Link, b: Link) => a.type === b.type && a.matterId === b.matterId && a.back === b.back
/** Links without those that were taken back. */
export const without = (links: readonly Link[], gone: readonly Link[] = []) =>
  gone.length === 0 ? links : links.filter((link) => !gone.some((each) => isSame(each, link)))

/** The holders of seats after an event, where there are any. */
export const holding = (before: Matter['holders'], changes: readonly HolderChange[] = []): Pick<Matter, 'holders'> =>
  changes.length === 0 ? (before ? { holders: before } : {}) : { holders: withHolders(before, changes) }

/** The matter on the worklists of those it was raised to. */
export const withRaise = (matter: Matter, raise: Raise): Matter =>
  raise.to.length === 0 ? matter : { ...matter, raised: [...(matter.raised ?? []), raise] }

/** What was raised stays until one of those it was raised to takes a step, or the clock behind it ends or runs again. */
export function raisedAfter(
  { raised = [] }: Matter,
  clocks: Matter['clocks'],
  { at, by, step, raises = [], settles = [], mark, group }: EventOf<'StepTaken'>,
): Pick<Matter, 'raised'> {
  const isOver = (clockId: string) => clocks.find(({ id }) => id === clockId)?.state !== 'overdue'
  const left = raised.filter(
    ({ to, clockId }) => !to.some((token) => settles.includes(token)) && !(clockId && isOver(clockId)),
  )
  const all = raises.length > 0 ? [...left, { at, step, by: by.postId, ...(mark ? { mark } : {}), to: raises }] : left
  if (raised.length === 0 && all.length === 0) return {}
  return { raised: group === 'done' ? [] : all }
}

/** The matter with the mark that the step gave it, or without the one it took back. */
export function markedAfter(matter: Matter, { mark }: EventOf<'StepTaken'>): Matter {
  if (mark === undefined) return matter
  const { mark: _, ...unmarked } = matter
  return mark === null ? unmarked : { ...unmarked, mark }
}

/** Papers issued so far; what is taken back stays, with the moment. */
export function documentsAfter(matter: Matter, event: EventOf<'StepTaken'>): Pick<Matter, 'documents'> {
  const { documents = [], revokes = [] } = event
  if (documents.length === 0 && revokes.length === 0) return {}
  const kept = (matter.documents ?? []).map((each) =>
    revokes.includes(each.document) && !each.revokedAt ? { ...each, revokedAt: event.at } : each,
  )
  return { documents: [...kept, ...documents.map((each) => ({ ...each, version: matter.version }))] }
}

/** Units that hold a seat of many, as participants: they see what they assist, until they refuse or are asked no longer. */
export const seatedUnits = (holders: Matter['holders'] = []) =>
  holders.flatMap(({ id, state }) => (id.includes('.') || state === 'refused' ? [] : tokensOf(id)))

const tokensOf = (id: string) => [id, `unit:${id}`]

/** Who took part before, without those whom the step lets go. */
export function withoutReleased(participants: readonly string[], changes: readonly HolderChange[] = []) {
  const gone = changes.flatMap(({ id, to }) => (to === 'released' || to === 'refused' ? tokensOf(id) : []))
  return gone.length === 0 ? participants : participants.filter((token) => !gone.includes(token))
}

/** Who took the step, to see the matter on; whoever acts for a unit that assists sees it as long as that unit does. */
export const takerOf = ({ by }: EventOf<'StepTaken'>, { participants }: Matter) =>
  participants.includes(`unit:${by.unitId}`) ? undefined : by.postId

/** Answers kept apart after an event: one more, or those that the step lays open. */
export function hiddenAfter(matter: Matter, event: EventOf<'StepTaken'>): Pick<Matter, 'hidden'> {
  const { hidden = [] } = matter
  const kept = hidden.map((each): HiddenAnswers => (each.until === event.step ? { ...each, open: true } : each))
  if (!event.hiddenUntil) return hidden.length > 0 ? { hidden: kept } : {}
  const { step, hiddenUntil: until, by, form: answers } = event
  return { hidden: [...kept, { step, by: by.personId, postId: by.postId, version: matter.version, until, answers }] }
}

/** Who never sees it after an event: whoever was named once stays named. */
export const namedAfter = (
  before: readonly string[] = [],
  { hidesFrom = [] }: Pick<EventOf<'StepTaken'>, 'hidesFrom'>,
): Pick<Matter, 'hiddenFrom'> => {
  const all = [...new Set([...before, ...hidesFrom])]
  return all.length > 0 ? { hiddenFrom: all } : {}
}

/** To which offices it was sent, after a step: one more; or asked back, which ending it here is as well. */
export function sentAfter(matter: Matter, { sends, asksBack, group, at }: EventOf<'StepTaken'>): Pick<Matter, 'sent'> {
  const { sent = [] } = matter
  if (sends) {
    const { tenant, office, phone, way } = sends
    const added: Sent = {
      tenant,
      office,
      ...(phone ? { phone } : {}),
      version: matter.version,
      way,
      at,
      standing: 'sent',
      since: at,
    }
    return { sent: [...sent, added] }
  }
  const waiting = unanswered(matter)
  if (!waiting || waiting.standing === 'asked' || !(asksBack || group === 'done')) return {}
  return { sent: sent.map((each): Sent => (each === waiting ? { ...each, standing: 'asked', since: at } : each)) }
}

/** What is known of a sending after its office answered. */
export const crossingHeard = (matter: Matter, event: EventOf<'CrossingHeard'>): Matter => ({
  ...matter,
  sent: (matter.sent ?? []).map((each): Sent => {
    if (each.version !== event.version) return each
    const { standing, reference, reason, outcome } = event
    return {
      ...each,
      standing,
      since: event.at,
      ...(reference ? { reference } : {}),
      ...(reason ? { reason } : {}),
      ...(outcome ? { outcome } : {}),
    }
  }),
})

/** What a person set against a fact, as it stands in the matter. */
export const statementOf = ({ at, text, about, onBehalf }: EventOf<'StatementAdded'>): CounterStatement => ({
  at,
  text,
  ...present({ about, onBehalf }),
})

/** Who took this step in another's post, beside those before. */
export function stoodInAfter(
  before: Matter['stoodIn'] = [],
  { personId, postId, ownPostId }: Signature,
  step: string,
): Pick<Matter, 'stoodIn'> {
  const isKnown = before.some((one) => one.personId === personId && one.postId === postId && one.step === step)
  return ownPostId === undefined || isKnown ? {} : { stoodIn: [...before, { personId, postId, step }] }
}
