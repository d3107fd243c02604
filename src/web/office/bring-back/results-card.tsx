import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useReturnedWords } from '../../words/returned/use-returned-words.ts'
import { useWords } from '../../words/words.tsx'
import type { Result } from './use-recording.ts'

/** What became of each row that was asked for. */
export function ResultsCard({ results }: { results: readonly Result[] }) {
  const { say: inOwn } = useWords()
  const say = useReturnedWords()
  const card = useRef<HTMLElement>(null)
  // Asked for at the end of a long list, it stands above it.
  useEffect(() => card.current?.scrollIntoView({ block: 'start' }), [])
  return (
    <section ref={card} className="card bring-back-told" aria-labelledby="returned-results">
      <header className="card-head">
        <h2 id="returned-results">{say.results.title}</h2>
      </header>
      <ul className="bring-back-results" role="status">
        {results.map(({ row, fate, steps, why, matter }) => (
          <li key={row} className={`is-${fate}`}>
            <span className="muted">{say.row(row)}</span>
            {matter && (
              <Link to="/matters/$id" params={{ id: matter.id }}>
                {matter.reference}
              </Link>
            )}
            <b>{say.results[fate]}</b>
            <span>
              {steps.map((step) => inOwn(step)).join('、')}
              {why && <span className="alarm"> {inOwn(why)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
