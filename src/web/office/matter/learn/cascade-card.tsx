import { useMemo } from 'react'
import type { FormValues } from '../../../../domain/procedure/form.ts'
import { columnsOf, type Field, optionsOf } from '../../../../domain/procedure/form.ts'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import type { Cascade } from '../../../../statistics/graph/cascade.ts'
import { type Analysis, analyse, INTERVAL } from '../../../../statistics/graph/first-cut.ts'
import { useLearnWords } from '../../../words/learn/use-learn-words.ts'
import { useWords } from '../../../words/words.tsx'
import type { SectionProps } from '../sections.ts'
import { CascadeDrawing, MOST_DRAWN, percent } from './cascade-drawing.tsx'
import { cascadeOf } from './cascade-of.ts'
import './cascade-card.css'

/** A risk graph: which single link to cut first and how much less is expected, the drawing, and the same as a table. */
export function CascadeCard({ view: { matter }, procedure }: SectionProps) {
  const { graph } = useLearnWords()
  const { words } = useWords()
  const { cascade: rule } = procedure
  const cascade = useMemo(() => rule && cascadeOf(rule, matter.fields), [rule, matter.fields])
  const analysis = useMemo(() => cascade && analyse(cascade), [cascade])
  if (!cascade || !analysis || cascade.links.length === 0) return null
  const names = new Set(cascade.links.flatMap(({ from, to }) => [from, to]))
  return (
    <section className="card" aria-labelledby="cascade">
      <header className="card-head">
        <h2 id="cascade">{graph.title}</h2>
      </header>
      <div className="card-body cascade-body">
        <p className="cascade-first">{firstText(cascade, analysis, graph, words.listComma)}</p>
        <p>
          {graph.expected(amount(analysis.expected), cascade.begins.join(words.listComma))}
          {`${words.semicolon}${
            analysis.method === 'exact'
              ? graph.exact
              : graph.sampled(String(analysis.draws ?? ''), amount(analysis.error))
          }`}
        </p>
        <p className="hint">{graph.model}</p>
        {names.size <= MOST_DRAWN ? (
          <CascadeDrawing cascade={cascade} analysis={analysis} />
        ) : (
          <p className="hint">{graph.tooLarge}</p>
        )}
        <Links cascade={cascade} analysis={analysis} procedure={procedure} fields={matter.fields} />
      </div>
    </section>
  )
}

type Graph = ReturnType<typeof useLearnWords>['graph']

/** Two digits are as much as such numbers carry. */
const amount = (value: number): string => value.toFixed(2)

const arrowOf = ({ links }: Cascade, link: number): string => {
  const found = links[link]
  return found ? `${found.from} → ${found.to}` : ''
}

function firstText(cascade: Cascade, { cuts, first, method }: Analysis, graph: Graph, comma: string): string {
  const [best] = cuts
  if (!best || first.length === 0) return graph.none
  const half = INTERVAL * best.error
  const within =
    method === 'sampled' ? graph.within(amount(Math.max(0, best.falls - half)), amount(best.falls + half)) : ''
  const said =
    first.length === 1
      ? graph.first(arrowOf(cascade, best.link), amount(best.falls))
      : graph.firstOf(first.map((link) => arrowOf(cascade, link)).join(comma), amount(best.falls))
  return `${said}${within}`
}

function Links({
  cascade,
  analysis: { cuts, first },
  procedure,
  fields,
}: {
  cascade: Cascade
  analysis: Analysis
  procedure: Procedure
  fields: FormValues
}) {
  const { graph } = useLearnWords()
  const { say, words } = useWords()
  const rows = (fields[procedure.cascade?.links ?? ''] ?? []) as readonly FormValues[]
  const columns = columnsOf(procedure.forms[procedure.opening.form]?.fields[procedure.cascade?.links ?? ''])
  // Whatever else a row says of a link: by what it is held to be so likely.
  const { from, to, chance } = procedure.cascade ?? { from: '', to: '', chance: '' }
  const others = Object.entries(columns).filter(([name]) => ![from, to, chance].includes(name))
  const saysOf = (row: FormValues | undefined) =>
    others
      .flatMap(([name, field]) => (row && typeof row[name] === 'string' ? worded(field, row[name], say) : []))
      .join(words.colon)
  return (
    <div className="cascade-scroll">
      <table className="coverage">
        <thead>
          <tr>
            {[graph.from, graph.to, graph.chance, graph.falls, graph.grounds].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cascade.links.map((link, index) => {
            const falls = cuts.find((cut) => cut.link === index)?.falls
            const isFirst = first.includes(index)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a record have no other name and stand in its order
              <tr key={index} className={isFirst ? 'is-first' : undefined}>
                <th scope="row">{link.from}</th>
                <td>{link.to}</td>
                <td>{percent(link.chance)}</td>
                <td>
                  {falls === undefined ? graph.nothing : amount(falls)}
                  {isFirst && <small>{graph.cutHere}</small>}
                </td>
                <td className="cascade-basis">{saysOf(rows[index])}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function worded(field: Field, value: string, say: ReturnType<typeof useWords>['say']): string {
  const option = optionsOf(field)?.[value]
  return option ? say(option) : value
}
