import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LearnView } from '../../../domain/views/came-back-view.ts'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { getMatters } from '../../client/api.ts'
import { countsQuery } from '../../client/queries.ts'
import { useLearnWords } from '../../words/learn/use-learn-words.ts'

/** How many rows of a list stand on the page. */
const FEW = 5

/** Reviews, problems to rectify and lessons in numbers, each opening its list; and the first of what needs a look. */
export function LearnSums({ view: { reviews, rectifications, lessonKinds } }: { view: LearnView }) {
  const learn = useLearnWords()
  return (
    <div className="learn-sums">
      <Sum title={learn.sums.reviews} kinds={reviews}>
        <Few title={learn.openReviews} none={learn.noReviews} filter={{ kinds: reviews.join(','), group: 'notDone' }} />
      </Sum>
      <Sum title={learn.sums.rectifications} kinds={rectifications}>
        <Few
          title={learn.lateRectifications}
          none={learn.noLate}
          filter={{ kinds: rectifications.join(','), group: 'notDone', overdue: 'true', sort: 'due' }}
        />
      </Sum>
      <Sum title={learn.sums.lessons} kinds={lessonKinds} />
    </div>
  )
}

function Sum({ title, kinds, children }: { title: string; kinds: readonly string[]; children?: React.ReactNode }) {
  const learn = useLearnWords()
  const { data } = useQuery(countsQuery())
  const { data: late } = useQuery(countsQuery({ overdue: 'true', group: 'notDone' }))
  const [kind] = kinds
  if (!kind) return null
  const of = (counts: typeof data) => (counts ?? []).filter(({ procedure }) => kinds.includes(procedure))
  const sum = (counts: typeof data, name: 'all' | 'open') => of(counts).reduce((all, one) => all + one[name], 0)
  const [all, open, overdue] = [sum(data, 'all'), sum(data, 'open'), sum(late, 'all')]
  return (
    <section className="card learn-sum" aria-label={title}>
      <header className="card-head">
        <h2>
          <Link to="/matters" search={{ procedure: kind }}>
            {title} <span className="count">{all}</span>
          </Link>
        </h2>
        <span className="hint">
          <Link to="/matters" search={{ procedure: kind, group: 'notDone' }}>
            {learn.openOf(open)}
          </Link>
          {overdue > 0 && (
            <Link to="/matters" search={{ procedure: kind, group: 'notDone', overdue: 'true' }} className="is-bad">
              {learn.lateOf(overdue)}
            </Link>
          )}
        </span>
      </header>
      {children}
    </section>
  )
}

function Few({ title, none, filter }: { title: string; none: string; filter: LedgerFilter }) {
  const { data } = useQuery({
    queryKey: ['matters', 'few', filter],
    queryFn: () => getMatters(filter, undefined, FEW),
    enabled: Boolean(filter.kinds),
  })
  if (!data) return null
  if (data.rows.length === 0) return <p className="card-body hint">{none}</p>
  return (
    <div className="card-body">
      <h3 className="learn-few">{title}</h3>
      <ul>
        {data.rows.map(({ id, title: about, reference }) => (
          <li key={id} className="learn-few-item">
            <Link to="/matters/$id" params={{ id }}>
              {about}
            </Link>
            <small>{reference}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
