import { useEffect } from 'react'
import type { Form } from '../../../../domain/procedure/form.ts'
import { isEmpty } from '../draft.ts'
import type { FormState } from '../use-form.ts'
import { useRecord } from './use-record.ts'

/** Questions that take their answer from the record another question names. */
export const takenQuestions = (form: Form): readonly string[] => [
  ...new Set(Object.values(form.fields).flatMap(({ takenFrom }) => (takenFrom ? [takenFrom.record] : []))),
]

/** Fills in what a record says once it is chosen, where nothing was answered yet. Shows nothing. */
export function TakenAnswers({ form, state, question }: { form: Form; state: FormState; question: string }) {
  const named = state.answers[question]
  const record = useRecord(named)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed afterwards stays, so only another record fills in
  useEffect(() => {
    if (!record) return
    const taken = Object.entries(form.fields).flatMap(([name, { takenFrom }]) => {
      const value = takenFrom?.record === question ? record[takenFrom.field] : undefined
      return isEmpty(value) || !isEmpty(state.answers[name]) ? [] : [[name, value] as const]
    })
    if (taken.length > 0) state.setAll(Object.fromEntries(taken))
  }, [named, record === undefined])
  return null
}
