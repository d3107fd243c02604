import { columnsOf, type Field, type Form } from '../../domain/procedure/form.ts'
import { type Procedure, type Step, targetsOf } from '../../domain/procedure/procedure.ts'

/** Questions that several checks ask of a definition. Nothing here judges. */

export const stepsOf = (procedure: Procedure) => Object.entries(procedure.steps)

export const isDone = (procedure: Procedure, state: string) => own(procedure.states, state)?.group === 'done'

export const openStates = (procedure: Procedure) =>
  Object.keys(procedure.states).filter((state) => !isDone(procedure, state))

export const startStates = (procedure: Procedure, step: Step) =>
  step.from === 'open' ? openStates(procedure) : step.from

/** What stands under a name in a definition itself; what every object inherits is not there. */
export const own = <T>(all: Readonly<Record<string, T>> | undefined, name: string | undefined): T | undefined =>
  all && name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined

export const formOf = (procedure: Procedure, step: Step): Form | undefined => own(procedure.forms, step.form)

export const openingForm = (procedure: Procedure): Form | undefined => own(procedure.forms, procedure.opening.form)

/** Forms that a matter can ever meet: a form nobody uses answers nothing. */
export const usedForms = (procedure: Procedure): ReadonlySet<string> =>
  new Set([procedure.opening.form, ...stepsOf(procedure).flatMap(([, step]) => (step.form ? [step.form] : []))])

/** States that can be reached from `start`, taking only the steps that `may` lets through. */
export function reachable(
  procedure: Procedure,
  start: string,
  may: (step: Step, id: string) => boolean = () => true,
): ReadonlySet<string> {
  const found = new Set([start])
  for (const state of found) {
    for (const [id, step] of stepsOf(procedure)) {
      if (!startStates(procedure, step).includes(state) || !may(step, id)) continue
      for (const target of targetsOf(step)) found.add(target)
    }
  }
  return found
}

/** Every question of the definition with its path, those of rows included. */
export function fieldsOf(procedure: Procedure): { path: string; name: string; field: Field; form: string }[] {
  return Object.entries(procedure.forms).flatMap(([form, { fields }]) =>
    Object.entries(fields).flatMap(([name, field]) => {
      const path = `forms.${form}.fields.${name}`
      const rows = Object.entries(columnsOf(field)).map(([column, inner]) => ({
        path: `${path}.fields.${column}`,
        name: column,
        field: inner,
        form,
      }))
      return [{ path, name, field, form }, ...rows]
    }),
  )
}

/** Fields of this name on forms that are used, the opening form first. */
export const fieldsNamed = (procedure: Procedure, name: string): Field[] => {
  const used = usedForms(procedure)
  const forms = [
    procedure.opening.form,
    ...Object.keys(procedure.forms).filter((form) => form !== procedure.opening.form),
  ]
  return forms.flatMap((form) => {
    const field = used.has(form) ? own(own(procedure.forms, form)?.fields, name) : undefined
    return field ? [field] : []
  })
}

/** Whether an answer is certainly there before `step` is taken: no way leads to it past a form that requires it. */
export function isAnsweredBefore(procedure: Procedure, step: Step, name: string): boolean {
  if (isCertain(own(openingForm(procedure)?.fields, name))) return true
  const without = reachable(
    procedure,
    procedure.opening.state,
    (other) => !isCertain(own(formOf(procedure, other)?.fields, name)),
  )
  return !startStates(procedure, step).some((state) => without.has(state))
}

/** Whether a form that is filled in certainly answers this question. */
export const isCertain = (field: Field | undefined) => field?.required === true && field.when === undefined

/** The answers that a condition may name. Undefined when the kind of question has no fixed answers. */
export function answersOf(field: Field): readonly string[] | undefined {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return Object.keys(field.options)
    case 'level':
      return Object.keys(field.options ?? { major: 1, serious: 1, general: 1, low: 1 })
    case 'yesNo':
      return ['yes', 'no']
    default:
      return undefined
  }
}
