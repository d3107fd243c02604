import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useCompareWords } from '../../words/compare/use-compare-words.ts'
import { useCountedWords } from '../../words/counted/use-counted-words.ts'
import { useWords } from '../../words/words.tsx'
import { CountedRows } from '../counted/counted-rows.tsx'
import { behindQuery } from './compare-api.ts'
import type { CompareSearch } from './compare-search.ts'
import '../counted/counted.css'

/** The matters behind one figure of one unit: exactly as many as it says. */
export function BehindPart({ search, name }: { search: CompareSearch; name: string }) {
  const words = useCompareWords()
  const paging = useCountedWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const { data, error, refetch } = useQuery(behindQuery(search))
  const { line, measure: _m, sign, page: _p, ...back } = search
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} height={40} />
  const to = (page: number, text: string) => (
    <Link to="/compare" search={{ ...search, page }} className="button">
      {text}
    </Link>
  )
  return (
    <>
      <div className="compare-behind">
        <h2>
          {unitName(directory, line, say)} · {sign ? words.sign[sign] : name}
        </h2>
        <p>{words.behind(data.count)}</p>
        <Link to="/compare" search={back} className="button no-print">
          {words.back}
        </Link>
      </div>
      <section className="card">
        {data.rows.length === 0 ? (
          <Empty title={words.empty} text={words.emptyText} />
        ) : (
          <CountedRows rows={data.rows} />
        )}
      </section>
      {data.pages > 1 && (
        <nav className="counted-pages" aria-label={paging.pageOf(data.page, data.pages)}>
          {data.page > 1 && to(data.page - 1, paging.previous)}
          <span className="muted">{paging.pageOf(data.page, data.pages)}</span>
          {data.page < data.pages && to(data.page + 1, paging.next)}
        </nav>
      )}
    </>
  )
}
