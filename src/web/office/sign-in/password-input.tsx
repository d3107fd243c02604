import { useState } from 'react'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'

/** A password with an eye: seeing it helps more than it harms at one's own desk. */
export function PasswordInput({
  id,
  label,
  hint,
  autoComplete,
  value,
  change,
}: {
  id: string
  label: string
  hint?: string
  autoComplete: 'current-password' | 'new-password'
  value: string
  change: (value: string) => void
}) {
  const { words } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="password-input">
        <input
          id={id}
          className="input is-large"
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          required
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={shown ? words.signIn.hide : words.signIn.show}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="eye" />
        </button>
      </div>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
