import { type FormEvent, useId, useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { Floating } from '../shell/floating.tsx'

/** A reason shorter than this says nothing; the server refuses it too. */
const SHORTEST_REASON = 4

/** Opens personal fields: asks why, says that it is recorded. */
export function OpenFieldsButton({ open }: { open: (reason: string) => Promise<void> }) {
  const { words, locale } = useWords()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const id = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await open(reason)
      setAsking(false)
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <span className="floating-place">
      <button type="button" className="link-button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
        <Icon name="lock" size={16} />
        {words.matter.openField}
      </button>
      {asking && (
        <Floating label={words.matter.openWhy} align="right" close={() => setAsking(false)}>
          <form className="open-reason" onSubmit={(event) => void submit(event)}>
            <label htmlFor={id}>
              <b>{words.matter.openWhy}</b>
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
            <p className="hint">{words.matter.openRecorded}</p>
            {problem && <p className="field-issue">{problem}</p>}
            <button type="submit" className="button is-primary is-small">
              {words.matter.openFor}
            </button>
          </form>
        </Floating>
      )}
    </span>
  )
}
