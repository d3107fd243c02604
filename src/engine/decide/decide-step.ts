import { type Actor, signatureOf } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { MatterEvent, RelayRequest } from '../../domain/matter/event.ts'
import type { Link } from '../../domain/matter/link.ts'
import { type FactChanges, type Facts, type Matter, withFacts } from '../../domain/matter/matter.ts'
import { present } from '../../domain/present.ts'
import type { FormValues } from '../../domain/procedure/form.ts'
import { type CheckContext, checkForm } from '../../domain/procedure/form-check.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { withHolders } from '../../domain/procedure/seat.ts'
import { AnlanError, type IssueRule } from '../../domain/wording/errors.ts'
import { leavesGap, secrecyOf } from '../access/access.ts'
import { nameable } from '../access/holders.ts'
import { type Case, certainlyHolds } from '../conditions/conditions.ts'
import { ruledAnswers } from '../conditions/ruled-answers.ts'
import { unfitStandIns } from '../stand-ins/unfit-stand-ins.ts'
import { gatheredFor, refuseAfterShredding, shredsWith } from './apart/apart.ts'
import { drawnRows, drawOf } from './apart/draw.ts'
import { crossingOf } from './crossing/send.ts'
import { children } from './decide-children.ts'
import { clockChanges } from './decide-clocks.ts'
import type { DecideContext } from './decide-context.ts'
import { effectsOf } from './decide-effects.ts'
import {
  answererOf,
  factsFrom,
  filesIn,
  hidesFrom,
  refuseNamedSeats,
  refuseUnfairUnit,
  withEmptied,
  withFiles,
} from './decide-facts.ts'
import { holderChanges } from './decide-holders.ts'
import { settleRecords } from './decide-records.ts'
import { findNamed } from './named-matters.ts'
import { stepRefusal } from './open-steps.ts'
import { refuseIssues, withRecordAnswers } from './record-answers.ts'
import { exposedUnits } from './revise/exposed.ts'
import { revisionsOf } from './revise/revisions.ts'

/** Takes a step: the same refusal rule as the screen, the form, the facts, the clocks and the matters it opens. */
export function decideStep(
  procedure: Procedure,
  matter: Matter,
  command: Extract<Command, { type: 'TakeStep' }>,
  actor: Actor,
  context: DecideContext,
): MatterEvent[] {
  const { now, rulebook } = context
  const step = procedure.steps[command.step]
  const early = stepRefusal(procedure, matter, actor, command.step, rulebook, now)
  if (early || !step) throw new AnlanError(early?.code ?? 'step-unknown', { ...early?.details })
  const asked = {
    directory: rulebook.directory,
    now,
    openedAt: matter.openedAt,
    unitId: matter.unitId,
    earlier: matter.fields,
    ...present({
      holders: nameable(step, matter),
      barred: step.unbars ? undefined : matter.barred,
      aboutUnitId: matter.aboutUnitId,
    }),
    answeredBy: answererOf(actor),
    gathered: gatheredFor(procedure, matter),
    ...drawnRows(context.lots),
    exposed: exposedUnits(procedure, step, matter.fields, command.form ?? {}, context.places ?? [], rulebook.directory),
    ...(procedure.ordered ? { orderedPath: actor.unitPath } : {}),
  }
  const draw = drawOf(procedure, step, context.lots)
  const given = told(procedure, step, matter, command, actor, context)
  const answered = answers(procedure, step, matter, ruled(procedure, step, matter, given, actor, context), asked)
  const pointed = pointing(procedure, step, matter, answered, actor, context)
  const form = withCleared(step, matter, pointed)
  const definition = (step.form && procedure.forms[step.form]) || { title: step.title, fields: {} }
  refuseAfterShredding(procedure, matter, form)
  const said = { form: step.form, procedure: procedure.id, version: procedure.version }
  refuseIssues(unfitStandIns(procedure, form, matter.fields, rulebook.directory, { step, actor }), said)
  const files = filesIn(definition, form)
  // What the step takes back still stands while it is asked whether the step may be taken.
  const refusal = stepRefusal(procedure, matter, actor, command.step, rulebook, now, { form: pointed, files })
  if (refusal) throw new AnlanError(refusal.code, { ...refusal.details })

  const asking: Case = {
    procedure,
    step,
    matter,
    actor,
    now,
    overrides: rulebook.overrides,
    pending: { form, files },
  }
  const taken = { ...(step.recuses ? emptied(matter, actor) : {}), ...factsFrom(definition, form) }
  const facts = withoutStranger(matter, changedFacts(matter, taken, step), rulebook.directory)
  const changed = withFacts(matter, facts)
  refuseUnfairUnit(changed, rulebook.directory)
  const hidden = hidesFrom(definition, form, rulebook.directory)
  refuseNamedSeats(changed, [...(matter.hiddenFrom ?? []), ...hidden], rulebook.directory)
  const holders = holderChanges(procedure, step, step.form ? definition : undefined, form, matter, actor)
  const seated = { ...changed, holders: withHolders(matter.holders, holders) }
  // Which way it goes is asked once everybody sits where the step puts them: the last answer may be its own.
  const to = targetOf(step, { ...asking, matter: seated })
  const state = procedure.states[to]
  if (!state) throw new Error(`${procedure.id} has no state ${to}`)
  return [
    {
      type: 'StepTaken',
      at: now,
      by: signatureOf(actor),
      step: command.step,
      from: matter.state,
      to,
      group: state.group,
      ...(state.group === 'done' ? { outcome: state.outcome } : {}),
      form,
      files,
      facts,
      clocks: clockChanges({
        procedure,
        matter,
        stepId: command.step,
        step,
        form,
        moved: holders,
        done: state.group === 'done',
        now,
        rulebook,
        actor,
        setDue: command.setDue,
      }),
      opens: (step.opens ?? []).flatMap((spawn) =>
        children(spawn, {
          step,
          form,
          matter: changed,
          rulebook,
          asked,
          procedure,
          actor,
          drawn: context.lots?.matters,
        }),
      ),
      links: linksOf(step, form, matter, actor, context),
      handles: step.handles ?? false,
      verifies: step.verifies ?? false,
      ...withRevisions(
        effectsOf(command.step, asking, holders, seated, rulebook.directory),
        revisionsOf({ procedure, step, matter: changed, actor, form, context }),
      ),
      ...draw,
      ...(command.source ? { source: command.source } : {}),
      ...(definition.hiddenUntil ? { hiddenUntil: definition.hiddenUntil } : {}),
      ...(hidden.length > 0 ? { hidesFrom: hidden } : {}),
      ...(step.orders ? { orders: step.orders } : {}),
      ...shredsWith(step, { ...asking, matter: seated }),
      ...crossingOf({ procedure, step, matter, form, rulebook, now }),
    },
  ]
}

