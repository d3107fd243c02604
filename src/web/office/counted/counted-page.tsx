import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type CountRequest, readCountRequest, writeCountRequest } from '../../../domain/counts/count-request.ts'
import type { CountedView } from '../../../domain/counts/counted-matters.ts'
import { addMilliseconds, dayOf } from '../../../domain/time/time.ts'
import { countedQuery } from '../../client/counts/counts-query.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useCountedWords } from '../../words/counted/use-counted-words.ts'
import { CountedRows } from './counted-rows.tsx'
import { useHeading } from './use-heading.ts'
import './counted.css'

/** The matters behind a figure of any page, as they stood then. */
export function CountedPage() {
  const search = useSearch({ from: '/counted' })
  const words = useCountedWords()
  const request = readCountRequest(search)
  useTitle(words.title)
  return (
    <div className="page">
      {request ? (
        <Behind request={request} page={Number(search['page'] ?? 1)} />
      ) : (
        <Empty isPage title={words.broken} text={words.brokenText} action={<ToLedger />} />
      )}
    </div>
  )
}

function ToLedger() {
  const words = useCountedWords()
  return (
    <Link to="/matters" className="button">
      {words.toLedger}
    </Link>
  )
}

function Behind({ request, page }: { request: CountRequest; page: number }) {
  const { data, error, refetch } = useQuery(countedQuery(request, page))
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  return data ? <Figure request={request} view={data} /> : <Skeleton rows={8} height={40} />
}

function Figure({ request, view }: { request: CountRequest; view: CountedView }) {
  const words = useCountedWords()
  const { heading, when } = useHeading(request, view)
  return (
    <>
      <header className="counted-head">
        <h1>{heading}</h1>
        <p>
          <strong className="counted-many">{words.many(view.count)}</strong> {when}
        </p>
        <p className="muted">{words.asOf(dayOf(addMilliseconds(view.span.at, -1)))}</p>
      </header>
      <section className="card" aria-label={heading}>
        {view.rows.length === 0 ? (
          <Empty title={words.empty} text={words.emptyText} action={<ToLedger />} />
        ) : (
          <CountedRows rows={view.rows} />
        )}
      </section>
      {view.pages > 1 && <Pages request={request} view={view} />}
    </>
  )
}

function Pages({ request, view: { page, pages } }: { request: CountRequest; view: CountedView }) {
  const words = useCountedWords()
  const search = writeCountRequest(request)
  const to = (next: number, text: string) => (
    <Link to="/counted" search={next > 1 ? { ...search, page: String(next) } : search} className="button">
      {text}
    </Link>
  )
  return (
    <nav className="counted-pages" aria-label={words.pageOf(page, pages)}>
      {page > 1 && to(page - 1, words.previous)}
      <span className="muted">{words.pageOf(page, pages)}</span>
      {page < pages && to(page + 1, words.next)}
    </nav>
  )
}
