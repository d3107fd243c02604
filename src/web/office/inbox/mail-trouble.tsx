import { useQuery } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { mailQuery } from '../../client/queries.ts'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'

/** Says that mails do not arrive, or that the address waits for its code. */
export function MailTrouble({ open }: { open: () => void }) {
  const { locale } = useWords()
  const { mail } = useInboxWords()
  const { today } = useOffice()
  const { data } = useQuery(mailQuery)
  const preference = data?.isOn ? data.preference : undefined
  if (!preference || (preference.confirmed && !preference.failed)) return null
  return (
    <p className="error-line" role="status">
      <Icon name="alert" />
      <span>
        {preference.failed
          ? mail.failed(momentText(preference.failed.at, today(), locale), preference.failed.said)
          : mail.unconfirmed(preference.address)}{' '}
        <button type="button" className="link-button" onClick={open}>
          {mail.mend}
        </button>
      </span>
    </p>
  )
}
