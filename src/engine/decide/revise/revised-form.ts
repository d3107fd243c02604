import type { RevisionRequest } from '../../../domain/matter/event.ts'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { FieldValue, FormValues } from '../../../domain/procedure/form.ts'
import { knownAnswers } from '../../../domain/procedure/known-answers.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { changedRows } from '../../../domain/procedure/records/changed-rows.ts'

/** What a record's step for a change is answered with: all that it says now, the rows as they are changed, and what is said of the change. */
export function revisedForm(
  procedure: Procedure,
  record: Matter,
  stepId: string,
  { rows: { of, key, act, changes } }: Pick<RevisionRequest, 'rows'>,
  said: FormValues,
): FormValues {
  const step = Object.hasOwn(procedure.steps, stepId) ? procedure.steps[stepId] : undefined
  const form = step?.form ? procedure.forms[step.form] : undefined
  if (!form) return said
  const standing: Record<string, FieldValue> = { ...knownAnswers(form, record) }
  for (const [name, field] of Object.entries(form.fields)) {
    const value = record.fields[name]
    // What said why the last version came about is not said of this one.
    const isOfTheChange = field.known === false || Object.hasOwn(said, name)
    const isWorkedOut = field.kind === 'number' && field.computed !== undefined
    if (isOfTheChange || isWorkedOut) delete standing[name]
    else if (value !== undefined && value !== null && field.kind !== 'files') standing[name] = value
  }
  const before = record.fields[of]
  const rowsThere = Array.isArray(before) ? (before as readonly FormValues[]) : []
  return { ...standing, [of]: changedRows({ key, act }, rowsThere, changes), ...said }
}
