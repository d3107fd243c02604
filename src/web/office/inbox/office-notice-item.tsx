import { Link } from '@tanstack/react-router'
import { OFFICE_NOTICE_KINDS } from '../../../domain/notice/notice.ts'
import type { OfficeNotice } from '../../../domain/views/notice-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { momentText } from '../../words/dates.ts'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'

/** One line of no matter: what does not go out, or was set up, and where to see to it. */
export function OfficeNoticeItem({ notice, read }: { notice: OfficeNotice; read: () => void }) {
  const { say, locale } = useWords()
  const { office } = useInboxWords()
  const { directory, today, actor } = useOffice()
  const { kind, what = '', unitId } = notice
  const title = office[kind](what, unitId ? unitName(directory, unitId, say) : '')
  const open = () => {
    if (!notice.read) read()
  }
  const part = kind === 'mailFailed' ? 'jobs' : 'outlets'
  return (
    <li className={`inbox-item${notice.read ? '' : ' is-unread'}`}>
      <span className="inbox-dot" />
      <span className={`inbox-kind${kind === 'outletSet' ? '' : ' is-overdue'}`}>{say(OFFICE_NOTICE_KINDS[kind])}</span>
      <span className="inbox-what">
        {actor.roles.includes('administrator') ? (
          <Link to="/admin" search={{ part }} className="work-title" onClick={open}>
            {title}
          </Link>
        ) : (
          <button type="button" className="work-title inbox-read" onClick={open}>
            {title}
          </button>
        )}
        <small>{actor.roles.includes('administrator') ? office.see : office.ask}</small>
      </span>
      <span className="inbox-due" />
      <time className="hint" dateTime={notice.at}>
        {momentText(notice.at, today(), locale)}
      </time>
    </li>
  )
}
