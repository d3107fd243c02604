import { Link } from '@tanstack/react-router'
import { dayAndMonth } from '../../../words/dates.ts'
import { useMapWords } from '../../../words/map/use-map-words.ts'
import { useWords } from '../../../words/words.tsx'
import { RingTable } from './ring-table.tsx'
import type { RingOnMap } from './rings-on.ts'
import './rings.css'

/** In words and figures what the large rings on the map say. */
export function RingsCard({ rings }: { rings: readonly RingOnMap[] }) {
  const { rings: words, warnedSince } = useMapWords()
  const { say, locale } = useWords()
  if (rings.length === 0) return null
  return (
    <section className="card">
      <header className="card-head">
        <h2>{words.title}</h2>
      </header>
      <p className="hint map-hint">{words.hint}</p>
      <ul className="map-warned">
        {rings.map(({ card }) => (
          <li key={card.matterId}>
            <p>
              <Link to="/matters/$id" params={{ id: card.matterId }}>
                {say(card.of)}
              </Link>
              <span className="hint">{warnedSince(dayAndMonth(card.since, locale), say(card.state))}</span>
            </p>
            <p>{say(card.words)}</p>
            <RingTable card={card} />
          </li>
        ))}
      </ul>
    </section>
  )
}
