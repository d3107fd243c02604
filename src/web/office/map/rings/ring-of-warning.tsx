import { useQuery } from '@tanstack/react-query'
import type { WarningCard } from '../../../../domain/warnings/warning-view.ts'
import { unitName } from '../../../client/names.ts'
import { useOffice } from '../../../client/office.tsx'
import { MapDrawing } from '../../../parts/map/map-drawing.tsx'
import { useMapWords } from '../../../words/map/use-map-words.ts'
import { useWords } from '../../../words/words.tsx'
import { mapQuery } from '../map-api.ts'
import { RingTable } from './ring-table.tsx'
import { areasNear } from './rings-on.ts'
import './rings.css'

/** Areas of a small drawing, and its width. */
const MOST_AREAS = 30
const WIDTH = 340

/** Where the places of a cluster lie, and the same in a table. */
export function RingOfWarning({ card }: { card: WarningCard }) {
  const { rings: words } = useMapWords()
  const { say } = useWords()
  const { directory } = useOffice()
  const { data } = useQuery(mapQuery)
  const { ring = [] } = card
  if (ring.length === 0) return null
  const areas = areasNear(ring, data?.map?.areas ?? [], directory, MOST_AREAS)
  const places = areas.filter(({ unitId }) => ring.includes(unitId))
  return (
    <div className="ring-of-warning">
      {places.length > 0 && (
        <MapDrawing
          label={words.drawing(say(card.of))}
          areas={areas}
          width={WIDTH}
          circled={[places]}
          lookOf={(unitId) => {
            const name = unitName(directory, unitId, say)
            // Only the places of the ring are named: the picture is small.
            const isIn = ring.includes(unitId)
            return { name: '', text: isIn ? name : '', spoken: name, ...(isIn ? { tone: 1 } : {}) }
          }}
          link={(unitId, _, body) => <g key={unitId}>{body}</g>}
        />
      )}
      <RingTable card={card} />
    </div>
  )
}
