import type { CountRequest } from '../../../domain/counts/count-request.ts'
import { unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { CountedLink } from '../../parts/counted/counted-link.tsx'
import { useMapWords } from '../../words/map/use-map-words.ts'
import { useWords } from '../../words/words.tsx'

/** What lies in no area: counted all the same, so that nothing is missing from the sum. */
export function Elsewhere({
  elsewhere,
  by,
  requestOf,
}: {
  elsewhere: ReadonlyMap<string, number>
  by: 'place' | 'unit'
  requestOf: (unitId: string) => CountRequest
}) {
  const map = useMapWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const order = Object.keys(directory.units)
  const rows = [...elsewhere].filter(([, count]) => count > 0).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  if (rows.length === 0) return null
  return (
    <section className="card">
      <header className="card-head">
        <h2>{map.elsewhere}</h2>
      </header>
      <p className="hint map-hint">{by === 'place' ? map.elsewhereHint : map.elsewhereByUnit}</p>
      <ul className="map-elsewhere">
        {rows.map(([id, count]) => (
          <li key={id}>
            <span>{id === '' ? map.noPlace : unitName(directory, id, say)}</span>
            <CountedLink
              request={requestOf(id)}
              label={map.spoken(id === '' ? map.noPlace : unitName(directory, id, say), map.matters(count), '')}
            >
              {count.toLocaleString('en')}
            </CountedLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
