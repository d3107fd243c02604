import { type FormEvent, useState } from 'react'
import { changePassword } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import type { Words } from '../../words/zh.ts'
import { PasswordInput } from './password-input.tsx'

/** NIST SP 800-63B asks for length, not for odd characters. */
const SHORTEST = 10

/** The present password once, the new one twice. */
export function PasswordForm({ submit, done }: { submit: string; done: () => void }) {
  const { words, locale } = useWords()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = complaint(current, next, again, words)
    setProblem(wrong ?? '')
    if (wrong) return
    try {
      await changePassword(current, next)
      done()
    } catch (error) {
      setProblem(problemText(error, words, locale).text)
    }
  }
  return (
    <form className="door-fields" onSubmit={(event) => void send(event)}>
      <PasswordInput
        id="current"
        label={words.password.current}
        autoComplete="current-password"
        value={current}
        change={setCurrent}
      />
      <PasswordInput
        id="next"
        label={words.password.next}
        hint={words.password.rule}
        autoComplete="new-password"
        value={next}
        change={setNext}
      />
      <PasswordInput
        id="again"
        label={words.password.again}
        autoComplete="new-password"
        value={again}
        change={setAgain}
      />
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      <button type="submit" className="button is-primary is-large">
        {submit}
      </button>
    </form>
  )
}

function complaint(current: string, next: string, again: string, words: Words): string | undefined {
  if (next.length < SHORTEST) return words.password.tooShort
  if (next === current) return words.password.same
  if (next !== again) return words.password.different
  return undefined
}
