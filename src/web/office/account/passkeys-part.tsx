import { type FormEvent, useRef, useState } from 'react'
import type { OwnFactors, OwnPasskey } from '../../../domain/sign-in/sign-in-views.ts'
import { canPasskey } from '../../client/sign-in/sign-in-api.ts'
import { useFirstField } from '../../parts/form/use-first-field.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { addPasskey, type Password, removePasskey, renamePasskey } from './account-api.ts'
import { AccountSection } from './account-section.tsx'
import { useAct } from './use-act.ts'

type Props = {
  readonly factors: OwnFactors
  readonly password: Password
  readonly today: string
  readonly reveal: (codes: readonly string[]) => void
}

/** Passkeys of one's own: added, named, removed. */
export function PasskeysPart({ factors, password, today, reveal }: Props) {
  const { passkeys: own } = useSignInWords()
  const { act, problem, busy } = useAct()
  const [name, setName] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const done = await act(() => addPasskey(name.trim(), password))
    if (!done) return
    setName('')
    notify(own.added)
    if (done.codes.length > 0) reveal(done.codes)
  }
  return (
    <AccountSection
      id="passkeys"
      title={own.title}
      side={factors.passkeys.length === 0 && <span className="hint">{own.none}</span>}
    >
      <p className="muted">{own.what}</p>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      {factors.passkeys.length > 0 && (
        <ul className="session-list">
          {factors.passkeys.map((key) => (
            <PasskeyItem key={key.id} passkey={key} password={password} today={today} />
          ))}
        </ul>
      )}
      {canPasskey() ? (
        <form className="account-add" onSubmit={(event) => void add(event)}>
          <div className="field">
            <label htmlFor="passkey-name">{own.name}</label>
            <input
              id="passkey-name"
              className="input"
              required
              maxLength={40}
              aria-describedby="passkey-name-hint"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <p className="hint" id="passkey-name-hint">
              {own.nameHint}
            </p>
          </div>
          <button type="submit" className="button" aria-disabled={busy}>
            <Icon name="plus" size={16} />
            {own.add}
          </button>
        </form>
      ) : (
        <p className="hint">{own.cannot}</p>
      )}
    </AccountSection>
  )
}

function PasskeyItem({ passkey, password, today }: { passkey: OwnPasskey; password: Password; today: string }) {
  const { words, locale } = useWords()
  const { passkeys: own } = useSignInWords()
  const { act, problem } = useAct()
  const [name, setName] = useState<string>()
  const { id, createdAt, lastUsedAt } = passkey
  const moment = (at: string) => momentText(at, today, locale)
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    if (await act(() => renamePasskey(id, (name ?? '').trim()))) setName(undefined)
  }
  const remove = async () => {
    if (await act(() => removePasskey(id, password))) notify(own.removed)
  }
  if (name !== undefined) {
    return (
      <li className="session-item">
        <Renaming name={name} change={setName} save={rename} cancel={() => setName(undefined)} />
      </li>
    )
  }
  return (
    <li className="session-item">
      <span>
        <b>{passkey.name}</b>
        <br />
        <span className="hint">
          {own.since(moment(createdAt))}
          {words.comma}
          {lastUsedAt ? own.used(moment(lastUsedAt)) : own.unused}
        </span>
        {problem && <span className="error-line">{problem}</span>}
      </span>
      <span className="account-acts">
        <button type="button" className="button is-small" onClick={() => setName(passkey.name)}>
          {own.rename}
        </button>
        <button type="button" className="button is-small" onClick={() => void remove()}>
          {own.remove}
        </button>
      </span>
    </li>
  )
}

type RenamingProps = {
  readonly name: string
  readonly change: (name: string) => void
  readonly save: (event: FormEvent) => Promise<void>
  readonly cancel: () => void
}

function Renaming({ name, change, save, cancel }: RenamingProps) {
  const { words } = useWords()
  const { passkeys: own } = useSignInWords()
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place)
  return (
    <form ref={place} className="account-rename" onSubmit={(event) => void save(event)}>
      <input
        className="input"
        aria-label={own.name}
        required
        maxLength={40}
        value={name}
        onChange={(event) => change(event.target.value)}
      />
      <button type="submit" className="button is-primary">
        {own.save}
      </button>
      <button type="button" className="button" onClick={cancel}>
        {words.cancel}
      </button>
    </form>
  )
}
