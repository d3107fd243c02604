import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DIGEST_AT, type MailPreference } from '../../../domain/notice/mail-preference.ts'
import { changeMail, stopMail } from '../../client/api.ts'
import { problemText } from '../../client/problem-text.ts'
import { mailQuery } from '../../client/queries.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useInboxWords } from '../../words/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'

/** Whether, where and when one is told by mail. */
export function MailDrawer({ close }: { close: () => void }) {
  const { mail } = useInboxWords()
  const { data, error, refetch } = useQuery(mailQuery)
  return (
    <Drawer title={mail.title} under={mail.lead} close={close} width={440}>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : !data && <Skeleton rows={3} height={56} />}
      {data && !data.isOn && <p className="hint">{mail.isOff}</p>}
      {data?.isOn && <MailForm preference={data.preference} close={close} />}
    </Drawer>
  )
}

function MailForm({ preference, close }: { preference: MailPreference | undefined; close: () => void }) {
  const { words, locale } = useWords()
  const { mail } = useInboxWords()
  const client = useQueryClient()
  const [address, setAddress] = useState(preference?.address ?? '')
  const [mode, setMode] = useState(preference?.mode ?? 'digest')
  const [digestAt, setDigestAt] = useState(timeText(preference?.digestAt ?? DIGEST_AT))
  const [from, setFrom] = useState(timeText(preference?.quietFrom))
  const [until, setUntil] = useState(timeText(preference?.quietUntil))
  const done = async () => {
    await client.invalidateQueries({ queryKey: mailQuery.queryKey })
    close()
  }
  const [quietFrom, quietUntil] = [minutes(from), minutes(until)]
  const isHalf = (quietFrom === undefined) !== (quietUntil === undefined)
  const save = useMutation({
    mutationFn: () =>
      changeMail({
        address: address.trim(),
        mode,
        digestAt: minutes(digestAt) ?? DIGEST_AT,
        ...(quietFrom === undefined || quietUntil === undefined ? {} : { quietFrom, quietUntil }),
      }),
    onSuccess: done,
  })
  const stop = useMutation({ mutationFn: stopMail, onSuccess: done })
  const failed = save.error ?? stop.error
  return (
    <form
      className="mail-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isHalf) save.mutate()
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
      {(isHalf || failed) && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {isHalf ? mail.bothTimes : problemText(failed, words, locale).text}
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

const two = (part: number) => String(part).padStart(2, '0')
const timeText = (minute: number | undefined) =>
  minute === undefined ? '' : `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

function minutes(text: string): number | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(text) ?? []
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute)
}
