import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Day, dayOf } from '../../../domain/time/time.ts'
import type { TodayView } from '../../../domain/views/views.ts'
import { useOffice } from '../../client/office.tsx'
import { todayQuery } from '../../client/queries.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useWords } from '../../words/words.tsx'
import { DayStrip } from './day-strip.tsx'
import { DutyCard } from './duty-card.tsx'
import { EmergencyNotice } from './emergency-notice.tsx'
import { FirstRun } from './first-run.tsx'
import { GapNotice } from './gap-notice.tsx'
import { dueCounts, groupWork } from './group-work.ts'
import { ReturnNotice } from './return-notice.tsx'
import { SentList, TurnedList } from './side-lists.tsx'
import { StandInNotice } from './stand-in-notice.tsx'
import { TodaySentence } from './today-sentence.tsx'
import { WatchNotice } from './watch-notice.tsx'
import { WorkItem } from './work-item.tsx'
import { Worklist } from './worklist.tsx'
import './today.css'

/** What I have to do, by when. No charts: this page is for acting. */
export function TodayPage() {
  const { words, say } = useWords()
  const { session } = useOffice()
  const { data, error, refetch } = useQuery(todayQuery)
  useTitle(words.today.title)
  return (
    <div className="page today">
      <h1>{words.today.title}</h1>
      <div className="today-line">
        {data ? <TodaySentence view={data} /> : <p> </p>}
        <span className="hint">
          {session.person.name} · {say(session.post.title)}
        </span>
      </div>
      <StandInNotice />
      <GapNotice />
      <WatchNotice />
      <EmergencyNotice />
      <ReturnNotice />
      <DutyCard />
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <TodayContent view={data} />
      ) : (
        <Waiting />
      )}
    </div>
  )
}

function TodayContent({ view }: { view: TodayView }) {
  const { words } = useWords()
  const { rulebook } = useOffice()
  const [day, setDay] = useState<Day>()
  const { calendar } = rulebook
  const rows = day ? view.work.filter(({ clock }) => clock && (clock.dueOn ?? dayOf(clock.dueAt)) === day) : view.work
  return (
    <>
      <FirstRun />
      <DayStrip counts={dueCounts(view.work, view.now, calendar)} chosen={day} choose={setDay} />
      <div className="today-columns">
        <section className="card" aria-labelledby="mine">
          <header className="card-head">
            <h2 id="mine">
              {words.today.mine} <span className="count">{view.workCount}</span>
            </h2>
            <span className="hint worklist-hint">
              {view.work.length < view.workCount
                ? words.today.shownFirst(view.work.length, view.workCount)
                : words.today.byDue}
              <kbd>j</kbd>
              <kbd>k</kbd>
            </span>
          </header>
          {rows.length > 0 ? <Worklist groups={groupWork(rows, view.now, calendar)} /> : <NothingToDo />}
        </section>
        <div className="today-aside">
          <Exercises rows={view.exercises} />
          <TurnedList rows={view.turnedOverdue} count={view.turnedCount} />
          <SentList rows={view.sent} count={view.sentCount} />
        </div>
      </div>
    </>
  )
}

/** What waits for me in exercises: apart from the work, and in none of its numbers. */
function Exercises({ rows }: { rows: TodayView['exercises'] }) {
  const { words } = useWords()
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="exercises">
      <header className="card-head">
        <h2 id="exercises">{words.today.exercises}</h2>
        <span className="hint">{words.today.exercisesHint}</span>
      </header>
      <ul>
        {rows.map((row) => (
          <WorkItem key={row.id} row={row} first={false} current={false} />
        ))}
      </ul>
    </section>
  )
}

function NothingToDo() {
  const { words } = useWords()
  return (
    <Empty
      title={words.today.emptyTitle}
      text={words.today.emptyText}
      action={
        <Link to="/matters" className="button is-outline">
          {words.today.emptyAction}
        </Link>
      }
    />
  )
}

function Waiting() {
  return (
    <div className="today-columns">
      <div className="card">
        <Skeleton rows={8} height={48} />
      </div>
      <div className="card">
        <Skeleton rows={4} height={56} />
      </div>
    </div>
  )
}
