import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { signIn } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { canPasskey, signInByPasskey } from '../../client/sign-in/sign-in-api.ts'
import { useFirstField } from '../../parts/form/use-first-field.ts'
import { Icon } from '../../theme/icon.tsx'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { Door } from './door.tsx'
import { cameBack, Houses } from './houses.tsx'
import { PasswordInput } from './password-input.tsx'
import { isOurs, type Second, SecondStep } from './second-step.tsx'

/** Account, password, one button. No registering of oneself. */
export function SignInPage() {
  const { words, locale } = useWords()
  const client = useQueryClient()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const own = useSignInWords()
  const [problem, setProblem] = useState(() => own.house.cameBack(cameBack()))
  const [busy, setBusy] = useState(false)
  const [second, setSecond] = useState<Second>()
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    try {
      const entered = await signIn(username.trim(), password)
      if (entered.second) setSecond(entered.second)
      else await client.resetQueries()
    } catch (error) {
      const refused = error instanceof AnlanError && error.code === 'sign-in-refused' && !error.details['rule']
      setProblem(refused ? words.signIn.failed : problemText(error, words, locale).text)
      setBusy(false)
    }
  }
  const byPasskey = async () => {
    setProblem('')
    try {
      await signInByPasskey()
      await client.resetQueries()
    } catch (error) {
      setProblem(isOurs(error) ? problemText(error, words, locale).text : own.passkeys.failed)
    }
  }
  if (second) {
    const back = () => {
      setSecond(undefined)
      setPassword('')
      setBusy(false)
    }
    return (
      <Door title={own.second.title}>
        <SecondStep second={second} done={() => client.resetQueries()} back={back} />
      </Door>
    )
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
      <div className="door-others">
        {canPasskey() && (
          <button type="button" className="button is-large" onClick={() => void byPasskey()}>
            <Icon name="key" />
            {own.byPasskey}
          </button>
        )}
        <Houses ask={setSecond} />
      </div>
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
