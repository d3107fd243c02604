import { useState } from 'react'
import { movePersonal } from '../../../domain/free-text/move-personal.ts'
import type { Form, FormValues } from '../../../domain/procedure/form.ts'
import { type CheckContext, checkForm, isAsked } from '../../../domain/procedure/form-check.ts'
import type { Issue } from '../../../domain/wording/errors.ts'
import { useOffice } from '../../client/office.tsx'
import { type Answers, dropDraft, isEmpty, readDraft, writeDraft } from './draft.ts'

/** The state of one form while somebody fills it in. */
export type FormState = {
  readonly answers: Answers
  readonly issues: readonly Issue[]
  /** True while answers of an earlier visit are shown. */
  readonly restored: boolean
  /** What the answers are checked against now. */
  readonly context: CheckContext
  readonly set: (name: string, value: unknown) => void
  /** Checks by the same rules as the server; shows what is wrong and gives undefined, or the values to send. */
  readonly check: () => FormValues | undefined
  /** Takes numbers and names out of the texts that many read: into the sealed fields where there are some, else masked. */
  readonly movePersonal: () => void
  readonly show: (issues: readonly Issue[]) => void
  readonly drop: () => void
}

/** What a form knows of the matter it is filled in for. */
type About = Pick<CheckContext, 'openedAt' | 'unitId' | 'earlier'>

/** Keeps answers, complaints and the draft of a form. `start` are answers that are known before anybody types. */
export function useForm(form: Form | undefined, draftKey: string, start: Answers, about: About = {}): FormState {
  const { directory, now } = useOffice()
  const [opened] = useState(() => readDraft(draftKey))
  const [answers, setAnswers] = useState<Answers>(() => ({ ...start, ...opened }))
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const [restored, setRestored] = useState(opened !== undefined)
  const context = { ...about, directory, now: now() }
  return {
    answers,
    issues,
    restored,
    context,
    set: (name, value) => {
      const next = { ...answers, [name]: value }
      setAnswers(next)
      setIssues(issues.filter(({ field }) => field !== name && !field.startsWith(`${name}.`)))
      if (form) writeDraft(draftKey, form, next)
    },
    check: () => {
      if (!form) return {}
      const checked = checkForm(form, asked(form, answers), context)
      setIssues(checked.issues)
      return checked.issues.length === 0 ? checked.values : undefined
    },
    movePersonal: () => {
      if (!form) return
      const next = movePersonal(form, answers).answers as Answers
      setAnswers(next)
      setIssues(issues.filter(({ rule }) => rule !== 'personal-data'))
      writeDraft(draftKey, form, next)
    },
    show: setIssues,
    drop: () => {
      dropDraft(draftKey)
      setAnswers(start)
      setRestored(false)
      setIssues([])
    },
  }
}

/** The answers to what is asked: no empty ones, none of questions that the other answers make pointless. */
export const asked = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(form.fields).flatMap(([name, field]) =>
      isEmpty(answers[name]) || !isAsked(field, answers) ? [] : [[name, answers[name]]],
    ),
  )
