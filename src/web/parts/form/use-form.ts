import { useState } from 'react'
import { movePersonal } from '../../../domain/free-text/move-personal.ts'
import type { Form, FormValues } from '../../../domain/procedure/form.ts'
import { type CheckContext, checkForm, isAsked } from '../../../domain/procedure/form-check.ts'
import type { Issue } from '../../../domain/wording/errors.ts'
import { useOffice } from '../../client/office.tsx'
import { type Answers, changesFrom, dropDraft, isEmpty, isSame, readDraft, writeDraft } from './draft.ts'

/** The state of one form while somebody fills it in. */
export type FormState = {
  readonly answers: Answers
  readonly issues: readonly Issue[]
  /** True while answers of an earlier visit are shown. */
  readonly restored: boolean
  /** What the answers are checked against now. */
  readonly context: CheckContext
  readonly set: (name: string, value: unknown) => void
  /** Several answers at once. */
  readonly setAll: (values: Answers) => void
  /** Whether the answer stands there because it is on record, and nobody changed it. */
  readonly isKnown: (name: string) => boolean
  /** Checks by the same rules as the server; shows what is wrong and gives undefined, or the values to send. */
  readonly check: () => FormValues | undefined
  /** Takes numbers and names out of the texts that many read: into the sealed fields where there are some, else masked. */
  readonly movePersonal: () => void
  readonly show: (issues: readonly Issue[]) => void
  readonly drop: () => void
}

/** What a form knows of the matter it is filled in for. `known`: what stands on record already, to be confirmed or changed. */
type About = Pick<CheckContext, 'openedAt' | 'unitId' | 'earlier' | 'holders' | 'barred' | 'aboutUnitId'> & {
  readonly known?: FormValues
  /** What a rule answers beside what was typed; never part of a draft. */
  readonly ruled?: (answers: Answers) => Answers
}

/**
 * Keeps answers, complaints and the draft of a form. `start` are answers that are given before anybody types. Only what
 * somebody changed is a draft: what is known follows the matter until it is touched.
 */
export function useForm(
  form: Form | undefined,
  draftKey: string,
  start: Answers,
  { known: recorded = {}, ruled = () => ({}), ...about }: About = {},
): FormState {
  const { directory, now } = useOffice()
  const [opened] = useState(() => readDraft(draftKey))
  const [changed, setChanged] = useState<Answers>(opened ?? {})
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const [restored, setRestored] = useState(opened !== undefined)
  const context = { ...about, directory, now: now() }
  const known = form ? acceptable(form, recorded, context) : {}
  const before = { ...known, ...start }
  const typed = { ...before, ...changed }
  const answers = { ...typed, ...ruled(typed) }
  const put = (next: Answers) => {
    const kept = changesFrom(before, next)
    setChanged(kept)
    if (form) writeDraft(draftKey, form, kept)
  }
  return {
    answers,
    issues,
    restored,
    context,
    isKnown: (name) => known[name] !== undefined && isSame(known[name], answers[name]),
    set: (name, value) => {
      put({ ...typed, [name]: value })
      setIssues(issues.filter(({ field }) => field !== name && !field.startsWith(`${name}.`)))
    },
    check: () => {
      if (!form) return {}
      const checked = checkForm(form, { ...emptied(form, answers, known), ...asked(form, answers) }, context)
      setIssues(checked.issues)
      return checked.issues.length === 0 ? checked.values : undefined
    },
    setAll: (values) => put({ ...typed, ...values }),
    movePersonal: () => {
      if (!form) return
      put(movePersonal(form, answers).answers as Answers)
      setIssues(issues.filter(({ rule }) => rule !== 'personal-data'))
    },
    show: setIssues,
    drop: () => {
      dropDraft(draftKey)
      setChanged({})
      setRestored(false)
      setIssues([])
    },
  }
}

/** What is on record and would be taken again today: a post that was closed since, or a day that has passed, is asked anew. */
function acceptable(form: Form, recorded: FormValues, context: CheckContext): FormValues {
  const refused = checkForm(form, recorded, context)
    .issues.filter(({ rule }) => rule !== 'required')
    .map(({ field }) => field.split('.')[0])
  return Object.fromEntries(Object.entries(recorded).filter(([name]) => !refused.includes(name)))
}

/** `null` for what was on record and was emptied: left out, the answer of before would go on to count. */
const emptied = (form: Form, answers: Answers, known: FormValues): Record<string, null> =>
  Object.fromEntries(
    Object.entries(form.fields).flatMap(([name, field]) =>
      known[name] !== undefined && isEmpty(answers[name]) && isAsked(field, answers) ? [[name, null]] : [],
    ),
  )

/** The answers to what is asked: no empty ones, none of questions that the other answers make pointless. */
export const asked = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(form.fields).flatMap(([name, field]) =>
      isEmpty(answers[name]) || !isAsked(field, answers) ? [] : [[name, answers[name]]],
    ),
  )
