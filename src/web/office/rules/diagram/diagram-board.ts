import type { Placement } from './diagram-place.ts'

/** Sizes in CSS pixels. */
export type BoardSizes = {
  readonly nodeWidth: number
  readonly nodeHeight: number
  /** Free width left of each column and right of the last: one more entry than columns. */
  readonly gutterWidths: readonly number[]
  /** Free height above each row and below the last: one more entry than rows. */
  readonly gutterHeights: readonly number[]
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Point = { readonly x: number; readonly y: number }

/** Where everything stands, and the lines on which arrows may run. */
export type Board = {
  readonly width: number
  readonly height: number
  readonly boxes: ReadonlyMap<string, Box>
  readonly lanes: readonly { readonly y: number; readonly height: number }[]
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** Arrows beside each other keep this distance. */
export const TRACK = 10
/** Arrows keep this distance from nodes: an arrow head fits in. */
const MARGIN = 12
/** Where arrows may leave or enter a side, from its middle. */
export const PORTS_BESIDE = [0, -12, 12] as const
/** The outermost only where the others are taken: a state that many steps lead to needs them. */
export const PORTS_ABOVE = [0, -24, 24, -38, 38] as const

/** Turns places into pixels. */
export function boardOf({ cells, columns, lanes }: Placement, sizes: BoardSizes): Board {
  const { nodeWidth, nodeHeight, gutterWidths, gutterHeights } = sizes
  const lefts = starts(gutterWidths, nodeWidth, columns)
  const rows = lanes.reduce((sum, lane) => sum + lane.rows, 0)
  const tops = starts(gutterHeights, nodeHeight, rows)
  const boxes = new Map(
    [...cells].map(([id, { column, row }]) => [
      id,
      { x: lefts[column] ?? 0, y: tops[row] ?? 0, width: nodeWidth, height: nodeHeight },
    ]),
  )
  const height = (tops.at(-1) ?? 0) + nodeHeight + (gutterHeights.at(-1) ?? 0)
  return {
    width: (lefts.at(-1) ?? 0) + nodeWidth + (gutterWidths.at(-1) ?? 0),
    height,
    boxes,
    lanes: lanesOf(lanes, tops, gutterHeights, height),
    xs: linesOf(lefts, nodeWidth, gutterWidths, PORTS_ABOVE),
    ys: linesOf(tops, nodeHeight, gutterHeights, PORTS_BESIDE),
  }
}

const starts = (gutters: readonly number[], size: number, count: number): number[] => {
  const found: number[] = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    at += gutters[index] ?? 0
    found.push(at)
    at += size
  }
  return found
}

/** Lane borders run through the middle of the free height between two lanes. */
function lanesOf(lanes: Placement['lanes'], tops: readonly number[], gutters: readonly number[], height: number) {
  let row = 0
  const borders = lanes.map(({ rows }) => {
    const top = row === 0 ? 0 : (tops[row] ?? 0) - (gutters[row] ?? 0) / 2
    row += rows
    return Math.round(top)
  })
  return borders.map((y, index) => ({ y, height: (borders[index + 1] ?? height) - y }))
}

/** The tracks of each gutter and the port lines of each column or row, in order. */
function linesOf(
  edges: readonly number[],
  size: number,
  gutters: readonly number[],
  ports: readonly number[],
): number[] {
  const lines = edges.flatMap((start) => ports.map((port) => start + size / 2 + port))
  gutters.forEach((gutter, index) => {
    const from = index === 0 ? 0 : (edges[index - 1] ?? 0) + size
    const free = gutter - 2 * MARGIN
    const tracks = Math.max(1, Math.floor(free / TRACK) + 1)
    const first = from + gutter / 2 - ((tracks - 1) * TRACK) / 2
    for (let track = 0; track < tracks; track += 1) lines.push(first + track * TRACK)
  })
  return [...new Set(lines)].sort((a, b) => a - b)
}
