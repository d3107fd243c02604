import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { signIn } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { useFirstField } from '../../parts/form/use-first-field.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { Door } from './door.tsx'
import { PasswordInput } from './password-input.tsx'

/** Account, password, one button. No registering of oneself. */
export function SignInPage() {
  const { words, locale } = useWords()
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    try {
      await signIn(username.trim(), password)
      await client.resetQueries()
    } catch (error) {
      const refused = error instanceof AnlanError && error.code === 'sign-in-refused' && !error.details['rule']
      setProblem(refused ? words.signIn.failed : problemText(error, words, locale).text)
      setBusy(false)
    }
  }
  return (
    <Door title={words.signIn.title}>
      <form ref={place} className="door-fields" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor="username">{words.signIn.username}</label>
          <input
            id="username"
            className="input is-large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </div>
        <PasswordInput
          id="password"
          label={words.signIn.password}
          autoComplete="current-password"
          value={password}
          change={setPassword}
        />
        {problem && (
          <p className="error-line" role="alert">
            <Icon name="alert" />
            {problem}
          </p>
        )}
        <button type="submit" className="button is-primary is-large" aria-disabled={busy}>
          {busy ? words.signIn.busy : words.signIn.submit}
        </button>
      </form>
      <div className="door-notes">
        <p>{words.signIn.accounts}</p>
        <p>{words.signIn.forgot}</p>
        <p>
          {words.signIn.citizens}
          <a href="/public">{words.signIn.toPublic}</a>
        </p>
      </div>
    </Door>
  )
}
