import { type ReactNode, useId, useMemo } from 'react'
import type { MapArea } from '../../../domain/map/map-area.ts'
import { ClusterCircle } from './cluster-circle.tsx'
import { labelPoint } from './label-point.ts'
import { outlineOf } from './outline.ts'
import { projectionOf } from './projection.ts'
import './map.css'

/** How one area is drawn: its shade, what is written in it, and what a reader hears who does not see it. */
export type AreaLook = {
  readonly name: string
  readonly text: string
  readonly spoken: string
  readonly tone?: number
  /** Too few to have a shade: a pattern. */
  readonly few?: boolean
  readonly chosen?: boolean
  /** Something is up there: a ring around name and figure. */
  readonly ringed?: boolean
}

/** Room that a name of so many letters needs, in pixels, from its middle. */
const ROOM_OF_LETTER = 6.5
const ROOM_OF_LINES = 13
const [LEAST_RING, MOST_RING] = [14, 46]

/**
 * Areas as a drawing of one's own: shades, names and figures in the areas, nothing by colour alone. Each area is what `link` makes of it, so
 * that it can be reached and opened with the keyboard.
 */
export function MapDrawing({
  label,
  areas,
  lookOf,
  width,
  link,
  circled = [],
}: {
  label: string
  areas: readonly MapArea[]
  lookOf: (unitId: string) => AreaLook
  width: number
  link: (unitId: string, look: AreaLook, body: ReactNode) => ReactNode
  /** Places that stand out together: a circle around each lot. */
  circled?: readonly (readonly MapArea[])[]
}) {
  const pattern = `few${useId().replace(/[^\w-]/g, '')}`
  const drawn = useMemo(() => drawAreas(areas, width), [areas, width])
  const { projection, shapes } = drawn
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is no fieldset
    <svg
      className="map-drawing"
      viewBox={`0 0 ${projection.width} ${projection.height}`}
      style={{ maxWidth: `${projection.width}px` }}
      role="group"
      aria-label={label}
    >
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="map-few-ground" />
          <line x1="0" y1="0" x2="0" y2="6" className="map-few-line" />
        </pattern>
      </defs>
      {shapes.map(({ unitId, path }) => {
        const look = lookOf(unitId)
        return link(
          unitId,
          look,
          <path
            d={path}
            fillRule="evenodd"
            className={`map-shape ${look.tone === undefined ? (look.few ? '' : 'is-none') : `is-tone-${look.tone}`}`}
            {...(look.few ? { fill: `url(#${pattern})` } : {})}
          />,
        )
      })}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the links say all of it */}
      <g aria-hidden="true" className="map-over">
        {shapes.map(({ unitId, path }) =>
          lookOf(unitId).chosen ? <path key={unitId} d={path} className="map-chosen" /> : null,
        )}
        {shapes.map(({ unitId, at: [x, y], room }) =>
          lookOf(unitId).ringed ? (
            <circle
              key={unitId}
              cx={x}
              cy={y}
              r={Math.max(LEAST_RING, Math.min(room, MOST_RING))}
              className="map-ring"
            />
          ) : null,
        )}
        {circled.map((lot) => (
          <ClusterCircle key={lot.map(({ unitId }) => unitId).join()} areas={lot} projection={projection} />
        ))}
        {shapes.map(({ unitId, at: [x, y], room }) => {
          const { name, text } = lookOf(unitId)
          const fits = room >= ROOM_OF_LINES && room * 1.6 >= (name.length * ROOM_OF_LETTER * letterWidth(name)) / 2
          return (
            <text key={unitId} x={x} y={y} textAnchor="middle" className="map-text">
              {fits && (
                <tspan x={x} dy="-0.3em">
                  {name}
                </tspan>
              )}
              <tspan x={x} dy={fits ? '1.25em' : '0.35em'} className="map-number">
                {text}
              </tspan>
            </text>
          )
        })}
      </g>
    </svg>
  )
}

/** Chinese letters are twice as wide as Latin ones. */
const letterWidth = (name: string) => (/[一-鿿]/.test(name) ? 2 : 1)

function drawAreas(areas: readonly MapArea[], width: number) {
  const projection = projectionOf(areas, width)
  const shapes = areas.map(({ unitId, polygons }) => ({
    unitId,
    path: outlineOf(polygons, projection.project),
    ...labelPoint(polygons, projection.project),
  }))
  return { projection, shapes }
}
