import { Link } from '@tanstack/react-router'
import { NOTICE_KINDS } from '../../../domain/notice/notice.ts'
import { addDays, dayOf, type Instant } from '../../../domain/time/time.ts'
import type { NoticeView } from '../../../domain/views/notice-view.ts'
import { useOffice } from '../../client/office.tsx'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { momentText, shortDay, timeOf } from '../../words/dates.ts'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'

/** One line: why, which matter, by when. Opening the matter reads it. */
export function NoticeItem({ notice, read }: { notice: NoticeView; read: () => void }) {
  const { say, locale } = useWords()
  const inbox = useInboxWords()
  const { kinds, today } = useOffice()
  const kind = kinds.find(({ id }) => id === notice.procedure)
  const line = [kind && say(kind.title), notice.reference, notice.why && say(notice.why)].filter(Boolean).join(' · ')
  const open = () => {
    if (!notice.read) read()
  }
  return (
    <li className={`inbox-item${notice.read ? '' : ' is-unread'}`}>
      <span className="inbox-dot" title={notice.read ? undefined : inbox.isUnread} />
      <span className={`inbox-kind is-${notice.kind}`}>{say(NOTICE_KINDS[notice.kind])}</span>
      <span className="inbox-what">
        <Link to="/matters/$id" params={{ id: notice.matterId }} className="work-title" onClick={open}>
          {notice.title ?? notice.reference}
        </Link>{' '}
        <ExerciseMark of={notice} />
        <small>{notice.title ? line : inbox.apart}</small>
      </span>
      <span className="inbox-due">{notice.dueAt && <DueText at={notice.dueAt} />}</span>
      <time className="hint" dateTime={notice.at}>
        {momentText(notice.at, today(), locale)}
      </time>
    </li>
  )
}

/** A day that ends at midnight is due by that day; else the hour counts. */
function DueText({ at }: { at: Instant }) {
  const { locale } = useWords()
  const inbox = useInboxWords()
  const { today } = useOffice()
  const time = timeOf(at)
  const day = (instant: Instant, back: number) => shortDay(addDays(dayOf(instant), back), today(), locale)
  return time === '00:00' ? inbox.before(day(at, -1)) : inbox.until(day(at, 0), time)
}
