import { type Actor, signatureOf } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { type Procedure, RETURNED } from '../../domain/procedure/procedure.ts'
import { endOfDay } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { accessFacts, mayAct } from '../access/access.ts'
import { mayIssueCode, mayOpenFields } from '../access/personal-access.ts'
import { decideHandOver } from '../hand-over/decide-hand-over.ts'
import { openPause, resumeClock } from '../time/deadlines.ts'
import { recount } from '../time/recount.ts'
import { raisedToRole } from '../worklist/raised.ts'
import { decideCrossing } from './crossing/hear.ts'
import { begunAfter } from './decide-clocks.ts'
import type { DecideContext } from './decide-context.ts'
import { decideOpening } from './decide-opening.ts'
import { decideStep } from './decide-step.ts'
import { settledLink } from './named-matters.ts'
import { decideCorrection, decideDataOrder, textsWithPersons } from './personal/data-orders.ts'
import { opening, recordedReason, refusePersonal, statement } from './personal/opening.ts'

/**
 * What should happen? Pure: the same arguments give the same events.
 * @returns the events to record; none when the command's wish is already fulfilled (a warning sent twice)
 * @throws AnlanError when the definition, the actor's rights, a guard or the form refuses
 */
export function decide(
  procedure: Procedure,
  matter: Matter | undefined,
  command: Command,
  actor: Actor,
  context: DecideContext,
): MatterEvent[] {
  if (command.type === 'OpenMatter') {
    if (matter) throw new AnlanError('version-conflict', { reason: 'already-open' })
    return decideOpening(procedure, command, actor, context)
  }
  if (!matter) throw new AnlanError('matter-not-found')
  const recorded = { at: context.now, by: signatureOf(actor) }
  switch (command.type) {
    case 'TakeStep':
      return decideStep(procedure, matter, command, actor, context)
    case 'AddLink':
      if (!mayAct(actor, accessFacts(matter, context.rulebook.directory))) throw new AnlanError('out-of-scope')
      refusePersonal('note', command.note)
      return addLink(matter, command, actor, context)
    case 'OpenFields':
      return [{ ...recorded, ...opening(procedure, matter, command, actor, context.rulebook.directory) }]
    case 'AddStatement':
      return [{ ...recorded, ...statement(procedure, matter, command, actor, context.rulebook.directory) }]
    case 'IssueCode':
      if (!mayIssueCode(actor, procedure, matter, context.rulebook.directory))
        throw new AnlanError('not-allowed', { rule: 'report-code' })
      return [{ ...recorded, type: 'CodeIssued', reason: recordedReason(command.reason) }]
    case 'WarnDeadline': {
      const clock = clockOf(matter, command.clockId)
      return clock.state !== 'running' || clock.warned.includes(command.warning)
        ? []
        : [{ ...recorded, type: 'DeadlineWarned', clockId: clock.id, warning: command.warning }]
    }
    case 'MarkOverdue': {
      const clock = clockOf(matter, command.clockId)
      if (clock.state !== 'running' || clock.dueAt > context.now) return []
      // A calendar that changed and was not applied yet marks nobody late.
      const moved = recount([clock], context.rulebook.calendar)
      return moved.some(({ to }) => to.dueAt > context.now)
        ? [{ ...recorded, type: 'ClocksRecounted', clocks: moved }]
        : [
            {
              ...recorded,
              type: 'DeadlineOverdue',
              clockId: clock.id,
              ...present({ clocks: begunAfter(procedure, matter, clock, context.rulebook) }),
            },
          ]
    }
    case 'ResumeDeadline': {
      const clock = clockOf(matter, command.clockId)
      const until = clock.state === 'paused' ? openPause(clock)?.until : undefined
      if (!until || endOfDay(until) > context.now) return []
      const { type, ...resumed } = resumeClock(clock, until, context.rulebook.calendar)
      return [{ ...recorded, type: 'DeadlineResumed', ...resumed }]
    }
    case 'RecountDeadlines': {
      const clocks = recount(matter.clocks, context.rulebook.calendar)
      return clocks.length === 0 ? [] : [{ ...recorded, type: 'ClocksRecounted', clocks }]
    }
    case 'Escalate': {
      const clock = clockOf(matter, command.clockId)
      const rungs = procedure.deadlines[clock.deadline]?.escalation ?? []
      const escalation = rungs[clock.escalated]
      const before = rungs.slice(0, clock.escalated).filter(({ to }) => to === escalation?.to).length
      return clock.state !== 'overdue' || !escalation
        ? []
        : [
            {
              ...recorded,
              type: 'MatterEscalated',
              clockId: clock.id,
              to: escalation.to,
              tier: clock.escalated + 1,
              raises: raisedToRole(escalation.to, matter, context.rulebook.directory, { holder: clock.holder, before }),
            },
          ]
    }
    case 'RecordChildClosed':
      return [
        {
          ...recorded,
          type: 'ChildClosed',
          childId: command.childId,
          reference: command.reference,
          procedure: command.procedure,
          outcome: command.outcome,
          ...present({ reason: command.reason, successor: command.successor }),
          ...raisedAgain(matter, command.outcome, context.rulebook.directory),
        },
      ]
    case 'RecordCrossing':
      return decideCrossing(procedure, matter, command, actor, context)
    case 'HandOverSeats':
      return decideHandOver(procedure, matter, command, actor, {
        now: context.now,
        directory: context.rulebook.directory,
      })
    case 'ShredFields':
      return matter.shreddedAt || matter.restrictions
        ? []
        : [
            {
              ...recorded,
              type: 'FieldsShredded',
              reason: command.reason,
              ...present({ texts: someOf(textsWithPersons(matter)) }),
            },
          ]
    case 'OrderData':
      return decideDataOrder(procedure, matter, command, recorded)
    case 'CorrectField':
      if (!mayOpenFields(actor, matter, context.rulebook.directory)) throw new AnlanError('field-sealed')
      return decideCorrection(procedure, matter, { ...command, reason: recordedReason(command.reason) }, recorded, {
        directory: context.rulebook.directory,
        now: context.now,
        openedAt: matter.openedAt,
        unitId: matter.unitId,
        earlier: {},
      })
  }
}

