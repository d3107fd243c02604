import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { AnlanError } from '../../../domain/wording/errors.ts'
import { signIn } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { dropSessionDrafts } from '../../parts/form/draft.ts'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { PasswordInput } from './password-input.tsx'
import { type Second, SecondStep } from './second-step.tsx'
import './sign-in.css'

type Props = { readonly person: { readonly name: string; readonly username: string } }

/** The session ended under somebody's hands: the same person signs in again, over the page, which stays as it is. */
export function SignInAgain({ person }: Props) {
  const { words, locale } = useWords()
  const client = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [second, setSecond] = useState<Second>()
  useEffect(() => dialog.current?.showModal(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem('')
    try {
      const entered = await signIn(person.username, password)
      if (entered.second) setSecond(entered.second)
      else await client.invalidateQueries()
    } catch (error) {
      const refused = error instanceof AnlanError && error.code === 'sign-in-refused'
      setProblem(refused ? words.signIn.failed : problemText(error, words, locale).text)
      setBusy(false)
    }
  }
  const another = () => {
    dropSessionDrafts()
    location.assign('/')
  }
  return (
    <dialog ref={dialog} className="again" aria-labelledby={id} onCancel={(event) => event.preventDefault()}>
      <h2 id={id}>{words.signIn.again}</h2>
      <p className="muted">{words.signIn.againWhy(person.name)}</p>
      {second ? (
        <SecondStep second={second} done={() => client.invalidateQueries()} back={another} />
      ) : (
        <form className="door-fields" onSubmit={(event) => void submit(event)}>
          <input type="hidden" autoComplete="username" value={person.username} readOnly />
          <PasswordInput
            id={`${id}-password`}
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
          <button type="submit" className="button is-primary" aria-disabled={busy}>
            {busy ? words.signIn.busy : words.signIn.goOn}
          </button>
          <button type="button" className="link-button" onClick={another}>
            {words.signIn.another}
          </button>
        </form>
      )}
    </dialog>
  )
}
