import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SurveyView } from '../../../domain/surveys/survey-view.ts'
import { codeInGroups, SURVEY_PAPER } from '../../../papers/survey/survey-paper-words.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { savePaper } from './save-paper.ts'
import { handOut } from './surveys-api.ts'

/** Makes the codes of a unit and prints them on paper forms; they are shown this once. */
export function HandOut({ view }: { view: SurveyView }) {
  const words = useSurveysWords()
  const { words: common, say, locale } = useWords()
  const { directory } = useOffice()
  const client = useQueryClient()
  const [made, setMade] = useState<{ unitId: string; codes: readonly string[] }>()
  const [asked, setAsked] = useState<string>()
  const leftOf = (unitId: string) => view.strata.find((each) => each.unitId === unitId)?.left ?? 0
  const send = useMutation({
    mutationFn: async (unitId: string) => ({ unitId, codes: (await handOut(view.id, unitId)).codes }),
    onSuccess: setMade,
    onSettled: () => {
      setAsked(undefined)
      return client.invalidateQueries({ queryKey: ['surveys', view.id] })
    },
  })
  return (
    <>
      <section className="card no-print" aria-label={words.handOut}>
        <header className="card-head">
          <h2>{words.handOut}</h2>
        </header>
        <div className="card-body">
          <p className="hint">{words.handOutText}</p>
          <div className="survey-acts">
            {view.content.strata
              .filter(({ sample }) => sample > 0)
              .map(({ unitId }) => (
                <button
                  key={unitId}
                  type="button"
                  className="button"
                  disabled={send.isPending}
                  onClick={() => (leftOf(unitId) > 0 ? setAsked(unitId) : send.mutate(unitId))}
                >
                  {words.handOutFor(unitName(directory, unitId, say))}
                </button>
              ))}
          </div>
          {asked !== undefined && (
            <fieldset className="survey-sure" aria-label={words.handOut}>
              <p>{words.againAsk(leftOf(asked), unitName(directory, asked, say))}</p>
              <button
                type="button"
                className="button is-primary"
                disabled={send.isPending}
                onClick={() => send.mutate(asked)}
              >
                {words.again}
              </button>
              <button type="button" className="button" onClick={() => setAsked(undefined)}>
                {words.notYetSure}
              </button>
            </fieldset>
          )}
          {send.error && (
            <p className="error-line" role="alert">
              {problemText(send.error, common, locale).text}
            </p>
          )}
          {made && (
            <p className="survey-made" role="status">
              {words.made(made.codes.length, unitName(directory, made.unitId, say))}{' '}
              <button type="button" className="button is-small" onClick={() => window.print()}>
                {words.printNow}
              </button>{' '}
              <Files view={view} codes={made.codes} unit={unitName(directory, made.unitId, say)} />
            </p>
          )}
          <p className="survey-blank">
            {words.blank} <Files view={view} codes={[]} unit={words.blankName} />
          </p>
        </div>
      </section>
      {made && (
        <div className="print-only">
          {made.codes.map((code) => (
            <PaperForm key={code} view={view} code={code} />
          ))}
        </div>
      )}
    </>
  )
}

/** The forms as a file, in letters of the usual size and in large ones. */
function Files({ view, codes, unit }: { view: SurveyView; codes: readonly string[]; unit: string }) {
  const words = useSurveysWords()
  const { locale } = useWords()
  const { directory } = useOffice()
  const office = directory.units[view.unitId]?.name ?? { zh: view.unitId, en: view.unitId }
  const save = (isLarge: boolean) =>
    void savePaper({ view, office, codes, isLarge, locale, name: `${view.title} ${unit}` })
  return (
    <>
      <button type="button" className="button is-small" onClick={() => save(false)}>
        {words.word}
      </button>{' '}
      <button type="button" className="button is-small" onClick={() => save(true)}>
        {words.wordLarge}
      </button>
    </>
  )
}

/** One sheet: why, what is kept and how to answer; questions to tick; and the code that lets one household answer once. */
function PaperForm({ view: { title, content, address, unitId }, code }: { view: SurveyView; code: string }) {
  const { say, locale } = useWords()
  const { directory } = useOffice()
  const words = SURVEY_PAPER[locale]
  return (
    <article className="survey-paper">
      <h2>{title}</h2>
      <p>
        <b>{words.why}</b>
        {words.purpose(unitName(directory, unitId, say))}
      </p>
      <p>
        <b>{words.kept}</b>
        {words.retention}
      </p>
      <p>
        <b>{words.how}</b>
        {words.answering(content.closesOn)}
      </p>
      <ol>
        {content.questions.map(({ id, type, text, options }) => (
          <li key={id}>
            {say(text)}
            {type === 'multiple' && words.several}
            <ul>
              {options.map((option) => (
                <li key={option.id}>□ {say(option.text)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {content.remark && <p>{words.remark}</p>}
      <p>
        <b>{words.code}</b>
        <b className="survey-code">{codeInGroups(code)}</b>
      </p>
      <p>
        {words.online}
        {address}
      </p>
    </article>
  )
}
