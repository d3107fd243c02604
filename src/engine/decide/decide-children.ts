import { movePersonal } from '../../domain/free-text/move-personal.ts'
import type { Actor } from '../../domain/matter/actor.ts'
import type { ChildRequest } from '../../domain/matter/event.ts'
import type { Matter } from '../../domain/matter/matter.ts'
import { asWord } from '../../domain/procedure/answer-word.ts'
import {
  answerTo,
  type FieldValue,
  type Form,
  type FormValues,
  isSealed,
  settingOf,
} from '../../domain/procedure/form.ts'
import { type CheckContext, checkForm } from '../../domain/procedure/form-check.ts'
import type { Demand } from '../../domain/procedure/hands/demand.ts'
import type { Procedure, Spawn, Step } from '../../domain/procedure/procedure.ts'
import type { Rulebook } from '../../domain/procedure/rulebook.ts'
import { dayOf } from '../../domain/time/time.ts'
import { AnlanError, type Issue } from '../../domain/wording/errors.ts'
import { refuseUnfairUnit } from './decide-facts.ts'
import { procedureInEffect, refuseBeforeEffect } from './decide-opening.ts'

/** The matter and the step that open others, with the step's answers. */
export type Parent = {
  readonly actor: Actor
  readonly procedure: Procedure
  readonly step: Step
  readonly matter: Matter
  readonly form: FormValues
  readonly rulebook: Rulebook
  readonly asked: CheckContext
  /** The matters that the step drew, one for each row of the question that draws. */
  readonly drawn?: readonly Matter[] | undefined
}

/** The matters one `opens` line asks for, each checked against the child's own opening form, so that nothing fails later. */
export function children(spawn: Spawn, parent: Parent): ChildRequest[] {
  const { form, matter, rulebook, asked } = parent
  if (spawn.when && !spawn.when.is.includes(asWord(form[spawn.when.field]))) return []
  const kind =
    typeof spawn.procedure === 'string' ? spawn.procedure : spawn.procedure.procedures[String(form[spawn.procedure.by])]
  if (!kind) return []
  const procedure = procedureInEffect(rulebook.procedures, kind, dayOf(asked.now))
  refuseBeforeEffect(procedure, asked)
  const opening = procedure.forms[procedure.opening.form]
  if (!opening) throw new Error(`${kind} has no opening form`)
  const all = spawn.each ? ((form[spawn.each] ?? []) as readonly FormValues[]) : [undefined]
  return all.flatMap((row, index) => {
    if (spawn.whenRow && !spawn.whenRow.is.includes(asWord(row?.[spawn.whenRow.field]))) return []
    const carried = Object.fromEntries(
      Object.entries(spawn.carry).flatMap(([to, from]) => {
        const value = carriedValue(from, form, matter, row)
        return value === undefined || value === null || value === '' || isSealed(value) ? [] : [[to, value]]
      }),
    )
    const unitId = childUnit(spawn, opening, carried, matter, rulebook)
    const fitting = Object.fromEntries(Object.entries(carried).filter(([name]) => name in opening.fields))
    const { directory, now, answeredBy = 'person' } = asked
    // Texts older than the rule against them may still carry a number; the matter they are carried to must not.
    const clean = movePersonal(opening, fitting).answers
    const about = aboutOf(spawn, unitId, matter, rulebook)
    const barred = spawn.bars ? barredBy(spawn, parent, row) : {}
    // Of what was drawn the form says who had it: named, not seated.
    const seated = isDrawn(spawn, parent) ? {} : barred
    const { values, issues } = checkForm(opening, clean, { directory, now, unitId, answeredBy, ...about, ...seated })
    if (issues.length > 0) throw refusal(issues, spawn, index, parent, procedure)
    return {
      procedure: kind,
      link: spawn.link,
      form: values,
      unitId,
      ...about,
      ...orderingOf(parent.actor),
      ...(spawn.carriesOn ? { since: matter.openedAt } : {}),
      ...barred,
      ...(spawn.begins ? { begins: spawn.begins } : {}),
      ...(matter.exercise && !spawn.inEarnest ? { exercise: true } : {}),
    }
  })
}

/** Who takes no part in the other: those involved in this one; where matters were drawn, those involved in the drawn one, its handler with them. */
function barredBy(spawn: Spawn, parent: Parent, row: FormValues | undefined): Pick<ChildRequest, 'barred'> {
  const { matter, actor, drawn, rulebook } = parent
  if (!isDrawn(spawn, parent)) return { barred: involved(matter, actor) }
  const won = drawn?.find(({ reference }) => Object.values(row ?? {}).includes(reference))
  if (!won) return {}
  const { handledBy, verifiedBy, ownerPostId } = won
  const owner = rulebook.directory.posts[ownerPostId ?? '']?.holder?.personId
  const all = [...handledBy, ...(verifiedBy ? [verifiedBy] : []), ...(owner ? [owner] : [])]
  return all.length > 0 ? { barred: [...new Set(all)] } : {}
}

function isDrawn({ each }: Spawn, { procedure, step }: Parent): boolean {
  const question = each && step.form ? procedure.forms[step.form]?.fields[each] : undefined
  return question?.kind === 'items' && question.draws !== undefined
}

/** Who handled, verified or decided the matter, the step's taker included. */
const involved = ({ handledBy, verifiedBy }: Matter, { personId }: Actor): string[] => [
  ...new Set([...handledBy, ...(verifiedBy ? [verifiedBy] : []), personId]),
]

/** Whoever takes the step gives the other matter: their unit, and a leader in person. The system orders nothing. */
const orderingOf = ({ personId, unitId, postId, roles }: Actor): Pick<ChildRequest, 'ordering' | 'sentBy'> =>
  unitId && !roles.includes('system')
    ? {
        ordering: { unitId, ...(roles.includes('leader') ? { postId } : {}) },
        sentBy: { personId, postId, unitId },
      }
    : {}

/** What is wrong, told of the questions that were answered here; of the other form only what no question here fills. */
function refusal(
  issues: readonly Issue[],
  spawn: Spawn,
  row: number,
  { step, procedure }: Parent,
  child: Procedure,
): AnlanError {
  const fields = (step.form && procedure.forms[step.form]?.fields) || {}
  const here = issues.map((issue) => {
    const from = spawn.carry[issue.field.split('.')[0] ?? '']
    if (from?.startsWith('row.') && spawn.each) return { ...issue, field: `${spawn.each}.${row}.${from.slice(4)}` }
    return from && Object.hasOwn(fields, from) ? { ...issue, field: from } : undefined
  })
  const named = here.filter((issue) => issue !== undefined)
  const isAllHere = named.length === issues.length
  const asking = isAllHere
    ? { definition: procedure, form: step.form }
    : { definition: child, form: child.opening.form }
  return new AnlanError('form-invalid', {
    issues: isAllHere ? named : issues,
    form: asking.form,
    procedure: asking.definition.id,
    version: asking.definition.version,
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

function childUnit(
  spawn: Spawn,
  { fields }: Form,
  carried: FormValues,
  matter: Matter,
  { directory }: Rulebook,
): string {
  if (!spawn.toParentUnit) {
    const unit = carried[settingOf(fields, 'unit') ?? '']
    return typeof unit === 'string' && directory.units[unit] ? unit : matter.unitId
  }
  const parent = directory.units[matter.unitId]?.parentId
  if (!parent) throw new AnlanError('guard-refused', { guard: 'hasUnitAbove' satisfies Demand })
  return parent
}
