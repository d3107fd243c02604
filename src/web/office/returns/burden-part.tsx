import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AskedTwice, BurdenView, ReturnForm } from '../../../domain/returns/return-views.ts'
import { burdenQuery } from '../../client/returns/returns-api.ts'
import { Empty } from '../../parts/shell/empty.tsx'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'
import { useReturnsWords } from '../../words/returns/use-returns-words.ts'
import { useWords } from '../../words/words.tsx'
import { useQueryText } from './use-query-text.ts'

/** What forms cost in cells, and what is asked more than once. */
export function BurdenPart() {
  const { burden } = useReturnsWords()
  const { data, error, refetch } = useQuery(burdenQuery)
  if (error) return <ErrorCard error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} height={44} />
  return (
    <div className="returns-burden">
      <p className="muted">{burden.lead}</p>
      <Sums view={data} />
      <Twice view={data} />
      <Rows view={data} />
    </div>
  )
}

const percent = (part: number, all: number) => (all === 0 ? '—' : `${Math.round((100 * part) / all)}%`)
const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)

function Sums({ view: { forms, rows } }: { view: BurdenView }) {
  const { burden } = useReturnsWords()
  const [system, hand] = [sum(rows.map(({ bySystem }) => bySystem)), sum(rows.map(({ byHand }) => byHand))]
  const sums = [
    [forms.length, burden.sums.forms],
    [rows.length, burden.sums.periods],
    [system, burden.sums.system],
    [hand, burden.sums.hand],
    [percent(system, system + hand), burden.sums.share],
  ]
  return (
    <ul className="card returns-sums">
      {sums.map(([value, title]) => (
        <li key={title}>
          <b>{value}</b> {title}
        </li>
      ))}
    </ul>
  )
}

function Twice({ view: { twice, forms } }: { view: BurdenView }) {
  const { burden } = useReturnsWords()
  const same = twice.filter(({ near }) => !near)
  return (
    <section className="card" aria-labelledby="asked-twice">
      <header className="card-head">
        <h2 id="asked-twice">
          {burden.twice} <span className="count">{same.length}</span>
        </h2>
      </header>
      {twice.length === 0 ? (
        <p className="card-body hint">{burden.twiceNone}</p>
      ) : (
        <ul>
          {twice.map((one) => (
            <TwiceItem key={`${one.near ?? ''}${JSON.stringify(one.cells)}`} one={one} forms={forms} />
          ))}
        </ul>
      )}
    </section>
  )
}

function TwiceItem({ one: { query, near, cells }, forms }: { one: AskedTwice; forms: readonly ReturnForm[] }) {
  const { burden, query: words } = useReturnsWords()
  const { queryText } = useQueryText()
  const asking = [...new Set(cells.map(({ formId }) => formId))].flatMap(
    (id) => forms.find((form) => form.id === id) ?? [],
  )
  return (
    <li className="returns-twice">
      <div>
        <b>{queryText(query)}</b>
        <small className={near ? 'hint' : 'returns-same'}>{near ? burden.near[near] : burden.same}</small>
      </div>
      <ul>
        {asking.map(({ id, name, superior }) => (
          <li key={id}>
            <Link to="/returns" search={{ form: id }}>
              {burden.cell(
                name,
                superior,
                cells.flatMap(({ formId, cell }) => (formId === id ? [cell] : [])).join(words.join),
              )}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  )
}

function Rows({ view: { rows, forms } }: { view: BurdenView }) {
  const { say } = useWords()
  const { burden } = useReturnsWords()
  const { columns } = burden
  return (
    <section className="card" aria-labelledby="burden-rows">
      <header className="card-head">
        <h2 id="burden-rows">{burden.rows}</h2>
      </header>
      {rows.length === 0 ? (
        <Empty title={burden.none} />
      ) : (
        <div className="returns-scroll">
          <table className="returns-table">
            <thead>
              <tr>
                <th>{columns.period}</th>
                <th>{columns.form}</th>
                <th>{columns.superior}</th>
                <th className="num">{columns.system}</th>
                <th className="num">{columns.hand}</th>
                <th className="num">{columns.share}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ formId, period, bySystem, byHand }) => {
                const form = forms.find(({ id }) => id === formId)
                return (
                  <tr key={`${formId} ${period.key}`}>
                    <td>{say(period.title)}</td>
                    <td>
                      <Link to="/returns" search={{ form: formId }}>
                        {form?.name}
                      </Link>
                    </td>
                    <td>{form?.superior}</td>
                    <td className="num">{bySystem}</td>
                    <td className="num">{byHand}</td>
                    <td className="num">{percent(bySystem, bySystem + byHand)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
