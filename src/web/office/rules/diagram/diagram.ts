import { type Board, type Box, boardOf, type Point } from './diagram-board.ts'
import type { GraphEdge, GraphNode, Lane, ProcedureGraph } from './diagram-graph.ts'
import { type LabelSize, type PlacedLabel, placeLabels } from './diagram-labels.ts'
import { type Placement, placeGraph } from './diagram-place.ts'
import { type Route, routeEdges } from './diagram-route.ts'

/** A procedure as a drawing, in CSS pixels. What the words are is the screen's business; their sizes come in. */
export type Diagram = {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly lane: Lane; readonly y: number; readonly height: number }[]
  readonly nodes: readonly (GraphNode & Box)[]
  readonly arrows: readonly (GraphEdge & { readonly points: readonly Point[]; readonly label?: Box })[]
  /** The arrow that opens a matter. */
  readonly start: { readonly from: Point; readonly to: Point }
}

export type DiagramSizes = {
  readonly nodeWidth: number
  readonly nodeHeight: number
  /** Sizes of the labels, by id of the edge. */
  readonly labels: ReadonlyMap<string, LabelSize>
  /** Width of the label on the arrow that opens a matter; 0 for none. */
  readonly startLabel: number
  /** Columns that fit; more only where the procedure needs them. */
  readonly widest: number
}

type Gutters = { readonly widths: readonly number[]; readonly heights: readonly number[] }
type Drawing = { readonly board: Board; readonly routes: readonly Route[]; readonly labels: readonly PlacedLabel[] }

const GUTTER = 44
const START_WIDTH = 40
const START_MARGIN = 12
/** How often the board may be widened until the labels cover nothing, and by how much at a time. */
const TRIES = 10
/** A label that lies on a foreign arrow is worth fewer tries. */
const SOFT_TRIES = 3
const WIDER = 14
/** From here on a label covers a node or another label, not only an arrow. */
const HARD = 100
/** What it may cost in width that a label covers one thing less. */
const CONFLICT_WIDTH = 10

/** Lays a procedure out: lanes by role, states from left to right, arrows around nodes, labels on their arrows. */
export function layOutDiagram(graph: ProcedureGraph, sizes: DiagramSizes): Diagram {
  const placement = placeGraph(graph, sizes.widest)
  let gutters = firstGutters(placement, sizes)
  let best = draw(graph, placement, sizes, gutters)
  let last = best
  for (let attempt = 0; attempt < TRIES && worstOf(last) > (attempt < SOFT_TRIES ? 0 : HARD - 1); attempt += 1) {
    gutters = roomier(gutters, placement, last, attempt)
    last = draw(graph, placement, sizes, gutters)
    if (costOf(last) < costOf(best)) best = last
  }
  return diagramOf(graph, placement, best)
}

const costOf = (drawing: Drawing): number => conflictsOf(drawing) * CONFLICT_WIDTH + drawing.board.width

function firstGutters({ columns, lanes }: Placement, { startLabel }: DiagramSizes): Gutters {
  const rows = lanes.reduce((sum, lane) => sum + lane.rows, 0)
  return {
    widths: [START_WIDTH + startLabel, ...Array.from({ length: columns }, () => GUTTER)],
    heights: Array.from({ length: rows + 1 }, () => GUTTER),
  }
}

function draw(graph: ProcedureGraph, placement: Placement, sizes: DiagramSizes, { widths, heights }: Gutters): Drawing {
  const { nodeWidth, nodeHeight } = sizes
  const board = boardOf(placement, { nodeWidth, nodeHeight, gutterWidths: widths, gutterHeights: heights })
  const routes = routeEdges(board, graph.edges)
  return { board, routes, labels: placeLabels(routes, sizes.labels, board) }
}

const worstOf = ({ labels }: Drawing) => Math.max(0, ...labels.map(({ conflicts }) => conflicts))
const conflictsOf = ({ labels }: Drawing) => labels.reduce((sum, label) => sum + label.conflicts, 0)

/**
 * More room around labels that cover something. Beside a node only width helps; between rows height is tried first, and
 * width every other time, because arrows that run side by side need it. A foreign arrow below a label is worth height only.
 */
function roomier(gutters: Gutters, { cells }: Placement, { board, labels }: Drawing, attempt: number): Gutters {
  const columns = new Set<number>()
  const rows = new Set<number>()
  const nodes = [...cells].map(([id, cell]) => ({ ...cell, box: board.boxes.get(id) ?? NOWHERE }))
  for (const { box, conflicts } of labels) {
    if (conflicts === 0) continue
    const { x, y } = middleOf(box)
    const isBeside = nodes.some((node) => y >= node.box.y && y <= node.box.y + node.box.height)
    if (conflicts >= HARD && (isBeside || attempt % 2 === 1)) {
      columns.add(Math.max(-1, ...nodes.filter((node) => middleOf(node.box).x < x).map(({ column }) => column)) + 1)
    } else if (!isBeside) {
      rows.add(Math.max(-1, ...nodes.filter((node) => middleOf(node.box).y < y).map(({ row }) => row)) + 1)
    }
  }
  return {
    widths: gutters.widths.map((width, index) => width + (columns.has(index) ? WIDER : 0)),
    heights: gutters.heights.map((height, index) => height + (rows.has(index) ? WIDER : 0)),
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 }
const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

function diagramOf(graph: ProcedureGraph, placement: Placement, { board, routes, labels }: Drawing): Diagram {
  const boxOf = (id: string): Box => board.boxes.get(id) ?? NOWHERE
  const opening = boxOf(graph.opening)
  const y = opening.y + opening.height / 2
  return {
    width: board.width,
    height: board.height,
    lanes: placement.lanes.map(({ lane }, index) => ({ lane, ...(board.lanes[index] ?? { y: 0, height: 0 }) })),
    nodes: graph.nodes.map((node) => ({ ...node, ...boxOf(node.id) })),
    arrows: routes.map(({ edge, points }) => {
      const label = labels.find(({ edgeId }) => edgeId === edge.id)?.box
      return { ...edge, points, ...(label ? { label } : {}) }
    }),
    start: { from: { x: START_MARGIN, y }, to: { x: opening.x, y } },
  }
}
