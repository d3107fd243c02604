import { asWord } from '../../domain/procedure/answer-word.ts'
import type { FieldOf, Form, FormValues, Ruled } from '../../domain/procedure/form.ts'
import { isAsked } from '../../domain/procedure/form-check.ts'
import type { Issue } from '../../domain/wording/errors.ts'
import { type Case, certainlyHolds } from './conditions.ts'

/**
 * The rule by which a question is answered as the matter stands: the first whose condition holds. Another answer of the same form
 * may be a condition; what it asks of itself is asked of the record (`recorded`).
 */
export const ruleFor = (
  field: FieldOf<'choice'>,
  answers: FormValues,
  given: Omit<Case, 'pending'>,
): Ruled | undefined =>
  field.ruled?.find((each) => !each.if || certainlyHolds(each.if, { ...given, pending: { form: answers, files: [] } }))

/** The answers of a form with those that a rule gives. Another answer is refused, not put right: whoever sent it meant something. */
export function ruledAnswers(
  form: Form,
  values: FormValues,
  given: Omit<Case, 'pending'>,
): { readonly values: FormValues; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const all: Record<string, FormValues[string]> = { ...values }
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.kind !== 'choice' || !field.ruled || !isAsked(field, all)) continue
    const rule = ruleFor(field, all, given)
    const answer = all[name]
    if (answer !== undefined && answer !== null && answer !== '' && asWord(answer) !== rule?.is)
      issues.push({ field: name, rule: 'not-by-rule' })
    else if (rule) all[name] = rule.is
  }
  return { values: all, issues }
}
