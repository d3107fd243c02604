import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import type { Form, FormValues } from '../../../domain/procedure/form.ts'
import { AnlanError, type Issue } from '../../../domain/wording/errors.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import type { Instead } from '../../parts/form/control.ts'
import type { Answers } from '../../parts/form/draft.ts'
import { FormView } from '../../parts/form/form-view.tsx'
import { useForm } from '../../parts/form/use-form.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { FIELD_NAMES, reasonOf, withReason } from './admin-forms.ts'

type Props = {
  readonly title: string
  readonly under?: ReactNode
  /** What is asked besides the reason; nothing when the reason is all. */
  readonly form?: Form
  /** Where the draft is kept; one for each thing that is changed. */
  readonly draft: string
  readonly start: Answers
  readonly action?: string
  readonly send: (values: FormValues, reason: string) => Promise<unknown>
  readonly close: () => void
  /** Inputs that stand in for the usual ones. */
  readonly instead?: Instead
}

/** One administrative form, with the reason that every act of administration asks for. What is typed stays until the server has it; its complaints stand at their fields. */
export function AdminDrawer({ title, under, form: asked, draft, start, action, send, close, instead }: Props) {
  const { words, locale } = useWords()
  const admin = useAdminWords()
  const form = useMemo(() => withReason(asked), [asked])
  const { session } = useOffice()
  const client = useQueryClient()
  const state = useForm(form, `${session.person.id}:admin:${draft}`, start)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const values = state.check()
    if (!values || busy) return
    setBusy(true)
    setProblem('')
    try {
      await send(values, reasonOf(values))
      state.drop()
      close()
      await Promise.all([
        client.invalidateQueries({ queryKey: ['admin'] }),
        client.invalidateQueries({ queryKey: ['directory'] }),
      ])
    } catch (error) {
      const issues = issuesOf(error, form)
      if (issues.length > 0) state.show(issues)
      else setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      title={title}
      {...(under ? { under } : {})}
      close={close}
      width={480}
      foot={
        <>
          <button type="submit" form="admin-form" className="button is-primary" aria-disabled={busy}>
            {action ?? admin.form.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <form id="admin-form" className="admin-form" noValidate onSubmit={(event) => void submit(event)}>
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
        <FormView form={form} state={state} {...(instead ? { instead } : {})} />
      </form>
    </Drawer>
  )
}

/** The server's complaints that belong to fields of this form. */
function issuesOf(error: unknown, form: Form): Issue[] {
  const issues = error instanceof AnlanError ? error.details['issues'] : undefined
  if (!Array.isArray(issues)) return []
  return (issues as Issue[])
    .map((issue) => ({ ...issue, field: FIELD_NAMES[issue.field] ?? issue.field }))
    .filter(({ field }) => Object.hasOwn(form.fields, field))
}
