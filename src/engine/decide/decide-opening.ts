import { type Actor, signatureOf } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent } from '../../domain/matter/event.ts'
import { type Facts, withFacts } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import { receivesOf } from '../../domain/procedure/crossing/step-crossing.ts'
import { type CheckContext, checkForm } from '../../domain/procedure/form-check.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import { type Procedure, targetsOf } from '../../domain/procedure/procedure.ts'
import { withHolders } from '../../domain/procedure/seat.ts'
import { dayOf } from '../../domain/time/time.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { unfitStandIns } from '../stand-ins/unfit-stand-ins.ts'
import { raisedTo } from '../worklist/raised.ts'
import { worklistTokens } from '../worklist/waits-for.ts'
import { startedClocks } from './decide-clocks.ts'
import type { DecideContext } from './decide-context.ts'
import {
  answererOf,
  factsFrom,
  filesIn,
  hidesFrom,
  refuseNamedSeats,
  refuseUnfairUnit,
  withFiles,
} from './decide-facts.ts'
import { filledBy } from './decide-holders.ts'
import { settleRecords } from './decide-records.ts'
import { settledLink } from './named-matters.ts'
import { refuseIssues, withRecordAnswers } from './record-answers.ts'

/** The version of a procedure that a matter opened on this day follows: the latest already in effect. */
export function procedureInEffect(procedures: readonly Procedure[], id: string, day: string): Procedure {
  const versions = procedures
    .filter((procedure) => procedure.id === id && procedure.effectiveOn <= day)
    .sort((a, b) => b.version - a.version)
  // A ledger older than our first version follows the first version.
  const found =
    versions[0] ?? procedures.filter((procedure) => procedure.id === id).sort((a, b) => a.version - b.version)[0]
  if (!found) throw new AnlanError('procedure-not-found', { procedure: id })
  return found
}

/** A kind begins on the day its first version takes effect; only an old ledger has matters from before. */
export function refuseBeforeEffect({ id, effectiveOn, title }: Procedure, { now, answeredBy }: CheckContext): void {
  if (answeredBy !== 'ledger' && effectiveOn > dayOf(now))
    throw new AnlanError('procedure-not-yet', { procedure: id, effectiveOn, title })
}

/** Opens a matter: role, form, unit and first clocks. */
export function decideOpening(
  procedure: Procedure,
  command: Extract<Command, { type: 'OpenMatter' }>,
  actor: Actor,
  { now, rulebook, identity, named, versions }: DecideContext,
): MatterEvent[] {
  if (!identity) throw new Error('opening a matter needs an identity')
  const { opening } = procedure
  if (!actor.roles.includes('system') && !opening.by.some((role) => actor.roles.includes(role)))
    throw new AnlanError('role-required', {
      step: 'open',
      procedure: procedure.id,
      version: procedure.version,
      roles: opening.by,
    })
  const form = procedure.forms[opening.form]
  const { stateId, starts } = beginning(procedure, command)
  const state = procedure.states[stateId]
  if (!form || !state) throw new Error(`${procedure.id} has no opening form or state`)
  if (!Object.hasOwn(rulebook.directory.units, command.unitId))
    throw new AnlanError('form-invalid', { issues: [{ field: 'unitId', rule: 'not-a-unit' }] })

  const asked: CheckContext = {
    directory: rulebook.directory,
    now,
    unitId: command.unitId,
    ...present({ barred: command.barred, aboutUnitId: command.aboutUnitId }),
    answeredBy: command.channel === 'system' || command.cameFrom ? 'parent' : answererOf(actor),
  }
  refuseBeforeEffect(procedure, asked)
  refuseStrangers(procedure, command, actor, rulebook.directory)
  const exercise = procedure.exercise ?? command.exercise
  const { unitId } = command
  const originUnitId = command.ordering?.unitId || actor.unitId || unitId
  const record = {
    procedure: procedure.id,
    unitId,
    originUnitId,
    ...present({ aboutUnitId: command.aboutUnitId, exercise }),
  }
  const naming = { named, actor, directory: rulebook.directory, record }
  const told =
    asked.answeredBy === 'person'
      ? withRecordAnswers({ form, values: command.form, recorded: {}, naming, versions })
      : { values: command.form, issues: [] }
  refuseIssues(told.issues, { form: opening.form, procedure: procedure.id, version: procedure.version })
  const checked = checkForm(form, withFiles(form, told.values, command.files), asked)
  // What an old ledger or the first matter says of a record stands as it is written.
  const { values, issues } =
    asked.answeredBy === 'person' && checked.issues.length === 0
      ? settleRecords(form, checked.values, {}, rulebook.procedures, naming)
      : checked
  if (issues.length > 0)
    throw new AnlanError('form-invalid', {
      issues,
      form: opening.form,
      procedure: procedure.id,
      version: procedure.version,
    })
  const said = { form: opening.form, procedure: procedure.id, version: procedure.version }
  refuseIssues(unfitStandIns(procedure, values, {}, rulebook.directory), said)
  const begun: Facts = {
    title: '',
    unitId: command.unitId,
    originUnitId,
    ...(command.ordering?.postId ? { orderingPostId: command.ordering.postId } : {}),
    channel: command.channel,
    ...(command.aboutUnitId ? { aboutUnitId: command.aboutUnitId } : {}),
    ...(command.sourceNumber ? { sourceNumber: Array.from(command.sourceNumber).slice(0, 120).join('') } : {}),
  }
  const facts = orderedBy(actor, withFacts(begun, factsFrom(form, values)))
  if (!facts.title) throw new Error(`the opening form of ${procedure.id} sets no title`)
  refuseUnfairUnit(facts, rulebook.directory)
  const hidden = hidesFrom(form, values, rulebook.directory)
  refuseNamedSeats(facts, hidden, rulebook.directory)
  const holders = filledBy(procedure, form, values, [])
  // What an old ledger tells alarms nobody; nobody is told of what they do themselves.
  const own = worklistTokens(actor.postId, actor.unitId, actor.roles)
  const raises =
    asked.answeredBy === 'ledger'
      ? []
      : raisedTo(
          opening.raises ?? [],
          { ...facts, holders: withHolders([], holders), ...present({ exercise }) },
          rulebook.directory,
        ).filter((token) => !own.includes(token))
  return [
    {
      type: 'MatterOpened',
      at: now,
      by: signatureOf(actor),
      matterId: identity.matterId,
      tenant: actor.tenant,
      reference: identity.reference,
      procedure: procedure.id,
      procedureVersion: procedure.version,
      state: stateId,
      group: state.group,
      facts,
      form: values,
      files: filesIn(form, values),
      clocks: startedClocks(procedure, starts, {
        now: command.since ?? now,
        rulebook,
        asked: form,
        form: values,
        fields: {},
        clocks: [],
        holders: withHolders([], holders),
        setDue: command.setDue,
      }),
      ...(holders.length > 0 ? { holders } : {}),
      ...(command.barred?.length ? { barred: command.barred } : {}),
      ...(hidden.length > 0 ? { hidesFrom: hidden } : {}),
      ...(raises.length > 0 ? { raises } : {}),
      ...present({ sentBy: command.sentBy, exercise, cameFrom: command.cameFrom, source: command.source }),
      links: (command.links ?? []).map((link) =>
        settledLink(link, {
          named,
          actor,
          directory: rulebook.directory,
          record: { ...record, ...facts, hiddenFrom: hidden },
        }),
      ),
    },
  ]
}

