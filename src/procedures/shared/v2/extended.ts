import type { Condition } from '../../../domain/procedure/condition.ts'
import type { Fields } from '../../../domain/procedure/form.ts'
import type { Procedure, Step } from '../../../domain/procedure/procedure.ts'

/** What steps of a version ask beyond the version before: one more guard, or one more question in their forms. */

/** These steps, each with one more guard. */
export const guarded = (procedure: Procedure, steps: readonly string[], guard: Condition): Procedure['steps'] =>
  Object.fromEntries(
    steps.map((id) => {
      const step = stepOf(procedure, id)
      return [id, { ...step, guards: [...(step.guards ?? []), guard] }]
    }),
  )

/** The forms of these steps, each with more questions at its end. */
export const asking = (procedure: Procedure, steps: readonly string[], fields: Fields): Procedure['forms'] =>
  Object.fromEntries(
    [...new Set(steps.map((id) => stepOf(procedure, id).form ?? ''))].map((id) => {
      const form = procedure.forms[id]
      if (!form) throw new Error(`${procedure.id} has no form ${id}`)
      return [id, { ...form, fields: { ...form.fields, ...fields } }]
    }),
  )

function stepOf(procedure: Procedure, id: string): Step {
  const step = procedure.steps[id]
  if (!step) throw new Error(`${procedure.id} has no step ${id}`)
  return step
}
