import { Link } from '@tanstack/react-router'
import type { WarningCard } from '../../../domain/warnings/warning-view.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'

/** In words what the rings on the map say: what, since when, how unusual. */
export function WarnedCard({ warned }: { warned: ReadonlyMap<string, readonly WarningCard[]> }) {
  const map = useMapWords()
  const { say, locale } = useWords()
  const { directory } = useOffice()
  if (warned.size === 0) return null
  return (
    <section className="card">
      <header className="card-head">
        <h2>{map.warned}</h2>
      </header>
      <p className="hint map-hint">{map.warnedHint}</p>
      <ul className="map-warned">
        {[...warned].map(([unitId, cards]) => (
          <li key={unitId}>
            <b>{unitName(directory, unitId, say)}</b>
            {cards.map(({ matterId, name, since, upper, observed, state }) => (
              <p key={matterId}>
                <Link to="/matters/$id" params={{ id: matterId }}>
                  {say(name)}
                </Link>
                <span className="hint">
                  {map.warnedSince(dayAndMonth(since, locale), say(state))}
                  {upper !== undefined && observed > upper && map.warnedAbove(Math.floor(upper))}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
