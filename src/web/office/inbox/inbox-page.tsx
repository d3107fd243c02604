import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from '../../../domain/notice/notice.ts'
import { markRead } from '../../client/api.ts'
import { inboxQuery } from '../../client/queries.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { Icon } from '../../theme/icon.tsx'
import { useInboxWords } from '../../words/told/use-inbox-words.ts'
import { useWords } from '../../words/words.tsx'
import { CalendarDrawer } from './calendar-drawer.tsx'
import type { InboxSearch } from './inbox-search.ts'
import { MailDrawer } from './mail-drawer.tsx'
import { MailTrouble } from './mail-trouble.tsx'
import { NoticeItem } from './notice-item.tsx'
import { OfficeNoticeItem } from './office-notice-item.tsx'
import './inbox.css'

/** What this post was told: which matter, why, and by when. */
export function InboxPage() {
  const { say } = useWords()
  const inbox = useInboxWords()
  const search = useSearch({ from: '/inbox' })
  const navigate = useNavigate({ from: '/inbox' })
  const { show, kind } = search
  const filter = { ...(show ? {} : { unread: 'true' as const }), ...(kind ? { kind } : {}) }
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(inboxQuery(filter))
  const { read, readAll } = useReading()
  const [mailOpen, setMailOpen] = useState(false)
  const [calendarOpen, setCalendarOpen] = useState(false)
  useTitle(inbox.title)
  const notices = data?.pages.flatMap((page) => page.notices) ?? []
  const unread = data?.pages[0]?.unread ?? 0
  const told = data?.pages[0]?.office ?? []
  const newest = [...notices, ...told]
    .map(({ id }) => id)
    .sort()
    .at(-1)
  const go = (next: InboxSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  return (
    <div className="page inbox">
      <header className="inbox-head">
        <h1>{inbox.title}</h1>
        <span className="muted">{inbox.lead}</span>
        <span className="inbox-ways">
          <button type="button" className="button" onClick={() => setCalendarOpen(true)}>
            {inbox.calendar.title}
          </button>
          <button type="button" className="button" onClick={() => setMailOpen(true)}>
            {inbox.mail.title}
          </button>
        </span>
      </header>
      <MailTrouble open={() => setMailOpen(true)} />
      <div className="inbox-bar">
        <Tabs
          label={inbox.tabs}
          panel="inbox-panel"
          current={show ?? 'unread'}
          choose={(id) => go({ ...(id === 'all' ? { show: 'all' } : {}), ...(kind ? { kind } : {}) })}
          tabs={[
            { id: 'unread', title: inbox.unread, ...(data ? { count: unread } : {}) },
            { id: 'all', title: inbox.all },
          ]}
        />
        <select
          className="inbox-reason"
          aria-label={inbox.kind}
          value={kind ?? ''}
          onChange={({ target }) =>
            go({ ...(show ? { show } : {}), ...(target.value ? { kind: target.value as NoticeKind } : {}) })
          }
        >
          <option value="">{inbox.everyKind}</option>
          {NOTICE_KIND_NAMES.map((name) => (
            <option key={name} value={name}>
              {say(NOTICE_KINDS[name])}
            </option>
          ))}
        </select>
        {newest && unread > 0 && !kind && (
          <button type="button" className="button" disabled={readAll.isPending} onClick={() => readAll.mutate(newest)}>
            <Icon name="check" size={16} />
            {inbox.readAll}
          </button>
        )}
      </div>
      <section id="inbox-panel" role="tabpanel" aria-labelledby={`inbox-panel-${show ?? 'unread'}`} className="card">
        {error ? (
          <ErrorCard error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={6} height={56} />
        ) : notices.length + told.length === 0 ? (
          <InboxEmpty search={search} />
        ) : (
          <ul>
            {told.map((notice) => (
              <OfficeNoticeItem key={notice.id} notice={notice} read={() => read.mutate(notice.id)} />
            ))}
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} read={() => read.mutate(notice.id)} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <p className="card-body">
            <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {inbox.more}
            </button>
          </p>
        )}
      </section>
      {mailOpen && <MailDrawer close={() => setMailOpen(false)} />}
      {calendarOpen && <CalendarDrawer close={() => setCalendarOpen(false)} />}
    </div>
  )
}

/** Says that notices were read; the count in the header follows. */
function useReading() {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: ['inbox'] })
  const read = useMutation({ mutationFn: (id: string) => markRead({ ids: [id] }), onSettled })
  const readAll = useMutation({ mutationFn: (upTo: string) => markRead({ upTo }), onSettled })
  return { read, readAll }
}

function InboxEmpty({ search: { show, kind } }: { search: InboxSearch }) {
  const inbox = useInboxWords()
  if (kind)
    return (
      <Empty
        title={inbox.emptyKind}
        action={
          <Link to="/inbox" search={{ show: 'all' }} className="button is-outline">
            {inbox.showAll}
          </Link>
        }
      />
    )
  return (
    <Empty
      title={show ? inbox.emptyAll : inbox.emptyUnread}
      text={inbox.emptyUnreadText}
      action={
        <Link to="/" className="button is-outline">
          {inbox.toToday}
        </Link>
      }
    />
  )
}
