import type { OptionResult, QuestionResult, SurveyResult, SurveyView } from '../../../domain/surveys/survey-view.ts'
import type { ToldCount } from '../../../domain/views/small-counts.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'
import { saveResult } from './save-result.ts'

/** Below this response the silence of the others is said first. */
const LOW_RESPONSE = 0.5

/** What a closed survey says, question by question. */
export function ResultCards({ view, result }: { view: SurveyView; result: SurveyResult }) {
  const words = useSurveysWords()
  const { words: common, say } = useWords()
  const { directory } = useOffice()
  const name = (unitId: string) => unitName(directory, unitId, say)
  const missing = result.missing.filter((unitId) =>
    view.content.strata.some((each) => each.unitId === unitId && each.sample > 0),
  )
  return (
    <>
      <header className="survey-head">
        <div>
          <h2>{words.result}</h2>
          <p className="hint">{words.resultLead(result.effective)}</p>
          {view.answered < LOW_RESPONSE * view.asked && <p>{words.low}</p>}
          {missing.length > 0 && <p>{words.missing(missing.map(name).join(common.listComma))}</p>}
        </div>
        <div className="survey-acts no-print">
          <button type="button" className="button" onClick={() => saveResult(view, result, words, name, say)}>
            {words.exportCsv}
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            {words.print}
          </button>
        </div>
      </header>
      {result.questions.map((question, index) => (
        <QuestionCard key={question.id} view={view} question={question} number={index + 1} name={name} />
      ))}
      {result.remarks.length > 0 && (
        <section className="card" aria-label={words.remarks}>
          <header className="card-head">
            <h2>{words.remarks}</h2>
          </header>
          <ul className="card-body">
            {result.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type Props = { view: SurveyView; question: QuestionResult; number: number; name: (unitId: string) => string }

function QuestionCard({ view, question, number, name }: Props) {
  const words = useSurveysWords()
  const { say } = useWords()
  const asked = view.content.questions.find(({ id }) => id === question.id)
  if (!asked) return null
  const told = (count: ToldCount) => (count === 'few' ? words.few : count === 'hidden' ? words.hidden : String(count))
  return (
    <section className="card survey-question">
      <header className="card-head">
        <h2>
          {number}. {say(asked.text)}
        </h2>
        <span className="hint">{words.answered(told(question.answered))}</span>
      </header>
      <div className="card-body">
        {question.favourable && (
          <p className="survey-good">
            {words.good} <b>{words.share(question.favourable)}</b>
          </p>
        )}
        <ul className="survey-options">
          {question.options.map((option) => (
            <OptionLine
              key={option.id}
              option={option}
              name={say(asked.options.find(({ id }) => id === option.id)?.text ?? { zh: option.id, en: option.id })}
              told={told(option.count)}
            />
          ))}
        </ul>
        {question.units.length > 1 && (
          <details>
            <summary>{words.byUnit}</summary>
            <p className="hint">{words.byUnitHint}</p>
            <table className="survey-units">
              <thead>
                <tr>
                  <th scope="col">{words.unit}</th>
                  <th scope="col">{words.good}</th>
                  <th scope="col">{words.where}</th>
                </tr>
              </thead>
              <tbody>
                {question.units.map(({ unitId, share, verdict }) => (
                  <tr key={unitId}>
                    <th scope="row">{name(unitId)}</th>
                    <td>{share ? words.share(share) : '–'}</td>
                    <td>{words.verdicts[verdict]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
      </div>
    </section>
  )
}

function OptionLine({ option: { share }, name, told }: { option: OptionResult; name: string; told: string }) {
  const words = useSurveysWords()
  return (
    <li>
      <span>{name}</span>
      <meter min={0} max={100} value={share?.percent ?? 0} aria-hidden="true" />
      <span>{share ? words.share(share) : told}</span>
    </li>
  )
}
