import { type FormEvent, useRef, useState } from 'react'
import { problemText } from '../../client/problem-text.ts'
import { canPasskey, secondStep, signInByPasskey } from '../../client/sign-in/sign-in-api.ts'
import { useFirstField } from '../../parts/form/use-first-field.ts'
import { Icon } from '../../theme/icon.tsx'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'

export type Second = { readonly totp: boolean; readonly passkey: boolean }

/** After the password: six digits, a recovery code, or a passkey. */
export function SecondStep({ second, done, back }: { second: Second; done: () => Promise<unknown>; back: () => void }) {
  const { words, locale } = useWords()
  const own = useSignInWords()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place)
  const go = async (way: () => Promise<unknown>) => {
    setBusy(true)
    setProblem('')
    try {
      await way()
      await done()
    } catch (error) {
      setProblem(isOurs(error) ? problemText(error, words, locale).text : own.passkeys.failed)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void go(() => secondStep(code))
  }
  return (
    <form ref={place} className="door-fields" onSubmit={submit}>
      <p className="muted">{second.totp ? own.second.totp : own.second.passkey}</p>
      {second.passkey && canPasskey() && (
        <button
          type="button"
          className={`button is-large${second.totp ? '' : ' is-primary'}`}
          aria-disabled={busy}
          onClick={() => void go(signInByPasskey)}
        >
          <Icon name="key" />
          {own.second.usePasskey}
        </button>
      )}
      <div className="field">
        <label htmlFor="second-code">{second.totp ? own.second.totpOrCode : own.recovery.title}</label>
        <input
          id="second-code"
          className="input is-large"
          inputMode={second.totp ? 'text' : undefined}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      <button type="submit" className={`button is-large${second.totp ? ' is-primary' : ''}`} aria-disabled={busy}>
        {busy ? words.signIn.busy : own.second.submit}
      </button>
      <p className="hint">{own.second.lost}</p>
      <button type="button" className="link-button" onClick={back}>
        {own.second.back}
      </button>
    </form>
  )
}

/** A device that was cancelled throws the browser's own error. */
export const isOurs = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AnlanError' || error instanceof TypeError)
