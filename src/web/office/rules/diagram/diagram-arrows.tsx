import type { Diagram } from './diagram.ts'
import type { Point } from './diagram-board.ts'

/** Radius of the corners. */
const ROUND = 6
/** The line ends where the arrow head begins. */
const HEAD = 6

/** The arrows of a diagram. For eyes only: each state's panel says where its steps lead. */
export function DiagramArrows({
  diagram: { width, height, arrows, start },
  selected,
}: {
  diagram: Diagram
  selected: string | undefined
}) {
  const strongLast = [...arrows].sort((a, b) => Number(a.from === selected) - Number(b.from === selected))
  return (
    <svg className="diagram-arrows" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <circle cx={start.from.x} cy={start.from.y} r="4" />
      <Arrow points={[start.from, start.to]} className="arrow" />
      {strongLast.map(({ id, from, kind, points }) => (
        <Arrow
          key={id}
          points={points}
          className={`arrow${kind === 'forward' ? '' : ' is-dashed'}${from === selected ? ' is-strong' : ''}`}
        />
      ))}
    </svg>
  )
}

/** One arrow along its corners. */
export function Arrow({ points, className }: { points: readonly Point[]; className: string }) {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return null
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI
  return (
    <g className={className}>
      <path className="arrow-line" d={roundedPath(points)} />
      <path className="arrow-head" d="M0 0-8-4v8z" transform={`translate(${tip.x} ${tip.y}) rotate(${angle})`} />
    </g>
  )
}

/** A line through the corners, each rounded as far as its sides allow. */
function roundedPath(points: readonly Point[]): string {
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before) return `M${point.x} ${point.y}`
    if (!after) return lineTo(towards(point, before, HEAD))
    const radius = Math.min(ROUND, distance(point, before) / 2, distance(point, after) / 2)
    const [enter, leave] = [towards(point, before, radius), towards(point, after, radius)]
    return `${lineTo(enter)}Q${point.x} ${point.y} ${leave.x} ${leave.y}`
  })
  return parts.join('')
}

const lineTo = ({ x, y }: Point) => `L${x} ${y}`
const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * by,
  y: from.y + Math.sign(to.y - from.y) * by,
})