/** What another office sends is taken in only where both agreed, of kinds that take in, by the unit that was named for it. */
function refuseStrangers(
  procedure: Procedure,
  { cameFrom, begins, unitId }: Extract<Command, { type: 'OpenMatter' }>,
  { roles }: Actor,
  { offices }: Directory,
): void {
  if (!cameFrom) return
  const office = offices?.[cameFrom.tenant]
  const arrival = begins === undefined ? undefined : procedure.steps[begins]
  if (!roles.includes('system')) throw new AnlanError('role-required', { step: 'open', roles: ['system'] })
  if (!office?.agreed || office.takesIn !== unitId)
    throw new AnlanError('guard-refused', { guard: 'officesAgreed' satisfies Demand })
  if (!arrival || receivesOf(arrival) !== 'arrival' || procedure.sight?.only)
    throw new AnlanError('guard-refused', { guard: 'mayCross' satisfies Demand })
}

/** A leader who opens a matter is the one who ordered it, unless the form names another. */
const orderedBy = (actor: Actor, facts: Facts): Facts =>
  facts.orderingPostId || !actor.roles.includes('leader') || actor.roles.includes('system')
    ? facts
    : { ...facts, orderingPostId: actor.postId }

/**
 * Where a new matter stands and which clocks run: as its definition says, or where the step leads that counts as taken. One
 * from an old ledger has only the clocks the ledger had, perhaps none.
 */
function beginning(
  { id, opening, deadlines, steps }: Procedure,
  { setDue, begins }: Extract<Command, { type: 'OpenMatter' }>,
): { readonly stateId: string; readonly starts: readonly string[] } {
  const step = begins === undefined ? undefined : steps[begins]
  if (begins !== undefined && !step) throw new Error(`${id} has no step ${begins}`)
  const [stateId = opening.state] = step ? targetsOf(step) : []
  if (!setDue) {
    const left = opening.starts.filter((deadline) => !step?.meets?.includes(deadline))
    return { stateId, starts: [...left, ...(step?.starts ?? [])] }
  }
  const named = Object.keys(setDue)
  const unknown = named.find((deadline) => !deadlines[deadline])
  if (unknown) throw new AnlanError('deadline-unknown', { deadline: unknown })
  return { stateId, starts: named }
}
