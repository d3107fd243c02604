import { type FormEvent, useId, useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { Floating } from '../shell/floating.tsx'
import './reason-button.css'

/** A reason shorter than this says nothing; the server refuses it too. */
const SHORTEST_REASON = 4

type Props = {
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly title: string
  /** The question that asks why. */
  readonly why: string
  readonly hint: string
  readonly verb: string
  readonly act: (reason: string) => Promise<void>
}

/** Does what needs a reason: asks why, says that it is recorded, and what the server refused. */
export function ReasonButton({ icon, title, why, hint, verb, act }: Props) {
  const { words, locale } = useWords()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await act(reason)
      setAsking(false)
      setReason('')
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <span className="floating-place">
      <button type="button" className="link-button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        <Icon name={icon} size={16} />
        {title}
      </button>
      {asking && (
        <Floating label={why} align="right" close={() => setAsking(false)}>
          <form className="open-reason" onSubmit={(event) => void submit(event)}>
            <label htmlFor={id}>
              <b>{why}</b>
            </label>
            <input
              id={id}
              className="input"
              data-focus
              minLength={SHORTEST_REASON}
              maxLength={200}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <p className="hint">{hint}</p>
            {problem && <p className="field-issue">{problem}</p>}
            <button type="submit" className="button is-primary is-small">
              {verb}
            </button>
          </form>
        </Floating>
      )}
    </span>
  )
}