/** What a step brings about, with the records that change with it. */
const withRevisions = (effects: ReturnType<typeof effectsOf>, revisions: readonly RelayRequest[]) =>
  revisions.length === 0 ? effects : { ...effects, relays: [...(effects.relays ?? []), ...revisions] }

/** Answers that the step takes back are recorded as emptied. */
function withCleared({ clears = [] }: Step, { fields }: Matter, form: FormValues): FormValues {
  const standing = clears.filter((name) => fields[name] !== undefined && fields[name] !== null)
  return standing.length === 0 ? form : { ...form, ...Object.fromEntries(standing.map((name) => [name, null])) }
}

/** The state a step leads to: the first way whose condition holds, and the last where none does. */
function targetOf({ to }: Step, given: Case): string {
  if (typeof to === 'string') return to
  if (!to) return given.matter.state
  const way = to.find((each) => !each.if || certainlyHolds(each.if, given)) ?? to.at(-1)
  return way?.to ?? given.matter.state
}

/** The link to the matter that the form names by its reference. */
function linksOf(
  step: Step,
  form: FormValues,
  matter: Matter,
  actor: Actor,
  { named, rulebook }: DecideContext,
): Link[] {
  const reference = step.linksTo && form[step.linksTo.field]
  if (!step.linksTo || typeof reference !== 'string' || !reference) return []
  const found = findNamed(reference, { named, actor, directory: rulebook.directory, record: matter })
  const { type, back } = step.linksTo
  const rule = unfitTarget(step.linksTo, matter, found, rulebook.procedures)
  if (!found || rule)
    throw new AnlanError('form-invalid', {
      issues: [{ field: step.linksTo.field, rule: rule ?? 'no-such-matter', limit: reference }],
      form: step.form,
      procedure: matter.procedure,
      version: matter.procedureVersion,
    })
  // The child names this one in its own record.
  if (back && leavesGap(secrecyOf(found, rulebook.directory), secrecyOf(matter, rulebook.directory)))
    throw new AnlanError('guard-refused', { guard: 'sameComplaint' satisfies Demand })
  return [{ type, matterId: found.id, reference: found.reference, ...(back ? { back } : {}) }]
}

/**
 * Why a matter cannot be the one this is linked to. An exercise and what is in earnest are never merged. A duplicate needs one that is worked on: not over, not merged itself. One
 * taken on as a child must not be over, nor known here as a child or as what this came from, nor of a kind that takes others
 * on itself: in a circle each would wait for the other, and what is told to children would never end.
 */
function unfitTarget(
  { type, back }: NonNullable<Step['linksTo']>,
  matter: Matter,
  found: Matter | undefined,
  procedures: Rulebook['procedures'],
): IssueRule | undefined {
  if (!found || found.id === matter.id) return 'no-such-matter'
  if (type !== 'duplicateOf' && !back) return undefined
  if (matter.exercise !== found.exercise) return 'in-exercise'
  const isKin = back && matter.links.some(({ matterId }) => matterId === found.id)
  const kind = procedures.find(({ id }) => id === found.procedure)
  if (back && Object.values(kind?.steps ?? {}).some(({ linksTo }) => linksTo?.back)) return 'takes-others-on'
  const isDuplicate = found.links.some((link) => link.type === 'duplicateOf')
  return isKin ? 'taken' : found.group === 'done' || isDuplicate ? 'ended-matter' : undefined
}

