import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mailQuery } from '../../client/queries.ts'
import { Drawer } from '../../parts/shell/drawer.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { MailCode } from './mail-code.tsx'
import { MailForm } from './mail-form.tsx'

/** Whether, where, when and of what one is told by mail. An address that is new is confirmed by a code first. */
export function MailDrawer({ close }: { close: () => void }) {
  const { mail } = useInboxWords()
  const { data, error, refetch } = useQuery(mailQuery)
  const [isEditing, setEditing] = useState(false)
  const preference = data?.preference
  const waits = preference && !preference.confirmed && preference.codeUntil && !isEditing
  return (
    <Drawer title={mail.title} under={mail.lead} close={close} width={440}>
      {error ? <ErrorCard error={error} retry={() => void refetch()} /> : !data && <Skeleton rows={3} height={56} />}
      {data && !data.isOn && <p className="hint">{mail.isOff}</p>}
      {data?.isOn && waits && <MailCode preference={preference} edit={() => setEditing(true)} close={close} />}
      {data?.isOn && !waits && <MailForm preference={preference} saved={() => setEditing(false)} close={close} />}
    </Drawer>
  )
}
