import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { WarningCard as Card, WarningsView } from '../../../domain/warnings/warning-view.ts'
import { useOffice } from '../../client/office.tsx'
import { shortDay } from '../../words/dates.ts'
import { useWarningsWords } from '../../words/warnings/use-warnings-words.ts'
import { useWords } from '../../words/words.tsx'
import { WarningCard } from './warning-card.tsx'

const SHOWN_DONE = 10

/** What waits for judgement, what is watched or followed, and what was judged. */
export function WarningCards({ cards }: { cards: WarningsView['cards'] }) {
  const { cards: words } = useWarningsWords()
  const of = (stage: Card['stage']) => cards.filter((card) => card.stage === stage)
  const [raised, watched, followed, done] = [of('raised'), of('watched'), of('followed'), of('done')]
  return (
    <aside className="warning-side" aria-label={words.waiting}>
      <h2>
        {words.waiting} <span className="count">{raised.length}</span>
      </h2>
      {raised.length === 0 ? (
        <div className="card card-body">
          <b>{words.none}</b>
          <p className="hint">{words.noneText}</p>
        </div>
      ) : (
        raised.map((card, at) => <WarningCard key={card.matterId} card={card} first={at === 0} />)
      )}
      <Lines title={words.watched} cards={watched} />
      <Lines title={words.followed} cards={followed} />
      <Lines title={words.done} cards={done.slice(0, SHOWN_DONE)}>
        {done.length > SHOWN_DONE && <li className="hint">{words.moreDone(done.length - SHOWN_DONE)}</li>}
      </Lines>
    </aside>
  )
}

function Lines({ title, cards, children }: { title: string; cards: readonly Card[]; children?: ReactNode }) {
  if (cards.length === 0) return null
  return (
    <section className="card warning-lines">
      <h2 className="card-head">
        {title} <span className="count">{cards.length}</span>
      </h2>
      <ul>
        {cards.map((card) => (
          <Line key={card.matterId} card={card} />
        ))}
        {children}
      </ul>
    </section>
  )
}

function Line({ card: { matterId, name, stage, dueOn, raisedAt, verdict, made, mayJudge } }: { card: Card }) {
  const { cards, verdict: verdicts } = useWarningsWords()
  const { locale, say } = useWords()
  const { today } = useOffice()
  const day = (given: string) => shortDay(given.slice(0, 10), today(), locale)
  return (
    <li>
      <Link to="/matters/$id" params={{ id: matterId }}>
        {say(name)}
      </Link>
      <span className="hint">
        {stage === 'done' ? `${day(raisedAt)} ${verdict ? verdicts[verdict] : ''}` : ''}
        {stage === 'watched' && dueOn ? `${cards.lookAgain} ${day(dueOn)}` : ''}
        {stage === 'followed' && dueOn ? `${cards.sayOutcome} ${cards.due} ${day(dueOn)}` : ''}
      </span>
      {made.map((matter) => (
        <Link key={matter.matterId} to="/matters/$id" params={{ id: matter.matterId }} className="hint">
          {say(matter.kind)} {matter.reference}
        </Link>
      ))}
      {stage === 'followed' && mayJudge && (
        <Link
          to="/matters/$id"
          params={{ id: matterId }}
          search={{ step: 'sayOutcome' }}
          className="button is-small no-print"
        >
          {cards.sayOutcome}
        </Link>
      )}
    </li>
  )
}
