import { type FormEvent, useId, useState } from 'react'
import {
  CHOSEN_PURPOSES,
  type ChosenPurpose,
  OPENING_PURPOSES,
  saysWhyItself,
} from '../../../domain/personal/opening-purpose.ts'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { Floating } from '../shell/floating.tsx'
import '../form/reason-button.css'

type Props = { readonly open: (purpose: ChosenPurpose, reason: string) => Promise<void> }

/** Opens personal fields: asks what for, and for words where the purpose does not say; says that it is recorded. */
export function OpenFieldsButton({ open }: Props) {
  const { words, say, locale } = useWords()
  const { openField, openWhy, openWords, openWordsMust, openRecorded, openFor } = words.matter
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<ChosenPurpose>('callBack')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()
  const must = !saysWhyItself(purpose)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await open(purpose, reason)
      setAsking(false)
      setReason('')
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <span className="floating-place">
      <button type="button" className="link-button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        <Icon name="lock" size={16} />
        {openField}
      </button>
      {asking && (
        <Floating label={openWhy} align="right" close={() => setAsking(false)}>
          <form className="open-reason" onSubmit={(event) => void submit(event)}>
            <fieldset className="open-purposes">
              <legend>
                <b>{openWhy}</b>
              </legend>
              {CHOSEN_PURPOSES.map((one, nth) => (
                <label key={one}>
                  <input
                    type="radio"
                    name={`${id}-purpose`}
                    checked={purpose === one}
                    {...(nth === 0 ? { 'data-focus': true } : {})}
                    onChange={() => setPurpose(one)}
                  />
                  {say(OPENING_PURPOSES[one])}
                </label>
              ))}
            </fieldset>
            <label htmlFor={id}>{must ? openWordsMust : openWords}</label>
            <input
              id={id}
              className="input"
              minLength={4}
              maxLength={200}
              required={must}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <p className="hint">{openRecorded}</p>
            {problem && <p className="field-issue">{problem}</p>}
            <button type="submit" className="button is-primary is-small">
              {openFor}
            </button>
          </form>
        </Floating>
      )}
    </span>
  )
}
