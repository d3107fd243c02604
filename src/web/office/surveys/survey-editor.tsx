import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { MOST_QUESTIONS, type Question, type SurveyContent } from '../../../domain/surveys/survey.ts'
import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { newQuestion, QuestionFields } from './question-fields.tsx'
import { writeSurvey } from './surveys-api.ts'

/** Writes a draft: days, questions, how many of each unit are asked. Who may not write reads it. */
export function SurveyEditor({ view }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { words: common, say, locale } = useWords()
  const { directory } = useOffice()
  const client = useQueryClient()
  const [nameField, fromField, toField] = [useId(), useId(), useId()]
  const [content, setContent] = useState<SurveyContent>(view.content)
  const isWriter = view.may.includes('write')
  const send = useMutation({
    mutationFn: () => writeSurvey(view.id, view.version, content),
    onSuccess: () => {
      notify(words.saved)
      return client.invalidateQueries({ queryKey: ['surveys'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  const setQuestion = (at: number, question: Question | undefined) =>
    setContent({
      ...content,
      questions: content.questions.flatMap((each, index) => (index === at ? (question ?? []) : each)),
    })
  const setStratum = (at: number, change: { households?: number; sample?: number }) =>
    setContent({
      ...content,
      strata: content.strata.map((each, index) => (index === at ? { ...each, ...change } : each)),
    })
  const day = (id: string, label: string, key: 'opensOn' | 'closesOn') => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input"
        required
        value={content[key]}
        onChange={({ target }) => target.value && setContent({ ...content, [key]: target.value })}
      />
    </div>
  )
  const setRemark = (on: boolean) => {
    const { remark, ...rest } = content
    setContent(on ? { ...rest, remark: true } : rest)
  }
  return (
    <form className="survey-editor" onSubmit={submit}>
      <fieldset disabled={!isWriter} className="survey-editor-fields">
        <div className="survey-row">
          <div className="field">
            <label htmlFor={nameField}>{words.name}</label>
            <input
              id={nameField}
              className="input"
              required
              maxLength={60}
              value={content.title}
              onChange={({ target }) => setContent({ ...content, title: target.value })}
            />
          </div>
          {day(fromField, words.from, 'opensOn')}
          {day(toField, words.to, 'closesOn')}
        </div>
        <section className="card" aria-label={words.questions}>
          <header className="card-head">
            <h2>{words.questions}</h2>
            <span className="hint">{words.neverAsked}</span>
          </header>
          <div className="card-body survey-questions">
            {content.questions.map((question, at) => (
              <QuestionFields
                key={question.id}
                number={at + 1}
                question={question}
                change={(next) => setQuestion(at, next)}
              />
            ))}
            <button
              type="button"
              className="button"
              disabled={content.questions.length >= MOST_QUESTIONS}
              onClick={() =>
                setContent({ ...content, questions: [...content.questions, newQuestion(content.questions)] })
              }
            >
              {words.addQuestion}
            </button>
            <label className="survey-tick">
              <input
                type="checkbox"
                checked={content.remark ?? false}
                onChange={({ target }) => setRemark(target.checked)}
              />
              {words.remark} <span className="hint">{words.remarkHint}</span>
            </label>
          </div>
        </section>
        <section className="card" aria-label={words.sample}>
          <header className="card-head">
            <h2>{words.sample}</h2>
            <span className="hint">{words.sampleHint}</span>
          </header>
          <div className="survey-table">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.unit}</th>
                  <th scope="col">{words.households}</th>
                  <th scope="col">{words.sent}</th>
                </tr>
              </thead>
              <tbody>
                {content.strata.map(({ unitId, households, sample }, at) => (
                  <tr key={unitId}>
                    <th scope="row">{unitName(directory, unitId, say)}</th>
                    {(['households', 'sample'] as const).map((key) => (
                      <td key={key}>
                        <input
                          type="number"
                          className="input"
                          min={0}
                          max={key === 'sample' ? 5000 : 10_000_000}
                          aria-label={`${unitName(directory, unitId, say)} ${key === 'sample' ? words.sent : words.households}`}
                          value={key === 'sample' ? sample : households}
                          onChange={({ target }) => setStratum(at, { [key]: Math.trunc(Number(target.value)) || 0 })}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        {send.error && (
          <p className="error-line" role="alert">
            {problemText(send.error, common, locale).text}
          </p>
        )}
        {isWriter && (
          <button type="submit" className="button is-primary" disabled={send.isPending}>
            {words.save}
          </button>
        )}
      </fieldset>
    </form>
  )
}
