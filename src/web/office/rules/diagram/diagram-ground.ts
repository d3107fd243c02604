import { type Board, type Box, PORTS_ABOVE, PORTS_BESIDE, type Point } from './diagram-board.ts'

/*
 * The ground that arrows run on: points where lines of the board cross, numbered row by row, and the bits of line between
 * neighbouring points. It knows which bits and points are taken.
 */

// Right, down, left, up.
const DX = [1, 0, -1, 0] as const
const DY = [0, 1, 0, -1] as const
export type Direction = 0 | 1 | 2 | 3
export const DIRECTIONS: readonly Direction[] = [0, 1, 2, 3]
/** The way back. */
export const opposite = (direction: Direction): Direction => ((direction + 2) % 4) as Direction

/** What a corner, a crossing and a port beside the middle cost, in pixels of detour. Set by looking at the pictures. */
const BEND = 34
const CROSSING = 46
const OFF_MIDDLE = 9
/** Leaving onward to the left, or coming in onward from the right. */
const WRONG_SIDE = 60
/** A corner on somebody else's line reads as a joint. */
const TOUCHING = 400

export type Ground = {
  readonly board: Board
  /** Points inside nodes. */
  readonly blocked: Uint8Array
  /** Arrows on each bit of line: at `2 * point` the one to the right of it, at `2 * point + 1` the one below. */
  readonly taken: Int16Array
  /** Corners on each point. */
  readonly corners: Int16Array
  /** Ports in use. */
  readonly ports: Set<string>
}

/** A place where an arrow leaves or enters a node: the first point outside it, and the direction of the arrow there. */
export type Port = {
  readonly point: number
  readonly direction: Direction
  readonly at: Point
  readonly cost: number
  readonly key: string
}

/** The empty ground of a board. */
export function groundOf(board: Board): Ground {
  const { xs, ys, boxes } = board
  const size = xs.length * ys.length
  const blocked = new Uint8Array(size)
  for (const box of boxes.values()) {
    ys.forEach((y, row) => {
      if (y < box.y || y > box.y + box.height) return
      xs.forEach((x, column) => {
        if (x >= box.x && x <= box.x + box.width) blocked[row * xs.length + column] = 1
      })
    })
  }
  return { board, blocked, taken: new Int16Array(2 * size), corners: new Int16Array(size), ports: new Set() }
}

/** Where a point lies. */
export const placeOf = ({ board: { xs, ys } }: Ground, point: number): Point => ({
  x: xs[point % xs.length] ?? 0,
  y: ys[Math.floor(point / xs.length)] ?? 0,
})

/** The bit of line from a point in a direction, as its index in `taken`. */
export function bitAt({ board }: Ground, point: number, direction: Direction): number {
  if (direction === 0) return 2 * point
  if (direction === 1) return 2 * point + 1
  return direction === 2 ? 2 * (point - 1) : 2 * (point - board.xs.length) + 1
}

/** The next point in a direction, or -1 at the rim and in front of a node. */
export function neighbourOf({ board, blocked }: Ground, point: number, direction: Direction): number {
  const width = board.xs.length
  const column = (point % width) + DX[direction]
  const row = Math.floor(point / width) + DY[direction]
  if (column < 0 || column >= width || row < 0 || row >= board.ys.length) return -1
  const next = row * width + column
  return blocked[next] ? -1 : next
}

/** What it costs to go straight on over a point: a line that crosses, or somebody's corner. */
export const straightCost = (ground: Ground, point: number, direction: Direction): number =>
  (isTaken(ground, point, direction % 2 === 0 ? 1 : 0) ? CROSSING : 0) + (ground.corners[point] ? TOUCHING : 0)

/** What it costs to turn on a point. */
export const turnCost = (ground: Ground, point: number): number =>
  BEND + (ground.corners[point] || isTaken(ground, point, 0) || isTaken(ground, point, 1) ? TOUCHING : 0)

/** Whether an arrow runs through a point, along it (0) or down (1). */
const isTaken = (ground: Ground, point: number, way: 0 | 1): boolean =>
  (ground.taken[bitAt(ground, point, way)] ?? 0) > 0 || (ground.taken[bitAt(ground, point, opposite(way))] ?? 0) > 0

const OUTERMOST = 24

/** The free ports of a node. `wrong` is the side that reads against the flow. */
export function freePorts(
  ground: Ground,
  id: string,
  box: Box,
  { entering, wrong }: { entering: boolean; wrong: Direction },
): Port[] {
  return DIRECTIONS.flatMap((out) =>
    (out % 2 === 0 ? PORTS_BESIDE : PORTS_ABOVE).flatMap((offset): Port[] => {
      const at = borderPoint(box, out, offset)
      const point = pointBefore(ground, at, out)
      const key = `${id} ${out} ${offset}`
      if (point < 0 || ground.ports.has(key) || ground.blocked[point]) return []
      const cost =
        OFF_MIDDLE * (offset === 0 ? 0 : Math.abs(offset) > OUTERMOST ? 3 : 1) + (out === wrong ? WRONG_SIDE : 0)
      return [{ point, direction: entering ? opposite(out) : out, at, cost, key }]
    }),
  )
}

function borderPoint({ x, y, width, height }: Box, out: Direction, offset: number): Point {
  if (out === 0) return { x: x + width, y: y + height / 2 + offset }
  if (out === 2) return { x, y: y + height / 2 + offset }
  return { x: x + width / 2 + offset, y: out === 1 ? y + height : y }
}

/** The first point in front of a border, or -1. */
function pointBefore({ board: { xs, ys } }: Ground, at: Point, out: Direction): number {
  const column =
    out === 0 ? xs.findIndex((x) => x > at.x) : out === 2 ? xs.findLastIndex((x) => x < at.x) : xs.indexOf(at.x)
  const row =
    out === 1 ? ys.findIndex((y) => y > at.y) : out === 3 ? ys.findLastIndex((y) => y < at.y) : ys.indexOf(at.y)
  return column < 0 || row < 0 ? -1 : row * xs.length + column
}
