import type { DeadlineRule, Length } from '../../domain/procedure/deadline.ts'
import { type FieldMeaning, type Form, meaningOf } from '../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../domain/procedure/procedure.ts'
import { rolesOf } from '../../domain/procedure/taker.ts'
import type { Role } from '../../domain/unit/role.ts'
import { clockActFaults } from './clock-acts.ts'
import { type Fault, fault, faultsAt } from './fault.ts'
import { fieldsOf, formOf, isAnsweredBefore, isCertain, openingForm, own, stepsOf } from './reading.ts'

const USES = ['starts', 'meets', 'cancels', 'holds', 'runsOn', 'pauses', 'resumes'] as const
const ONE = ['extends', 'asks'] as const

/** Deadlines that steps name, but that are not there. */
const clockNameFaults = (procedure: Procedure): Fault[] => {
  const missing = (id: string, path: string) =>
    own(procedure.deadlines, id) ? undefined : fault(path, `没有“${id}”这个期限`, `there is no deadline "${id}"`)
  return [
    ...faultsAt(procedure.opening.starts, 'opening.starts', missing),
    ...Object.entries(procedure.deadlines).flatMap(([id, rule]) =>
      faultsAt(rule.thenStarts, `deadlines.${id}.thenStarts`, missing),
    ),
    ...stepsOf(procedure).flatMap(([id, step]) => [
      ...USES.flatMap((use) => faultsAt(step[use], `steps.${id}.${use}`, missing)),
      ...ONE.flatMap((use) => {
        const named = step[use]
        return named === undefined ? [] : (missing(named, `steps.${id}.${use}`) ?? [])
      }),
    ]),
  ]
}

/** What steps do to clocks: each deadline starts and ends, its length is known, and it is paused and extended as its rule allows. */
export const clockFaults = (procedure: Procedure): Fault[] => [
  ...clockNameFaults(procedure),
  ...stepsOf(procedure).flatMap(([id, step]) => [
    ...pauseFaults(procedure, step, `steps.${id}`),
    ...extensionFaults(procedure, step, `steps.${id}`),
  ]),
  ...clockActFaults(procedure),
  // A misspelt name leaves the right one without its step.
  ...(clockNameFaults(procedure).length > 0
    ? []
    : Object.entries(procedure.deadlines).flatMap(([id, rule]) => lifeFaults(procedure, id, rule))),
]

/** Whether it begins when another ends. */
const follows = ({ deadlines }: Procedure, id: string) =>
  Object.values(deadlines).some(({ thenStarts }) => thenStarts?.includes(id))

