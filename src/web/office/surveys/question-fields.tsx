import { useId } from 'react'
import { READY_QUESTIONS } from '../../../domain/surveys/ready-surveys.ts'
import {
  MOST_OPTIONS,
  type Option,
  QUESTION_TYPES,
  type Question,
  type QuestionType,
} from '../../../domain/surveys/survey.ts'
import { useSurveysWords } from '../../words/surveys/use-surveys-words.ts'
import { useWords } from '../../words/words.tsx'

const blank = { zh: '', en: '' }
const SCALE: readonly Option[] = READY_QUESTIONS.satisfaction[0]?.options ?? []
const YES_NO: readonly Option[] = READY_QUESTIONS.awareness[0]?.options ?? []
const TWO: readonly Option[] = ['a', 'b'].map((id) => ({ id, text: blank }))
const FIRST_OPTIONS: Readonly<Record<QuestionType, readonly Option[]>> = {
  scale: SCALE,
  yesNo: YES_NO,
  choice: TWO,
  multiple: TWO,
}

/** A question behind the others, with an id that none of them has. */
export function newQuestion(others: readonly Question[]): Question {
  const used = others.map(({ id }) => Number(id.slice(1)) || 0)
  return { id: `q${Math.max(0, ...used) + 1}`, type: 'scale', text: blank, options: SCALE }
}

type Props = { number: number; question: Question; change: (question: Question | undefined) => void }

/** One question in the reader's language: its kind, its words, its choices. */
export function QuestionFields({ number, question, change }: Props) {
  const words = useSurveysWords()
  const { locale } = useWords()
  const [typeField, textField] = [useId(), useId()]
  const { type, text, options } = question
  const setOption = (at: number, option: Option | undefined) =>
    change({ ...question, options: options.flatMap((each, index) => (index === at ? (option ?? []) : each)) })
  const isFree = type === 'choice' || type === 'multiple'
  return (
    <fieldset className="survey-question-fields">
      <legend>{words.question(number)}</legend>
      <div className="survey-row">
        <div className="field">
          <label htmlFor={typeField} className="hidden">
            {words.question(number)} {words.types[type]}
          </label>
          <select
            id={typeField}
            className="input"
            value={type}
            onChange={({ target }) => {
              const next = target.value as QuestionType
              change({ ...question, type: next, options: FIRST_OPTIONS[next] })
            }}
          >
            {QUESTION_TYPES.map((each) => (
              <option key={each} value={each}>
                {words.types[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="field is-wide">
          <label htmlFor={textField} className="hidden">
            {words.question(number)}
          </label>
          <input
            id={textField}
            className="input"
            required
            maxLength={120}
            value={text[locale]}
            onChange={({ target }) => change({ ...question, text: { ...text, [locale]: target.value } })}
          />
        </div>
        <button type="button" className="button" onClick={() => change(undefined)}>
          {words.remove}
        </button>
      </div>
      <div className="survey-choices">
        {options.map((option, at) => (
          <span key={option.id}>
            <input
              className="input"
              aria-label={`${words.question(number)} ${words.option(at + 1)}`}
              required
              maxLength={120}
              value={option.text[locale]}
              onChange={({ target }) => setOption(at, { ...option, text: { ...option.text, [locale]: target.value } })}
            />
            {type !== 'multiple' && (
              <label className="survey-tick">
                <input
                  type="checkbox"
                  checked={option.favourable ?? false}
                  onChange={({ target }) => {
                    const { favourable, ...rest } = option
                    setOption(at, target.checked ? { ...rest, favourable: true } : rest)
                  }}
                />
                {words.favourable}
              </label>
            )}
            {isFree && options.length > 2 && (
              <button type="button" className="link-button" onClick={() => setOption(at, undefined)}>
                {words.remove}
              </button>
            )}
          </span>
        ))}
        {isFree && options.length < MOST_OPTIONS && (
          <button
            type="button"
            className="link-button"
            onClick={() => change({ ...question, options: [...options, { id: nextId(options), text: blank }] })}
          >
            + {words.option(options.length + 1)}
          </button>
        )}
      </div>
    </fieldset>
  )
}

const nextId = (options: readonly Option[]) =>
  'abcdefghijklmnopqrstuvwxyz'.split('').find((letter) => !options.some(({ id }) => id === letter)) ?? 'z'
