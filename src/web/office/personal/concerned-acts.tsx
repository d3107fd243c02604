import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { ConcernedView } from '../../../domain/views/personal-views.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { definitionQuery } from '../../client/queries.ts'
import { usePersonalWords } from '../../words/personal/use-personal-words.ts'
import { useWords } from '../../words/words.tsx'
import { compareField, correctField, makeCopy } from './personal-api.ts'

type ActProps = { readonly request: string; readonly concerned: ConcernedView }

/** The titles of the personal answers there, by the definition of that kind. */
function useTitles({ procedure: kind, fields }: ConcernedView): readonly { name: string; title: string }[] {
  const { say } = useWords()
  const { rulebook } = useOffice()
  useQuery(definitionQuery(kind))
  const forms = Object.values(procedureOf(rulebook, kind)?.forms ?? {})
  return fields.map((name) => {
    const field = forms.map((form) => form.fields[name]).find(Boolean)
    return { name, title: field ? say(field.title) : name }
  })
}

/** Says what came of an act, or why it was refused. */
function useSaid(): readonly [string, (act: () => Promise<string>) => Promise<void>] {
  const { words, locale } = useWords()
  const [said, setSaid] = useState('')
  const run = async (act: () => Promise<string>) => {
    try {
      setSaid(await act())
    } catch (error) {
      setSaid(problemText(error, words, locale).text)
    }
  }
  return [said, run]
}

/** Compares what the person says with what is kept: yes or no, and nothing is shown. */
export function CompareAct({ request, concerned }: ActProps) {
  const words = usePersonalWords()
  const [said, run] = useSaid()
  return (
    <OneValue
      concerned={concerned}
      legend={words.compare}
      label={words.said}
      hint={words.compareHint}
      verb={words.compare}
      said={said}
      send={(field, value) =>
        run(async () => {
          const { same } = await compareField(concerned.id, { request, field, value })
          return same ? words.same : words.different
        })
      }
    />
  )
}

/** Puts one answer right. */
export function CorrectAct({ request, concerned }: ActProps) {
  const words = usePersonalWords()
  const client = useQueryClient()
  const [said, run] = useSaid()
  return (
    <OneValue
      concerned={concerned}
      legend={words.correct}
      label={words.newValue}
      hint={words.correctHint}
      verb={words.put}
      said={said}
      send={(field, value) =>
        run(async () => {
          await correctField(concerned.id, { request, field, value })
          await client.invalidateQueries({ queryKey: ['matter'] })
          return words.corrected
        })
      }
    />
  )
}

type OneValueProps = {
  readonly concerned: ConcernedView
  readonly legend: string
  readonly label: string
  readonly hint: string
  readonly verb: string
  readonly said: string
  readonly send: (field: string, value: string) => Promise<void>
}

function OneValue({ concerned, legend, label, hint, verb, said, send }: OneValueProps) {
  const words = usePersonalWords()
  const titles = useTitles(concerned)
  const [field, setField] = useState(concerned.fields[0] ?? '')
  const [value, setValue] = useState('')
  return (
    <ActForm legend={legend} hint={hint} verb={verb} said={said} send={() => send(field, value)}>
      <label>
        {words.which}
        <select className="input" value={field} onChange={({ target }) => setField(target.value)}>
          {titles.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {label}
        <input
          className="input"
          required
          maxLength={200}
          autoComplete="off"
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </label>
    </ActForm>
  )
}

/** Makes the copy: what is ticked is the person's own. */
export function CopyAct({ request, concerned }: ActProps) {
  const words = usePersonalWords()
  const titles = useTitles(concerned)
  const [said, run] = useSaid()
  const [own, setOwn] = useState<readonly string[]>([])
  const save = () =>
    run(async () => {
      const page = URL.createObjectURL(await makeCopy(concerned.id, { request, fields: [...own] }))
      const link = document.createElement('a')
      link.href = page
      link.download = `${concerned.reference}.html`
      link.click()
      URL.revokeObjectURL(page)
      return words.made
    })
  return (
    <ActForm legend={words.copy} hint={words.copyHint} verb={words.make} said={said} send={save}>
      {titles.map(({ name, title }) => (
        <label key={name} className="concerned-tick">
          <input
            type="checkbox"
            checked={own.includes(name)}
            onChange={({ target }) => setOwn(target.checked ? [...own, name] : own.filter((each) => each !== name))}
          />
          {title}
        </label>
      ))}
    </ActForm>
  )
}

type ActFormProps = {
  readonly legend: string
  readonly hint: string
  readonly verb: string
  readonly said: string
  readonly send: () => Promise<void>
  readonly children: ReactNode
}

function ActForm({ legend, hint, verb, said, send, children }: ActFormProps) {
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="concerned-act" aria-labelledby={id} onSubmit={submit}>
      <b id={id}>{legend}</b>
      {children}
      <p className="hint">{hint}</p>
      <div>
        <button type="submit" className="button">
          {verb}
        </button>{' '}
        <span role="status">{said}</span>
      </div>
    </form>
  )
}
