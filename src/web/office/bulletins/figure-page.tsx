import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { COUNTED_MEANINGS, COUNTED_TITLES, SIDE_TITLES } from '../../../domain/bulletins/figure-code.ts'
import type { FigureRows } from '../../../domain/bulletins/figure-rows.ts'
import { addMilliseconds, dayOf } from '../../../domain/time/time.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useTitle } from '../../parts/shell/use-title.ts'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import { figureQuery } from './bulletins-api.ts'
import { countText } from './paper/count-text.ts'
import { useNaming } from './use-naming.ts'
import './bulletins.css'
import { WideTable } from '../../parts/shell/wide-table.tsx'

/** The matters behind one number of a bulletin, as they stood at its day. */
export function FigurePage() {
  const { id, code } = useParams({ from: '/bulletins/$id/figures/$code' })
  const { page = 1 } = useSearch({ from: '/bulletins/$id/figures/$code' })
  const words = useBulletinsWords()
  const { data, error, refetch } = useQuery(figureQuery(id, code, page))
  useTitle(words.figureOf(code))
  return (
    <div className="page bulletin-figure">
      <p>
        <Link to="/bulletins/$id" params={{ id }}>
          {words.back}
        </Link>
      </p>
      {error ? (
        <ErrorCard error={error} retry={() => void refetch()} />
      ) : data ? (
        <Figure id={id} view={data} />
      ) : (
        <Skeleton rows={8} height={40} />
      )}
    </div>
  )
}

function Figure({ id, view }: { id: string; view: FigureRows }) {
  const words = useBulletinsWords()
  const { locale } = useWords()
  const naming = useNaming(id)
  const { code, counted, side, span, count, found, rows } = view
  const last = dayOf(addMilliseconds(span.at, -1))
  const about = [SIDE_TITLES[side][locale], lineTitle(view, naming), COUNTED_TITLES[counted][locale]]
  return (
    <>
      <header>
        <h1>{about.filter(Boolean).join(' · ')}</h1>
        <p>
          {words.figureOf(code)}：{COUNTED_MEANINGS[counted][locale]}。{dayOf(span.from)} — {last}
        </p>
        <p className="muted">
          {words.figureCount(countText(count, naming), String(found))} {words.figureNote}
        </p>
      </header>
      <section className="card" aria-label={words.figureOf(code)}>
        {rows.length === 0 ? <Empty title={words.figureEmpty} text={words.figureEmptyText} /> : <Rows view={view} />}
      </section>
      {view.pages > 1 && <Pages id={id} view={view} />}
    </>
  )
}

function lineTitle({ of, key, month }: FigureRows, naming: ReturnType<typeof useNaming>): string {
  if (month) return month
  if (key === undefined) return ''
  if (of === 'units') return naming.unit(key)
  const [kind = '', category = ''] = key.split('/')
  if (of === 'kinds') return naming.kind(kind)
  return `${naming.kind(kind)} ${category ? naming.category(kind, category) : naming.words.noCategory}`
}

function Rows({ view: { rows } }: { view: FigureRows }) {
  const words = useBulletinsWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const hasOverdue = rows.some(({ daysOverdue }) => daysOverdue !== undefined)
  const hasClosed = rows.some(({ closedAt }) => closedAt !== undefined)
  return (
    <WideTable label={words.matterTitle} className="bulletin-scroll">
      <table className="bulletin-rows">
        <thead>
          <tr>
            <th scope="col">{words.reference}</th>
            <th scope="col">{words.matterTitle}</th>
            <th scope="col">{words.unitColumn}</th>
            <th scope="col">{words.openedOn}</th>
            {hasClosed && <th scope="col">{words.closedOn}</th>}
            {hasOverdue && <th scope="col">{words.overdueDays}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, reference, title, unitId, openedAt, closedAt, daysOverdue }) => (
            <tr key={id}>
              <td>
                <Link to="/matters/$id" params={{ id }}>
                  {reference}
                </Link>
              </td>
              <td className="is-start">{title}</td>
              <td className="is-start">{unitName(directory, unitId, say)}</td>
              <td>{dayOf(openedAt)}</td>
              {hasClosed && <td>{closedAt ? dayOf(closedAt) : ''}</td>}
              {hasOverdue && <td>{daysOverdue ?? ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Pages({ id, view: { code, page, pages } }: { id: string; view: FigureRows }) {
  const words = useBulletinsWords()
  const to = (next: number, text: string) => (
    <Link
      to="/bulletins/$id/figures/$code"
      params={{ id, code }}
      search={next > 1 ? { page: next } : {}}
      className="button"
    >
      {text}
    </Link>
  )
  return (
    <nav className="bulletin-pages" aria-label={words.pageOf(page, pages)}>
      {page > 1 && to(page - 1, words.previous)}
      <span className="muted">{words.pageOf(page, pages)}</span>
      {page < pages && to(page + 1, words.next)}
    </nav>
  )
}
