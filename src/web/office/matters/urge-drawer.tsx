import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Form } from '../../../domain/procedure/form.ts'
import type { MatterRow } from '../../../domain/views/views.ts'
import { urgeAll } from '../../client/api.ts'
import { newKey } from '../../client/new-key.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { FormView } from '../../parts/form/form-view.tsx'
import { useForm } from '../../parts/form/use-form.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { useWords } from '../../words/words.tsx'
import { issuesOf } from '../step/use-send.ts'

/** One urging for several matters; each that refuses says why. */
export function UrgeDrawer({ rows, close, done }: { rows: readonly MatterRow[]; close: () => void; done: () => void }) {
  const { words, locale } = useWords()
  const { rulebook, session } = useOffice()
  const client = useQueryClient()
  const [problem, setProblem] = useState('')
  const [key] = useState(() => newKey())
  // Urging has one form in every kind: that of the first will do.
  const procedure = procedureOf(rulebook, rows[0]?.procedure ?? '')
  const form = withoutRuled(procedure?.forms[procedure.steps['urge']?.form ?? ''])
  const state = useForm(form, `${session.person.id}:urge`, {})
  if (!form) return null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const values = state.check()
    if (!values) return
    try {
      const { done: urged, refused } = await urgeAll(
        rows.map(({ id, version }) => ({ id, seenVersion: version })),
        values,
        key,
      )
      state.drop()
      close()
      done()
      const reasons = [...new Set(refused.map(({ title }) => title))].join(words.semicolon)
      notify(
        words.matters.urged(urged.length),
        refused.length > 0 ? `${words.matters.notUrged(refused.length)}${words.colon}${reasons}` : undefined,
      )
      await client.invalidateQueries({ queryKey: ['matters'] })
    } catch (error) {
      const issues = issuesOf(error)
      if (issues) state.show(issues)
      else setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <Drawer
      title={words.matters.bulkUrge}
      under={words.matters.selected(rows.length)}
      close={close}
      width={480}
      foot={
        <button type="submit" form="urge-form" className="button is-primary">
          {words.matters.urge}
        </button>
      }
    >
      <form id="urge-form" className="step-form" noValidate onSubmit={(event) => void submit(event)}>
        {problem && <p className="error-line">{problem}</p>}
        <p className="hint">{words.matters.urgeByRule}</p>
        <FormView form={form} state={state} />
      </form>
    </Drawer>
  )
}

/** What a rule answers is worked out for each matter by itself; what is asked only then is asked of all. */
function withoutRuled(form: Form | undefined): Form | undefined {
  if (!form) return undefined
  const ruled = Object.keys(form.fields).filter((name) => isRuled(form.fields[name]))
  const fields = Object.entries(form.fields).flatMap(([name, field]) => {
    if (ruled.includes(name)) return []
    const { when, required, ...asked } = field
    return [[name, when && ruled.includes(when.field) ? asked : field] as const]
  })
  return { ...form, fields: Object.fromEntries(fields) as Form['fields'] }
}

const isRuled = (field: Form['fields'][string] | undefined) => field?.kind === 'choice' && field.ruled !== undefined
