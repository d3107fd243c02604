import { useId } from 'react'
import type { ForecastFigure, ForecastPart } from '../../../domain/forecast/forecast-view.ts'
import { WideTable } from '../../parts/shell/wide-table.tsx'
import { useForecastWords } from '../../words/forecast/use-forecast-words.ts'
import { plain } from './forecast-card.tsx'

type Props = {
  title: string
  parts: readonly ForecastPart[]
  weeks: number
  name: (key: string) => string
}

/** Each kind or unit, now and some weeks ahead; in their own order. */
export function PartsTable({ title, parts, weeks, name }: Props) {
  const words = useForecastWords()
  const id = useId()
  if (parts.length === 0) return null
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{title}</h2>
        <span className="hint">{words.partLead(weeks)}</span>
      </header>
      <WideTable labelledBy={id} className="forecast-table">
        <table>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="is-name">
                {title}
              </th>
              <th colSpan={2} scope="colgroup">
                {words.what.open}
              </th>
              <th colSpan={2} scope="colgroup">
                {words.what.overdue}
              </th>
            </tr>
            <tr>
              {(['open', 'overdue'] as const).flatMap((what) => [
                <th key={`${what} now`} scope="col">
                  {words.nowHead}
                </th>,
                <th key={`${what} then`} scope="col">
                  {words.inWeeks(weeks)}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {parts.map(({ key, open, overdue, ahead }) => (
              <tr key={key}>
                <th scope="row" className="is-name">
                  {name(key)}
                </th>
                <td>{open}</td>
                <Ahead figure={ahead.open} />
                <td>{overdue}</td>
                <Ahead figure={ahead.overdue} />
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}

function Ahead({ figure: { said, silent } }: { figure: ForecastFigure }) {
  const words = useForecastWords()
  if (!said)
    return (
      <td className="hint" title={words.silent[silent ?? 'too-little-history']}>
        {words.none}
      </td>
    )
  return (
    <td>
      {plain(said.value)}{' '}
      <small className="hint">
        {said.lower}–{said.upper}
      </small>
    </td>
  )
}
