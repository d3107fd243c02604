import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { LearnView, LessonRow } from '../../../domain/views/came-back-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { learnedQuery } from '../../client/queries.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { Tabs } from '../../parts/shell/tabs.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useLearnWords } from '../../words/learn/use-learn-words.ts'
import { useWords } from '../../words/words.tsx'
import type { LearnSearch, Shown } from './learn-search.ts'
import { LearnSums } from './learn-sums.tsx'
import { LessonItem } from './lesson-item.tsx'
import './learn.css'

const FITS: Readonly<Record<Shown, (lesson: LessonRow) => boolean>> = {
  back: ({ since }) => since > 0,
  late: ({ checksLate }) => checksLate > 0,
  open: ({ group }) => group !== 'done',
  done: ({ group }) => group === 'done',
}

/** What was learned: reviews and what they list, lessons and where each was applied; what came back stands first. */
export function LearnPage() {
  const learn = useLearnWords()
  const search = useSearch({ from: '/learn' })
  const navigate = useNavigate({ from: '/learn' })
  const { data, error, refetch } = useQuery(learnedQuery)
  useTitle(learn.title)
  const go = (next: LearnSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  return (
    <div className="page learn">
      <header className="inbox-head">
        <h1>{learn.title}</h1>
        <span className="muted">{learn.lead}</span>
      </header>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={6} height={56} />
      ) : (
        <>
          <LearnSums view={data} />
          <Lessons view={data} search={search} go={go} />
        </>
      )}
    </div>
  )
}

function Lessons({ view, search, go }: { view: LearnView; search: LearnSearch; go: (next: LearnSearch) => void }) {
  const learn = useLearnWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const { show, unit } = search
  const under = unit ? directory.units[unit]?.path : undefined
  const inUnit = view.lessons.filter(({ unitId }) => !under || directory.units[unitId]?.path.startsWith(under))
  const lessons = show ? inUnit.filter(FITS[show]) : inUnit
  const units = [...new Set(view.lessons.map(({ unitId }) => unitId))]
  const tabs = (['all', 'back', 'late', 'open', 'done'] as const).map((id) => ({
    id,
    title: learn.shown[id],
    count: id === 'all' ? inUnit.length : inUnit.filter(FITS[id]).length,
  }))
  const choose = (id: string) => go({ ...(id === 'all' ? {} : { show: id as Shown }), ...(unit ? { unit } : {}) })
  return (
    <>
      <div className="learn-bar">
        <Tabs label={learn.shownLabel} panel="learn-panel" current={show ?? 'all'} choose={choose} tabs={tabs} />
        <select
          aria-label={learn.unit}
          value={unit ?? ''}
          onChange={({ target }) => go({ ...(show ? { show } : {}), ...(target.value ? { unit: target.value } : {}) })}
        >
          <option value="">{learn.everyUnit}</option>
          {units.map((id) => (
            <option key={id} value={id}>
              {unitName(directory, id, say)}
            </option>
          ))}
        </select>
      </div>
      <section id="learn-panel" role="tabpanel" aria-labelledby={`learn-panel-${show ?? 'all'}`} className="card">
        {lessons.length === 0 ? (
          <LearnEmpty view={view} />
        ) : (
          <ul>
            {lessons.map((lesson) => (
              <LessonItem key={lesson.id} lesson={lesson} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function LearnEmpty({ view: { lessons, lessonKinds } }: { view: LearnView }) {
  const learn = useLearnWords()
  const [kind] = lessonKinds
  if (lessons.length > 0)
    return (
      <Empty
        title={learn.emptyShown}
        action={
          <Link to="/learn" search={{}} className="button is-outline">
            {learn.showAll}
          </Link>
        }
      />
    )
  return (
    <Empty
      title={learn.empty}
      text={learn.emptyText}
      action={
        kind && (
          <Link to="/matters/new/$procedure" params={{ procedure: kind }} className="button is-outline">
            {learn.register}
          </Link>
        )
      }
    />
  )
}