const someOf = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined)

/** What came back as not theirs must be given to somebody else: by whoever routes. */
function raisedAgain(matter: Matter, outcome: string, directory: Directory) {
  const raises = outcome === RETURNED && matter.group !== 'done' ? raisedToRole('triageOfficer', matter, directory) : []
  return raises.length > 0 ? { raises } : {}
}

function addLink(
  matter: Matter,
  { link: wish, note }: Extract<Command, { type: 'AddLink' }>,
  actor: Actor,
  { now, named, rulebook }: DecideContext,
): MatterEvent[] {
  const link = settledLink(wish, { named, actor, directory: rulebook.directory, record: matter })
  if (
    matter.links.some(
      ({ type, matterId, back }) => type === link.type && matterId === link.matterId && back === link.back,
    )
  )
    return []
  if (link.matterId === matter.id)
    throw new AnlanError('form-invalid', { issues: [{ field: 'reference', rule: 'no-such-matter' }] })
  const other = named?.get(link.reference)
  if (
    other?.links.some(({ type, matterId, back }) => type === link.type && matterId === matter.id && back === link.back)
  )
    throw new AnlanError('form-invalid', { issues: [{ field: 'reference', rule: 'linked-back' }] })
  return [{ at: now, by: signatureOf(actor), type: 'LinkAdded', link, ...(note ? { note } : {}) }]
}

function clockOf(matter: Matter, clockId: string) {
  const clock = matter.clocks.find((candidate) => candidate.id === clockId)
  if (!clock) throw new AnlanError('deadline-unknown', { clockId })
  return clock
}
