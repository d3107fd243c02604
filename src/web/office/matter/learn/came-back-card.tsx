import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayOf } from '../../../../domain/time/time.ts'
import type { AskedUnit, CameBackFigure, CameBackView } from '../../../../domain/views/came-back-view.ts'
import { unitName } from '../../../client/names.ts'
import { procedureOf, useOffice } from '../../../client/office.tsx'
import { cameBackQuery } from '../../../client/queries.ts'
import { useLearnWords } from '../../../words/learn/use-learn-words.ts'
import { useWords } from '../../../words/words.tsx'
import { FigureLink } from '../../learn/figure-link.tsx'
import type { SectionProps } from '../sections.ts'
import './came-back-card.css'

/** Below so many visits on either side nothing is compared. */
const FEW = 5

/** Where a lesson was applied, and whether the problem came back there; each number opens the rows it counts. */
export function CameBackCard({ view, procedure }: SectionProps) {
  const { card } = useLearnWords()
  const { cameBack } = procedure
  const { data } = useQuery({ ...cameBackQuery(view.matter.id), enabled: cameBack !== undefined })
  if (!cameBack || !data) return null
  return (
    <section className="card" aria-labelledby="came-back">
      <header className="card-head">
        <h2 id="came-back">{card.title}</h2>
      </header>
      <div className="card-body came-back">
        <p className={`came-back-says${data.since > 0 ? ' is-bad' : ''}`}>
          {data.checksDone === 0 ? card.notYet : data.since > 0 ? card.back(data.since) : card.clean}
        </p>
        <Versions view={data} />
        {data.units.length > 0 ? <Units view={data} /> : <p className="hint">{card.noUnits}</p>}
        {data.checksDone > 0 && (
          <p className="hint">{Math.min(data.visitsBefore, data.visitsSince) < FEW ? card.few : card.enough}</p>
        )}
      </div>
    </section>
  )
}

function Versions({ view: { versions } }: { view: CameBackView }) {
  const learn = useLearnWords()
  if (versions.length === 0) return null
  return (
    <p>
      {versions.map(({ before, after }) => (
        <span key={before}>
          {learn.card.versions}{' '}
          <Link to="/matters/$id" params={{ id: before.split('@')[0] ?? before }}>
            {after ? learn.version(before, after) : learn.noVersion(before)}
          </Link>
        </span>
      ))}
    </p>
  )
}

function Units({ view }: { view: CameBackView }) {
  const { words, say } = useWords()
  const learn = useLearnWords()
  const { directory, rulebook } = useOffice()
  const { card } = learn
  const states = procedureOf(rulebook, view.kinds.checks)?.states ?? {}
  const stateOf = ({ state, late }: AskedUnit) =>
    `${states[state] ? say(states[state].title) : state}${late ? ` · ${card.late}` : ''}`
  return (
    <div className="came-back-scroll">
      <table className="coverage">
        <thead>
          <tr>
            {[card.units, card.check, card.answered, card.before, card.since].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unitName(directory, unit.unitId, say)}</th>
              <td className={unit.late ? 'is-bad' : ''}>
                <Link to="/matters/$id" params={{ id: unit.id }}>
                  {stateOf(unit)}
                </Link>
              </td>
              <td>{unit.answeredAt ? dayOf(unit.answeredAt) : words.none}</td>
              <Found view={view} unit={unit} visits="visitsBefore" finds="before" />
              <Found view={view} unit={unit} visits="visitsSince" finds="since" />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{card.total}</th>
            <td>
              <FigureLink lesson={view} figure="checks" text={learn.asked(view.checksDone, view.checks)} />
            </td>
            <td>
              {view.checksLate > 0 && (
                <FigureLink lesson={view} figure="checksLate" text={learn.late(view.checksLate)} className="is-bad" />
              )}
            </td>
            <Found view={view} visits="visitsBefore" finds="before" />
            <Found view={view} visits="visitsSince" finds="since" />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

type Counted = Extract<CameBackFigure, 'visitsBefore' | 'visitsSince' | 'before' | 'since'>

function Found({
  view,
  unit,
  visits,
  finds,
}: {
  view: CameBackView
  unit?: AskedUnit
  visits: Counted
  finds: Counted
}) {
  const { say } = useWords()
  const { card } = useLearnWords()
  const { directory } = useOffice()
  const numbers = unit ?? view
  const name = unit ? unitName(directory, unit.unitId, say) : card.total
  const link = (figure: Counted, text: string, className?: string) => (
    <FigureLink
      lesson={{ ...numbers, reference: view.reference, kinds: view.kinds }}
      figure={figure}
      text={text}
      label={card.open(name, text)}
      {...(unit ? { place: unit.unitId } : {})}
      {...(className ? { className } : {})}
    />
  )
  return (
    <td className={finds === 'since' && numbers.since > 0 ? 'is-bad' : ''}>
      {link(finds, card.finds(numbers[finds]))}
      <small>{link(visits, card.visits(numbers[visits]))}</small>
    </td>
  )
}