function answers(
  procedure: Procedure,
  step: Step,
  matter: Matter,
  command: Pick<Extract<Command, { type: 'TakeStep' }>, 'form' | 'files'>,
  asked: CheckContext,
): FormValues {
  const form = step.form ? procedure.forms[step.form] : undefined
  const given = command.form ?? {}
  if (!form) {
    const issues = [...Object.keys(given), ...(command.files?.length ? ['files'] : [])].map((field) => ({
      field,
      rule: 'unknown-field' as const,
    }))
    if (issues.length > 0)
      throw new AnlanError('form-invalid', { issues, procedure: procedure.id, version: procedure.version })
    return {}
  }
  const { values, issues } = checkForm(form, withFiles(form, given, command.files), asked)
  if (issues.length > 0)
    throw new AnlanError('form-invalid', {
      issues,
      form: step.form,
      procedure: procedure.id,
      version: procedure.version,
    })
  return withEmptied(values, given, matter.fields)
}

/** A matter that goes to another unit leaves the handler behind who works elsewhere; the new unit names its own. */
function withoutStranger(
  { ownerPostId }: Matter,
  facts: FactChanges,
  { posts, units }: Rulebook['directory'],
): FactChanges {
  if (!facts.unitId || !ownerPostId || facts.ownerPostId !== undefined) return facts
  const at = units[posts[ownerPostId]?.unitId ?? '']?.path
  const isOfUnit = at?.startsWith(units[facts.unitId]?.path ?? '?')
  return isOfUnit ? facts : { ...facts, ownerPostId: null }
}

/** Whoever takes no part any more holds no seat. Who ordered it leaves it to the other leaders of the same unit, or nobody could end it. */
function emptied(matter: Matter, { postId, unitId, standsIn }: Actor): FactChanges {
  // Who acts for another steps out in person: the post keeps its seats.
  if (standsIn) return {}
  const seats = ['ownerPostId', 'verifierPostId', 'supervisorPostId', 'sponsorPostId', 'orderingPostId'] as const
  const left = Object.fromEntries(seats.filter((seat) => matter[seat] === postId).map((seat) => [seat, null]))
  return matter.orderingPostId === postId ? { ...left, originUnitId: unitId } : left
}

/** What was answered, with what the records it points to say; an old ledger's stands as it is. */
function told(
  procedure: Procedure,
  step: Step,
  matter: Matter,
  { form: values, files }: Extract<Command, { type: 'TakeStep' }>,
  actor: Actor,
  { named, versions, earlier, rulebook }: DecideContext,
): Pick<Extract<Command, { type: 'TakeStep' }>, 'form' | 'files'> {
  const form = step.form ? procedure.forms[step.form] : undefined
  if (!form || answererOf(actor) !== 'person') return { ...present({ form: values, files }) }
  const naming = { named, actor, directory: rulebook.directory, record: matter }
  const found = withRecordAnswers({
    form,
    values: values ?? {},
    recorded: matter.fields,
    openedAt: matter.openedAt,
    naming,
    versions,
    earlier,
  })
  refuseIssues(found.issues, { form: step.form, procedure: procedure.id, version: procedure.version })
  return { form: found.values, ...present({ files }) }
}

/** What was answered, with what the rule answers; an old ledger's stands as it is. */
function ruled(
  procedure: Procedure,
  step: Step,
  matter: Matter,
  given: ReturnType<typeof told>,
  actor: Actor,
  { now, rulebook }: DecideContext,
): ReturnType<typeof told> {
  const form = step.form ? procedure.forms[step.form] : undefined
  if (!form || answererOf(actor) !== 'person') return given
  const found = ruledAnswers(form, given.form ?? {}, {
    procedure,
    step,
    matter,
    actor,
    now,
    overrides: rulebook.overrides,
  })
  refuseIssues(found.issues, { form: step.form, procedure: procedure.id, version: procedure.version })
  return {
    ...given,
    ...present({ form: given.form || Object.keys(found.values).length > 0 ? found.values : undefined }),
  }
}

/** Answers that point to records name the version; by whom an old ledger or the first matter was written, they stand as they are. */
function pointing(
  procedure: Procedure,
  step: Step,
  matter: Matter,
  answered: FormValues,
  actor: Actor,
  { named, rulebook }: DecideContext,
): FormValues {
  const form = step.form ? procedure.forms[step.form] : undefined
  if (!form || answererOf(actor) !== 'person') return answered
  const naming = { named, actor, directory: rulebook.directory, record: matter }
  const { values, issues } = settleRecords(form, answered, matter.fields, rulebook.procedures, naming)
  if (issues.length > 0)
    throw new AnlanError('form-invalid', {
      issues,
      form: step.form,
      procedure: procedure.id,
      version: procedure.version,
    })
  return values
}

/**
 * Only facts that really change are recorded. Who ordered the matter is fixed when it is opened, or by an old ledger; only
 * that post itself steps out.
 */
function changedFacts(matter: Matter, facts: FactChanges, { imported, recuses }: Step): FactChanges {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, value]) =>
        (imported || recuses || name !== 'orderingPostId') && (matter[name as keyof Facts] ?? null) !== value,
    ),
  )
}
