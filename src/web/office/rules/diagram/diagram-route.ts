import type { Board, Point } from './diagram-board.ts'
import type { GraphEdge } from './diagram-graph.ts'
import { bitAt, type Direction, type Ground, groundOf, placeOf } from './diagram-ground.ts'
import { findPath, type Path } from './diagram-path.ts'

/** An arrow as its corners, from the border of one node to the border of the other. */
export type Route = { readonly edge: GraphEdge; readonly points: readonly Point[] }

/** After each arrow has its way, each may look for a better one. */
const ROUNDS = 2

/** Finds a way for every arrow: along free lines, around nodes, with few corners and crossings, never on top of another arrow. */
export function routeEdges(board: Board, edges: readonly GraphEdge[]): Route[] {
  const ground = groundOf(board)
  const paths = new Map<string, Path>()
  const order = [...edges].sort((a, b) => rank(a) - rank(b) || distance(board, a) - distance(board, b))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const edge of order) {
      const old = paths.get(edge.id)
      if (old) mark(ground, old, -1)
      const path = findPath(ground, edge) ?? old
      if (!path) continue
      mark(ground, path, 1)
      paths.set(edge.id, path)
    }
  }
  return edges.flatMap((edge) => {
    const path = paths.get(edge.id)
    return path ? [{ edge, points: cornersOf(ground, path) }] : []
  })
}

const rank = ({ kind }: GraphEdge) => (kind === 'forward' ? 0 : 1)

function distance({ boxes }: Board, { from, to }: GraphEdge): number {
  const [a, b] = [boxes.get(from), boxes.get(to)]
  return a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0
}

/** Takes the ground under an arrow, or gives it back. */
function mark(ground: Ground, { points, start, end }: Path, change: 1 | -1): void {
  let before = start.direction
  points.forEach((point, index) => {
    const next = points[index + 1]
    const direction = next === undefined ? end.direction : directionOf(next - point, ground.board.xs.length)
    if (direction !== before) ground.corners[point] = (ground.corners[point] ?? 0) + change
    if (next !== undefined) {
      const bit = bitAt(ground, point, direction)
      ground.taken[bit] = (ground.taken[bit] ?? 0) + change
    }
    before = direction
  })
  for (const { key } of [start, end]) {
    if (change === 1) ground.ports.add(key)
    else ground.ports.delete(key)
  }
}

const directionOf = (step: number, width: number): Direction =>
  step === 1 ? 0 : step === width ? 1 : step === -1 ? 2 : 3

/** The border points and the corners in between. */
function cornersOf(ground: Ground, { points, start, end }: Path): Point[] {
  const all = [start.at, ...points.map((point) => placeOf(ground, point)), end.at]
  return all.filter((point, index) => {
    const [a, b] = [all[index - 1], all[index + 1]]
    const isStraight = a && b && ((a.x === point.x && point.x === b.x) || (a.y === point.y && point.y === b.y))
    return !isStraight
  })
}
