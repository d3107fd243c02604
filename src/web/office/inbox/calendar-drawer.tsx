import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { copyText } from '../../client/browser/copy-text.ts'
import { useOffice } from '../../client/office.tsx'
import { problemText } from '../../client/problem-text.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { notify } from '../../parts/shell/notices.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'
import { calendarQuery, makeCalendar, revokeCalendar } from './calendar-api.ts'

/** The address of one's own calendar. It is in no cache: shown once, closed is gone. */
export function CalendarDrawer({ close }: { close: () => void }) {
  const { words, locale } = useWords()
  const { today } = useOffice()
  const { calendar } = useInboxWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(calendarQuery)
  const [made, setMade] = useState<{ readonly address: string; readonly isNew: boolean }>()
  const onSettled = () => client.invalidateQueries({ queryKey: calendarQuery.queryKey })
  const make = useMutation({
    mutationFn: makeCalendar,
    onSuccess: ({ address }) => setMade({ address, isNew: !data?.address }),
    onSettled,
  })
  const revoke = useMutation({
    mutationFn: revokeCalendar,
    onSuccess: () => {
      setMade(undefined)
      notify(calendar.revoked)
    },
    onSettled,
  })
  const failed = make.error ?? revoke.error
  const address = data?.address
  return (
    <Drawer title={calendar.title} under={calendar.lead} close={close} width={480}>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : !data && <Skeleton rows={2} height={56} />}
      {made && <Made {...made} />}
      {data && !made && (
        <p>
          {address ? calendar.there(momentText(address.madeAt, today(), locale)) : calendar.none}
          {address && (address.readAt ? calendar.read(momentText(address.readAt, today(), locale)) : calendar.unread)}
        </p>
      )}
      {failed && (
        <p className="error-line" role="alert">
          <Icon name="alert" />
          {problemText(failed, words, locale).text}
        </p>
      )}
      {data && (
        <div className="mail-buttons calendar-buttons">
          <button
            type="button"
            className={`button ${address ? '' : 'is-primary'}`}
            disabled={make.isPending}
            onClick={() => make.mutate()}
          >
            {address ? calendar.renew : calendar.make}
          </button>
          {address && (
            <button type="button" className="button" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
              {calendar.revoke}
            </button>
          )}
        </div>
      )}
    </Drawer>
  )
}

function Made({ address, isNew }: { address: string; isNew: boolean }) {
  const { words } = useWords()
  const { calendar } = useInboxWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await copyText(address)
    setCopied(true)
  }
  return (
    <div className="calendar-made">
      <p className="calendar-address">
        <code>{address}</code>
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name={copied ? 'check' : 'copy'} size={16} />
          {copied ? words.copied : words.copy}
        </button>
      </p>
      <p>
        {calendar.once}
        {!isNew && calendar.renewed}
      </p>
      <p className="hint">{calendar.how}</p>
    </div>
  )
}
