import { useQuery } from '@tanstack/react-query'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { Icon } from '../../theme/icon.tsx'
import { momentText } from '../../words/dates.ts'
import { useAdminWords } from '../../words/use-admin-words.ts'
import { useWords } from '../../words/words.tsx'
import { securityEventsQuery } from './admin-api.ts'
import { Loaded } from './loaded.tsx'

/** Sign-ins, refusals and openings of personal fields, newest first; what went beyond the limit stands out. */
export function SecurityPart() {
  const { locale } = useWords()
  const { today } = useOffice()
  const admin = useAdminWords()
  return (
    <Loaded query={useQuery(securityEventsQuery)}>
      {(all) => (
        <section className="card" aria-label={admin.securityTab}>
          {all.length === 0 && <Empty title={admin.security.none} />}
          <ol className="change-list">
            {all.map(({ id, at, what, personName, reference }) => (
              <li key={id}>
                <time dateTime={at}>{momentText(at, today(), locale)}</time>
                <span className={what === 'openingsLimited' ? 'error-line' : undefined}>
                  {what === 'openingsLimited' && <Icon name="alert" size={16} />}
                  <b>{personName}</b> {admin.security.events[what]} {reference}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Loaded>
  )
}
