import type { SeriesPoint } from '../../../domain/warnings/warning-view.ts'

export type Size = { readonly width: number; readonly height: number }
export type SeriesMark = { readonly at: number; readonly x: number; readonly y: number }

/** A series as lines of a drawing. */
export type SeriesShape = {
  /** What was counted. */
  readonly line: string
  /** What would be nothing unusual, from nothing to the bound; in pieces where days were not judged. */
  readonly bands: readonly string[]
  /** What was expected, in the same pieces. */
  readonly usual: readonly string[]
  /** How high the bound of the last one stands, where no other was judged. */
  readonly bound?: number
  /** Days or weeks above the bound. */
  readonly marks: readonly SeriesMark[]
  /** Where the first, the middle and the last one stand. */
  readonly ticks: readonly SeriesMark[]
  /** The highest count that fits. */
  readonly most: number
  /** How high a count stands. */
  readonly yOf: (count: number) => number
  readonly bottom: number
}

/** Above the highest point and beside the first and last there is room for a mark. */
const ROOM = { top: 8, side: 6, bottom: 1 }
const LEAST_SCALE = 4

/** Lays a series out in so many pixels: one step to the right a day or week, counts upwards from nothing. */
export function seriesShape(points: readonly SeriesPoint[], { width, height }: Size): SeriesShape {
  const most = points.reduce((highest, { observed, upper }) => Math.max(highest, observed, upper ?? 0), LEAST_SCALE)
  const step = (width - 2 * ROOM.side) / Math.max(1, points.length - 1)
  const bottom = height - ROOM.bottom
  const xOf = (at: number) => tenth(ROOM.side + at * step)
  const yOf = (count: number) => tenth(bottom - (count / most) * (bottom - ROOM.top))
  const pieces = judgedPieces(points)
  const [only] = pieces.length === 1 ? (pieces[0] ?? []) : []
  const isOnlyLast = only !== undefined && only.at === points.length - 1 && points.length > 1
  return {
    ...(isOnlyLast ? { bound: yOf(only.upper) } : {}),
    most,
    yOf,
    bottom,
    line: pathOf(points.map(({ observed }, at) => [xOf(at), yOf(observed)])),
    bands: pieces.map((piece) => {
      const first = piece[0]?.at ?? 0
      const last = piece[piece.length - 1]?.at ?? first
      // One alone is as wide as its step, so that it can be seen.
      const half = piece.length === 1 ? step / 2 : 0
      const [left, right] = [xOf(first) - half, xOf(last) + half]
      const top = piece.map(({ at, upper }): Pair => [xOf(at), yOf(upper)])
      const edge: Pair[] = half ? [left, right].map((x) => [x, yOf(piece[0]?.upper ?? 0)]) : top
      return `${pathOf(edge)}L${tenth(right)} ${bottom}L${tenth(left)} ${bottom}Z`
    }),
    usual: pieces.map((piece) => pathOf(piece.map(({ at, expected }) => [xOf(at), yOf(expected)]))),
    marks: points.flatMap(({ crossed, observed }, at) => (crossed ? [{ at, x: xOf(at), y: yOf(observed) }] : [])),
    ticks: ticksOf(points.length).map((at) => ({ at, x: xOf(at), y: bottom })),
  }
}

type Pair = readonly [x: number, y: number]
type Judged = { readonly at: number; readonly upper: number; readonly expected: number }

/** The days or weeks that were judged, cut where some were not. */
function judgedPieces(points: readonly SeriesPoint[]): Judged[][] {
  const pieces: Judged[][] = []
  let piece: Judged[] = []
  for (const [at, { upper, expected }] of points.entries()) {
    if (upper !== null) {
      if (piece.length === 0) pieces.push(piece)
      piece.push({ at, upper, expected: expected ?? 0 })
    } else piece = []
  }
  return pieces
}

const ticksOf = (count: number): number[] =>
  count === 0 ? [] : count < 3 ? [0, ...(count > 1 ? [1] : [])] : [0, Math.floor((count - 1) / 2), count - 1]

const pathOf = (pairs: readonly Pair[]): string =>
  pairs.length === 0 ? '' : `M${pairs.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}`

const tenth = (value: number) => Math.round(value * 10) / 10
