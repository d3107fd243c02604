import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { problemText } from '../../client/problem-text.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { typeAnswer } from './surveys-api.ts'

/** One paper after the other: the code, what was ticked. */
export function TypeIn({ view }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { words: common, say, locale } = useWords()
  const client = useQueryClient()
  const [codeField, remarkField] = [useId(), useId()]
  const [code, setCode] = useState('')
  const [remark, setRemark] = useState('')
  const [ticked, setTicked] = useState<Record<string, string[]>>({})
  const send = useMutation({
    mutationFn: () => typeAnswer(view.id, code, ticked, remark),
    onSuccess: () => {
      notify(words.taken)
      setCode('')
      setRemark('')
      setTicked({})
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['surveys', view.id] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  const tick = (question: string, option: string, isMany: boolean, on: boolean) => {
    const others = isMany ? (ticked[question] ?? []).filter((one) => one !== option) : []
    setTicked({ ...ticked, [question]: on ? [...others, option] : others })
  }
  return (
    <section className="card no-print" aria-label={words.typeIn}>
      <header className="card-head">
        <h2>{words.typeIn}</h2>
      </header>
      <form className="card-body survey-type-in" onSubmit={submit}>
        <p className="hint">{words.typeInText}</p>
        <div className="field">
          <label htmlFor={codeField}>{words.code}</label>
          <input
            id={codeField}
            className="input"
            autoComplete="off"
            maxLength={40}
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </div>
        {view.content.questions.map(({ id, type, text, options }, index) => (
          <fieldset key={id}>
            <legend>
              {index + 1}. {say(text)}
            </legend>
            {options.map((option) => (
              <label key={option.id} className="survey-tick">
                <input
                  type={type === 'multiple' ? 'checkbox' : 'radio'}
                  name={id}
                  checked={ticked[id]?.includes(option.id) ?? false}
                  onChange={({ target }) => tick(id, option.id, type === 'multiple', target.checked)}
                />
                {say(option.text)}
              </label>
            ))}
          </fieldset>
        ))}
        {view.content.remark && (
          <div className="field">
            <label htmlFor={remarkField}>{words.remarks}</label>
            <input
              id={remarkField}
              className="input"
              maxLength={200}
              value={remark}
              onChange={({ target }) => setRemark(target.value)}
            />
          </div>
        )}
        {send.error && (
          <p className="error-line" role="alert">
            {problemText(send.error, common, locale).text}
          </p>
        )}
        <button type="submit" className="button is-primary" disabled={send.isPending}>
          {words.send}
        </button>
      </form>
    </section>
  )
}
