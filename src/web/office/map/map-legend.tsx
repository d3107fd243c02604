import { type FigureClass, toneOf } from '../../parts/map/classes.ts'
import { useMapWords } from '../../words/map/use-map-words.ts'

/** What the shades mean; the figures stand in the areas as well. */
export function MapLegend({
  classes,
  show,
  hasFew,
  hasRings,
  hasCircles,
}: {
  classes: readonly FigureClass[]
  show: 'count' | 'rate'
  hasFew: boolean
  hasRings: boolean
  hasCircles: boolean
}) {
  const map = useMapWords()
  const text = ({ over, upTo }: FigureClass) =>
    show === 'count'
      ? over + 1 === upTo
        ? String(upTo)
        : map.upTo((over + 1).toLocaleString('en'), upTo.toLocaleString('en'))
      : map.upTo(String(over), String(upTo))
  return (
    <>
      <p className="map-legend-told">{show === 'count' ? map.darker : map.darkerRate}</p>
      <ul className="map-legend" aria-label={map.legend}>
        <li>
          <Swatch className="is-none" />
          {map.noMatters}
        </li>
        {classes.map((each, at) => (
          <li key={each.upTo}>
            <Swatch className={`is-tone-${toneOf(at, classes.length)}`} />
            {text(each)}
          </li>
        ))}
        {hasFew && (
          <li>
            <Swatch className="" lines />
            {map.few}
          </li>
        )}
        {hasRings && (
          <li>
            <svg viewBox="0 0 18 12" aria-hidden="true">
              <circle cx="9" cy="6" r="5" className="map-ring" />
            </svg>
            {map.ring}
          </li>
        )}
        {hasCircles && (
          <li>
            <svg viewBox="0 0 18 12" aria-hidden="true">
              <circle cx="9" cy="6" r="5" className="map-ring is-cluster" />
            </svg>
            {map.rings.title}
          </li>
        )}
      </ul>
    </>
  )
}

const Swatch = ({ className, lines }: { className: string; lines?: true }) => (
  <svg viewBox="0 0 18 12" aria-hidden="true">
    <rect
      x="0.5"
      y="0.5"
      width="17"
      height="11"
      rx="2"
      className={`map-shape ${className}`}
      {...(lines ? { fill: 'none' } : {})}
    />
    {lines && <path d="M3 11 8 1M8 11l5-10M13 11l4-8" className="map-few-line" />}
  </svg>
)
