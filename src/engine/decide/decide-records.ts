import type { Form, FormValues } from '../../domain/procedure/form.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import { recordReference } from '../../domain/procedure/records/record-reference.ts'
import type { Issue } from '../../domain/wording/errors.ts'
import { findNamed, type Naming } from './named-matters.ts'

/** Answers with the version of each record they point to, as it is now; and what points to nothing that is in force and in sight. */
export function settleRecords(
  form: Form,
  values: FormValues,
  recorded: FormValues,
  procedures: readonly Procedure[],
  naming: Naming,
): { readonly values: FormValues; readonly issues: readonly Issue[] } {
  const settled: Record<string, string> = {}
  const issues: Issue[] = []
  for (const [name, field] of Object.entries(form.fields)) {
    const value = values[name]
    // What stands there already keeps the version it has: a new one changes nothing for what points to the old.
    if (field.kind !== 'record' || typeof value !== 'string' || value === recorded[name]) continue
    const found = findNamed(recordReference(value).reference, naming)
    const inForce = procedures.find(({ id }) => id === field.of)?.record?.inForce ?? []
    // What an exercise drew up holds in the exercise and nowhere else.
    const isHere = !found?.exercise || naming.record.exercise === true
    if (found?.procedure === field.of && inForce.includes(found.state) && isHere)
      settled[name] = `${found.reference}@${found.version}`
    else issues.push({ field: name, rule: 'no-such-record', limit: value })
  }
  return { values: Object.keys(settled).length > 0 ? { ...values, ...settled } : values, issues }
}