/** Days that a condition counts by: a length that an office sets, and no clock. */
const isMeasure = (value: unknown, id: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (('limits' in value && 'left' in value && value.left === id) ||
    Object.values(value).some((each) => isMeasure(each, id)))

function lifeFaults(procedure: Procedure, id: string, { extension, pausable, onExpiry }: DeadlineRule): Fault[] {
  const steps = stepsOf(procedure).map(([, step]) => step)
  const { forms, signals } = procedure
  if (isMeasure([forms, signals, steps], id) && !procedure.opening.starts.includes(id)) return []
  const some = (use: (typeof USES)[number]) => steps.some((step) => step[use]?.includes(id))
  // Whoever may not extend at all is a fault of the step.
  const mayExtend = (role: Role) => extension?.some(({ by }) => rolesOf(by).includes(role))
  return [
    ...(procedure.opening.starts.includes(id) || some('starts') || follows(procedure, id)
      ? []
      : [fault(`deadlines.${id}`, '没有步骤让它开始', 'no step starts it')]),
    ...(some('meets') || some('cancels') || onExpiry
      ? []
      : [fault(`deadlines.${id}`, '没有步骤让它结束', 'no step meets or cancels it')]),
    ...(pausable && !(some('pauses') && some('resumes'))
      ? [
          fault(
            `deadlines.${id}.pausable`,
            '要有一步停、一步恢复',
            'needs a step that pauses it and one that resumes it',
          ),
        ]
      : []),
    ...faultsAt(extension, `deadlines.${id}.extension`, (rung, at) =>
      steps.some(
        (step) =>
          step.extends === id && rolesOf(step.by).some((role) => rolesOf(rung.by).includes(role) || !mayExtend(role)),
      )
        ? undefined
        : fault(at, '没有步骤批延期', 'no step grants this extension'),
    ),
  ]
}

/** Clocks that may start before their length is known. */
export const unknownLengthFaults = (procedure: Procedure): Fault[] =>
  Object.entries(procedure.deadlines).flatMap(([id, rule]) => lengthFaults(procedure, id, rule))

/** The answer that a length rests on. */
const answerFor = (length: Exclude<Length, number>): string =>
  'dayIn' in length
    ? length.dayIn
    : 'numberIn' in length
      ? length.numberIn
      : 'before' in length
        ? length.before
        : length.by

/** A clock that starts without knowing its length would refuse the step. */
function lengthFaults(procedure: Procedure, id: string, { length, when, per }: DeadlineRule): Fault[] {
  // The day it starts `from` may stay unanswered: it starts with the step then.
  const needed = typeof length === 'object' ? [answerFor(length)] : []
  const missing = (path: string, form: Form | undefined, step?: Step) =>
    needed.flatMap((name) => {
      const here = own(form?.fields, name)
      // Asked exactly when the clock starts, it is answered when it does.
      const isKnown = here
        ? isCertain(here) || (here.required === true && JSON.stringify(here.when) === JSON.stringify(when))
        : isInRows(procedure, per, name) || (step !== undefined && isAnsweredBefore(procedure, step, name))
      return isKnown
        ? []
        : [fault(path, `开始“${id}”时还不一定有“${name}”`, `starts "${id}" while "${name}" may not have been answered`)]
    })
  return [
    ...faultsAt(procedure.opening.starts, 'opening.starts', (each, at) =>
      each === id ? missing(at, openingForm(procedure)) : undefined,
    ),
    ...stepsOf(procedure).flatMap(([name, step]) =>
      faultsAt(step.starts, `steps.${name}.starts`, (each, at) =>
        each === id ? missing(at, formOf(procedure, step), step) : undefined,
      ),
    ),
  ]
}

/** A column that every row of a holder answers. */
const isInRows = (procedure: Procedure, per: string | undefined, name: string) => {
  const filling = fieldsOf(procedure).flatMap(({ field }) =>
    field.kind === 'items' && field.fills === per ? [field] : [],
  )
  return filling.length > 0 && filling.every(({ fields }) => isCertain(own(fields, name)))
}

/** The question of a form that means this to the clocks. */
const meaning = (form: Form | undefined, means: FieldMeaning) =>
  Object.values(form?.fields ?? {}).find((field) => meaningOf(field) === means)

/** Only clocks that know pauses are paused and resumed, and for a stated reason. */
function pauseFaults(procedure: Procedure, step: Step, path: string): Fault[] {
  const form = formOf(procedure, step)
  return [
    ...(['pauses', 'resumes'] as const).flatMap((use) =>
      faultsAt(step[use], `${path}.${use}`, (id, at) => {
        const rule = own(procedure.deadlines, id)
        return rule && !rule.pausable
          ? fault(at, `“${id}”不能停（没有 pausable）`, `"${id}" cannot be paused (it is not pausable)`)
          : undefined
      }),
    ),
    ...faultsAt(step.pauses, `${path}.pauses`, (id, at) => {
      const pausable = own(procedure.deadlines, id)?.pausable
      if (typeof pausable !== 'object') return undefined
      const kinds = meaning(form, 'pauseKind')
      const options = kinds?.kind === 'choice' && isCertain(kinds) ? Object.keys(kinds.options) : []
      return options.length > 0 && options.every((option) => own(pausable, option))
        ? undefined
        : fault(
            at,
            `要问是哪一种扣除（means: pauseKind，必填，只列“${id}”认的）`,
            `asks which exclusion it is (means: pauseKind, required, of those that "${id}" knows)`,
          )
    }),
    ...(step.pauses?.length && !isCertain(meaning(form, 'reason'))
      ? [
          fault(
            `${path}.form`,
            '停期限要问理由（means: reason，必填）',
            'a pause asks for a required reason (means: reason)',
          ),
        ]
      : []),
  ]
}

/** An extension is granted by those the rule names, for a stated time and reason. */
function extensionFaults(procedure: Procedure, step: Step, path: string): Fault[] {
  const rule = own(procedure.deadlines, step.extends)
  const form = formOf(procedure, step)
  if (!rule) return []
  if (!rule.extension)
    return [fault(`${path}.extends`, `“${step.extends}”不能延期`, `"${step.extends}" has no extension`)]
  const days = meaning(form, 'extendBy')
  return [
    ...faultsAt(rolesOf(step.by), `${path}.by`, (role, at) =>
      rule.extension?.some((rung) => rolesOf(rung.by).includes(role))
        ? undefined
        : fault(at, `“${step.extends}”不由${role}批延期`, `${role} may not extend "${step.extends}"`),
    ),
    ...(days?.kind === 'number' && isCertain(days)
      ? []
      : [
          fault(
            `${path}.form`,
            '批延期要问延多久（means: extendBy，必填）',
            'an extension asks for a required length (means: extendBy)',
          ),
        ]),
    ...(isCertain(meaning(form, 'reason'))
      ? []
      : [
          fault(
            `${path}.form`,
            '批延期要问理由（means: reason，必填）',
            'an extension asks for a required reason (means: reason)',
          ),
        ]),
  ]
}
