import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DIGEST_AT, type KeptPreference } from '../../../domain/notice/mail-preference.ts'
import { NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from '../../../domain/notice/notice.ts'
import { changeMail, sendMailCode, stopMail } from '../../client/api.ts'
import { minutesOf, minuteText } from '../../client/minute-text.ts'
import { problemText } from '../../client/problem-text.ts'
import { mailQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'

/** Address, hours and reasons. What is saved with a new address waits for its code. */
export function MailForm({
  preference,
  saved,
  close,
}: {
  preference: KeptPreference | undefined
  saved: () => void
  close: () => void
}) {
  const { words, locale, say } = useWords()
  const { mail } = useInboxWords()
  const client = useQueryClient()
  const [address, setAddress] = useState(preference?.address ?? '')
  const [mode, setMode] = useState(preference?.mode ?? 'digest')
  const [digestAt, setDigestAt] = useState(minuteText(preference?.digestAt ?? DIGEST_AT))
  const [from, setFrom] = useState(minuteText(preference?.quietFrom))
  const [until, setUntil] = useState(minuteText(preference?.quietUntil))
  const [reasons, setReasons] = useState<readonly NoticeKind[]>(preference?.reasons ?? NOTICE_KIND_NAMES)
  const told = () => client.invalidateQueries({ queryKey: mailQuery.queryKey })
  const [quietFrom, quietUntil] = [minutesOf(from), minutesOf(until)]
  const isHalf = (quietFrom === undefined) !== (quietUntil === undefined)
  const save = useMutation({
    mutationFn: async () => {
      await changeMail({
        address: address.trim(),
        mode,
        digestAt: minutesOf(digestAt) ?? DIGEST_AT,
        ...(quietFrom === undefined || quietUntil === undefined ? {} : { quietFrom, quietUntil }),
        ...(reasons.length === NOTICE_KIND_NAMES.length ? {} : { reasons }),
      })
      const isConfirmed = preference?.confirmed && preference.address === address.trim()
      if (!isConfirmed) await sendMailCode()
      return isConfirmed
    },
    onSettled: told,
    onSuccess: (isConfirmed) => (isConfirmed ? close() : saved()),
  })
  const stop = useMutation({ mutationFn: stopMail, onSettled: told, onSuccess: close })
  const failed = save.error ?? stop.error
  return (
    <form
      className="mail-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isHalf && reasons.length > 0) save.mutate()
      }}
    >
      <label>
        {mail.address}
        <input type="email" required value={address} onChange={({ target }) => setAddress(target.value)} />
      </label>
      <fieldset>
        <legend>{mail.when}</legend>
        {(['digest', 'atOnce'] as const).map((each) => (
          <label key={each} className="mail-choice">
            <input type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)} />
            {mail.modes[each]}
          </label>
        ))}
      </fieldset>
      {mode === 'digest' && <Time label={mail.digestAt} value={digestAt} change={setDigestAt} required />}
      <div className="mail-quiet">
        <Time label={mail.quietFrom} value={from} change={setFrom} />
        <Time label={mail.quietUntil} value={until} change={setUntil} />
      </div>
      <fieldset>
        <legend>{mail.reasons}</legend>
        {NOTICE_KIND_NAMES.map((kind) => (
          <label key={kind} className="mail-choice is-dense">
            <input
              type="checkbox"
              checked={reasons.includes(kind)}
              onChange={({ target }) =>
                setReasons(target.checked ? [...reasons, kind] : reasons.filter((one) => one !== kind))
              }
            />
            {say(NOTICE_KINDS[kind])}
          </label>
        ))}
      </fieldset>
      {(isHalf || failed || reasons.length === 0) && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {isHalf ? mail.bothTimes : reasons.length === 0 ? mail.someReason : problemText(failed, words, locale).text}
        </p>
      )}
      <div className="mail-buttons">
        <button type="submit" className="button is-primary" disabled={save.isPending}>
          {mail.save}
        </button>
        {preference && (
          <button type="button" className="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
            {mail.stop}
          </button>
        )}
      </div>
    </form>
  )
}

function Time({
  label,
  value,
  change,
  required = false,
}: {
  label: string
  value: string
  change: (value: string) => void
  required?: boolean
}) {
  return (
    <label>
      {label}
      <input type="time" value={value} required={required} onChange={({ target }) => change(target.value)} />
    </label>
  )
}
