import { type FormEvent, useRef, useState } from 'react'
import type { NewTotp, OwnFactors } from '../../../domain/sign-in/sign-in-views.ts'
import { useFirstField } from '../../parts/form/use-first-field.ts'
import { notify } from '../../parts/shell/notices.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useSignInWords } from '../../words/sign-in/use-sign-in-words.ts'
import { useWords } from '../../words/words.tsx'
import { confirmTotp, type Password, removeTotp, renewRecovery, startTotp } from './account-api.ts'
import { AccountSection } from './account-section.tsx'
import { useAct } from './use-act.ts'

type Props = {
  readonly factors: OwnFactors
  readonly password: Password
  readonly today: string
  /** Recovery codes that were made just now. */
  readonly reveal: (codes: readonly string[]) => void
  /** Codes were shown in its place until now. */
  readonly begins: boolean
}

/** Codes of an authenticator, and recovery codes for the day it is lost. */
export function TotpPart({ factors, password, today, reveal, begins }: Props) {
  const { locale } = useWords()
  const { totp, recovery } = useSignInWords()
  const { act, problem } = useAct()
  const [setting, setSetting] = useState<NewTotp>()
  const { totpSince, recoveryLeft, passkeys } = factors
  const start = async () => setSetting(await act(() => startTotp(password)))
  const finish = (codes: readonly string[]) => {
    setSetting(undefined)
    if (codes.length > 0) reveal(codes)
  }
  const remove = async () => {
    if (await act(() => removeTotp(password))) notify(totp.removed)
  }
  const renew = async () => reveal((await act(() => renewRecovery(password)))?.codes ?? [])
  return (
    <AccountSection
      id="totp"
      title={totp.title}
      side={<span className="hint">{totpSince ? totp.since(momentText(totpSince, today, locale)) : totp.off}</span>}
      begins={begins}
    >
      <p className="muted">{totp.what}</p>
      {problem && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      {setting ? (
        <SetUp setting={setting} finish={finish} />
      ) : (
        <p className="account-acts">
          <button type="button" className={`button${totpSince ? '' : ' is-primary'}`} onClick={() => void start()}>
            {totpSince ? totp.renew : totp.start}
          </button>
          {totpSince && (
            <button type="button" className="button" onClick={() => void remove()}>
              {totp.remove}
            </button>
          )}
        </p>
      )}
      {(totpSince || passkeys.length > 0) && (
        <div className="account-row">
          <span>
            <b>{recovery.title}</b> <span className="hint">{recovery.left(recoveryLeft)}</span>
            <br />
            <span className="hint">{recovery.what}</span>
          </span>
          <button type="button" className="button is-small" onClick={() => void renew()}>
            {recovery.renew}
          </button>
        </div>
      )}
    </AccountSection>
  )
}

function SetUp({ setting, finish }: { setting: NewTotp; finish: (codes: readonly string[]) => void }) {
  const { totp } = useSignInWords()
  const { act, problem, busy } = useAct()
  const [code, setCode] = useState('')
  const place = useRef<HTMLFormElement>(null)
  useFirstField(place)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await act(() => confirmTotp(setting.errand, code.replace(/\s/g, '')))
    if (done) finish(done.codes)
  }
  return (
    <form ref={place} className="account-set-up" onSubmit={(event) => void submit(event)}>
      <img src={`data:image/svg+xml,${encodeURIComponent(setting.qr)}`} alt={totp.scan} width="180" height="180" />
      <div>
        <p>{totp.scan}</p>
        <p className="hint">{totp.byHand}</p>
        <p>
          <code className="account-secret">{setting.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <div className="field">
          <label htmlFor="totp-code">{totp.code}</label>
          <input
            id="totp-code"
            className="input"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={7}
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
        {problem && <p className="hint">{totp.again}</p>}
        <button type="submit" className="button is-primary" aria-disabled={busy}>
          {totp.confirm}
        </button>
      </div>
    </form>
  )
}
