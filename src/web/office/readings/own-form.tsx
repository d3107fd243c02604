import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useReadingsWords } from '../../words/use-readings-words.ts'
import { useWords } from '../../words/words.tsx'
import { dropForm, exportAddress, formQuery, sendForm } from './readings-api.ts'

/** The unit's own form for this ledger: taken in it, sent, changed for another, or used no longer. */
export function OwnForm({ exportId, procedure }: { exportId: string; procedure: string }) {
  const { export: say } = useReadingsWords()
  const { words, locale } = useWords()
  const client = useQueryClient()
  const { data: form } = useQuery(formQuery(procedure))
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  if (!form) return null
  const act = async (change: Promise<unknown>) => {
    setBusy(true)
    setProblem('')
    try {
      await change
      await client.invalidateQueries({ queryKey: formQuery(procedure).queryKey })
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    } finally {
      setBusy(false)
    }
  }
  const send = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (file) void act(sendForm(procedure, file))
  }
  const [filled, left] = [true, false].map((is) =>
    form.columns
      .filter(({ isFilled }) => isFilled === is)
      .map(({ heading }) => heading.slice(heading.indexOf('/') + 1)),
  )
  const join = (headings: readonly string[] = []) => headings.join(locale === 'zh' ? '、' : ', ')
  return (
    <section className="own-form" aria-label={say.ownForm}>
      <h3>{say.ownForm}</h3>
      {form.name ? (
        <>
          <p>
            {form.name}
            <small>{say.formFilled(join(filled))}</small>
            {left && left.length > 0 && <small>{say.formLeft(join(left))}</small>}
          </p>
          <a className="button" href={exportAddress(exportId, 'form')} download>
            <Icon name="download" size={16} />
            {say.takeForm}
          </a>
        </>
      ) : (
        <p className="hint">{say.formHint}</p>
      )}
      <span className="readings-buttons">
        <button type="button" className="button is-small" disabled={busy} onClick={() => picker.current?.click()}>
          <Icon name="upload" size={16} />
          {form.name ? say.changeForm : say.sendForm}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".xlsx,.xlsm"
          className="hidden"
          aria-label={say.sendForm}
          tabIndex={-1}
          onChange={send}
        />
        {form.name && (
          <button
            type="button"
            className="button is-small"
            disabled={busy}
            onClick={() => void act(dropForm(procedure))}
          >
            {say.dropForm}
          </button>
        )}
      </span>
      {problem && (
        <p className="field-issue" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
