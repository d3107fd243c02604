import { movePersonal } from '../../domain/free-text/move-personal.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { Command } from '../../domain/matter/command.ts'
import type { ChildRequest, MatterEvent } from '../../domain/matter/event.ts'
import type { Link } from '../../domain/matter/link.ts'
import { type FactChanges, type Facts, type Matter, withFacts } from '../../domain/matter/matter.ts'
import { type FieldValue, type FormValues, isSealed } from '../../domain/procedure/form.ts'
import { asWord, checkForm } from '../../domain/procedure/form-check.ts'
import type { Condition, Procedure, Spawn, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf } from '../../domain/time/time.ts'
import { AnlanError } from '../../domain/wording/errors.ts'
import { clockChanges } from './decide-clocks.ts'
import type { DecideContext } from './decide-context.ts'
import { answerTo, factsFrom, filesIn, refuseUnfairUnit, withEmptied, withFiles } from './decide-facts.ts'
import { procedureInEffect } from './decide-opening.ts'
import { findNamed } from './named-matters.ts'
import { stepRefusal } from './open-steps.ts'

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
  const early = stepRefusal(procedure, matter, actor, command.step, rulebook)
  if (early || !step) throw early ?? new AnlanError('step-unknown', { step: command.step })
  const form = answers(procedure, step, matter, command, rulebook)
  const definition = (step.form && procedure.forms[step.form]) || { title: step.title, fields: {} }
  const files = filesIn(definition, form)
  const refusal = stepRefusal(procedure, matter, actor, command.step, rulebook, { form, files })
  if (refusal) throw refusal

  const to = step.to ?? matter.state
  const state = procedure.states[to]
  if (!state) throw new Error(`${procedure.id} has no state ${to}`)
  const facts = changedFacts(matter, factsFrom(definition, form))
  const changed = withFacts(matter, facts)
  refuseUnfairUnit(changed, rulebook.directory)
  return [
    {
      type: 'StepTaken',
      at: now,
      by: { personId: actor.personId, postId: actor.postId, unitId: actor.unitId },
      step: command.step,
      from: matter.state,
      to,
      group: state.group,
      ...(state.outcome ? { outcome: state.outcome } : {}),
      form,
      files,
      facts,
      clocks: clockChanges({
        procedure,
        matter,
        step,
        form,
        done: state.group === 'done',
        now,
        rulebook,
        actor,
        setDue: command.setDue,
      }),
      opens: (step.opens ?? []).flatMap((spawn) => children(spawn, form, changed, rulebook, dayOf(now))),
      links: linksOf(step, form, matter, actor, context),
      handles: step.handles ?? false,
      verifies: step.verifies ?? false,
    },
  ]
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
  const found = findNamed(reference, named, actor, rulebook.directory)
  if (!found || found.id === matter.id)
    throw new AnlanError('form-invalid', {
      issues: [{ field: step.linksTo.field, rule: 'not-an-option' }],
      form: step.form,
      procedure: matter.procedure,
      version: matter.procedureVersion,
    })
  return [{ type: step.linksTo.type, matterId: found.id, reference: found.reference }]
}

function answers(
  procedure: Procedure,
  step: Step,
  matter: Matter,
  command: Extract<Command, { type: 'TakeStep' }>,
  rulebook: Rulebook,
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
  const { values, issues } = checkForm(form, withFiles(form, given, command.files), rulebook.directory)
  if (issues.length > 0)
    throw new AnlanError('form-invalid', {
      issues,
      form: step.form,
      procedure: procedure.id,
      version: procedure.version,
    })
  return withEmptied(values, given, matter.fields)
}

/** Only facts that really change are recorded. */
function changedFacts(matter: Matter, facts: FactChanges): FactChanges {
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => (matter[name as keyof Facts] ?? null) !== value),
  )
}

/** The matters one `opens` line asks for, each checked against the child's own opening form, so that nothing fails later. */
function children(spawn: Spawn, form: FormValues, matter: Matter, rulebook: Rulebook, today: string): ChildRequest[] {
  if (spawn.when && !spawn.when.is.includes(asWord(form[spawn.when.field]))) return []
  const kind =
    typeof spawn.procedure === 'string' ? spawn.procedure : spawn.procedure.procedures[String(form[spawn.procedure.by])]
  if (!kind) return []
  const procedure = procedureInEffect(rulebook.procedures, kind, today)
  const opening = procedure.forms[procedure.opening.form]
  if (!opening) throw new Error(`${kind} has no opening form`)
  const rows = spawn.each ? ((form[spawn.each] ?? []) as readonly FormValues[]) : [undefined]
  return rows.map((row, index) => {
    const carried = Object.fromEntries(
      Object.entries(spawn.carry).flatMap(([to, from]) => {
        const value = carriedValue(from, form, matter, row)
        return value === undefined || value === null || value === '' || isSealed(value) ? [] : [[to, value]]
      }),
    )
    const fitting = Object.fromEntries(Object.entries(carried).filter(([name]) => name in opening.fields))
    // Texts older than this rule may still carry a number; the matter they are carried to must not.
    const clean = movePersonal(opening, fitting).answers
    const { values, issues } = checkForm(opening, clean, rulebook.directory)
    if (issues.length > 0)
      throw new AnlanError('form-invalid', {
        issues: issues.map((issue) => ({
          ...issue,
          field: spawn.each ? `${spawn.each}.${index}.${issue.field}` : issue.field,
        })),
        form: procedure.opening.form,
        procedure: procedure.id,
        version: procedure.version,
      })
    const unitId = childUnit(spawn, carried, matter, rulebook)
    return { procedure: kind, link: spawn.link, form: values, unitId, ...aboutOf(spawn, unitId, matter, rulebook) }
  })
}

/**
 * What carries on a complaint stays out of sight of the unit complained about, and cannot be given to it. Rows were written
 * for the unit they go to (what it must put right, what it should learn) and do not carry the complaint.
 */
function aboutOf(spawn: Spawn, unitId: string, { aboutUnitId }: Matter, { directory }: Rulebook) {
  if (!aboutUnitId || spawn.each) return {}
  refuseUnfairUnit({ unitId, aboutUnitId }, directory)
  return { aboutUnitId }
}

/** `row.x` is a column of the row; else an answer of this step, else an earlier answer, else a fact of the matter. */
function carriedValue(
  from: string,
  form: FormValues,
  matter: Matter,
  row: FormValues | undefined,
): FieldValue | undefined {
  if (from.startsWith('row.')) return row?.[from.slice(4)]
  const answer = answerTo(from, form, matter.fields)
  return answer === undefined ? (matter as unknown as FormValues)[from] : answer
}

function childUnit(spawn: Spawn, carried: FormValues, matter: Matter, { directory }: Rulebook): string {
  if (!spawn.toParentUnit)
    return typeof carried.unit === 'string' && directory.units[carried.unit] ? carried.unit : matter.unitId
  const parent = directory.units[matter.unitId]?.parentId
  if (!parent) throw new AnlanError('guard-refused', { guard: 'hasUnitAbove' satisfies Condition })
  return parent
}
