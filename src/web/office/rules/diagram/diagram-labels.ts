import type { Board, Box, Point } from './diagram-board.ts'
import type { Route } from './diagram-route.ts'

export type LabelSize = { readonly width: number; readonly height: number }
/** Where a label lies. `conflicts` is 0 when it covers nothing but its own arrow. */
export type PlacedLabel = { readonly edgeId: string; readonly box: Box; readonly conflicts: number }

/** Labels keep this distance from each other, and from nodes above and below; beside a node the arrow head stays visible. */
const GAP = 4
const HEAD = 14
/** How far a label may be shifted along the side of its line, as a share of its size. */
const SHIFTS = [0, -0.2, 0.2, -0.42, 0.42] as const
/** Places tried along a line, from its middle outwards. */
const PLACES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] as const

type Segment = { readonly from: Point; readonly to: Point }

/** After each label has its place, each may look for a better one. */
const ROUNDS = 3

type Wish = { readonly edgeId: string; readonly options: readonly { readonly box: Box; readonly cost: number }[] }

/** Puts each label on its own arrow, clear of nodes, other labels and other arrows where there is room. None lies beyond the rim. Those with the least choice choose first. */
export function placeLabels(
  routes: readonly Route[],
  sizes: ReadonlyMap<string, LabelSize>,
  { width, boxes }: Pick<Board, 'width' | 'boxes'>,
): PlacedLabel[] {
  const nodes = [...boxes.values()]
  const wishes = routes.flatMap((route): Wish[] => {
    const size = sizes.get(route.edge.id)
    if (!size) return []
    const others = routes.filter((other) => other !== route).flatMap(segmentsOf)
    const options = candidates(route, size).map((box) => ({
      box,
      cost: fixedCost(box, nodes, others) + (box.x < 0 || box.x + box.width > width ? 100 : 0),
    }))
    return [{ edgeId: route.edge.id, options: options.sort((a, b) => a.cost - b.cost) }]
  })
  const choice = ({ options }: Wish) => options.filter(({ cost }) => cost === 0).length
  const order = [...wishes].sort((a, b) => choice(a) - choice(b))
  const placed = new Map<string, PlacedLabel>()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { edgeId, options } of order) {
      const labels = [...placed.values()].filter((label) => label.edgeId !== edgeId).map(({ box }) => grown(box, GAP))
      const best = cheapest(options, labels)
      if (best) placed.set(edgeId, { edgeId, box: best.box, conflicts: best.cost })
    }
  }
  return [...placed.values()]
}

/** The first of the least: options come in the order in which they look best. */
function cheapest(options: Wish['options'], labels: readonly Box[]) {
  let best: { box: Box; cost: number } | undefined
  for (const { box, cost } of options) {
    const whole = cost + labels.reduce((sum, label) => sum + overlapCost(label, box), 0)
    if (!best || whole < best.cost) best = { box, cost: whole }
  }
  return best
}

const segmentsOf = ({ points }: Route): Segment[] =>
  points.slice(1).flatMap((to, index) => {
    const from = points[index]
    return from ? [{ from, to }] : []
  })

const lengthOf = ({ from, to }: Segment) => Math.abs(from.x - to.x) + Math.abs(from.y - to.y)

/** Boxes over the arrow: the middle of its longest line first, beside the middle later. */
function candidates(route: Route, { width, height }: LabelSize): Box[] {
  const lines = segmentsOf(route).sort((a, b) => lengthOf(b) - lengthOf(a))
  return SHIFTS.flatMap((shift) =>
    lines.flatMap((line) =>
      PLACES.map((share) => {
        const isDown = line.from.x === line.to.x
        const x = line.from.x + share * (line.to.x - line.from.x) + (isDown ? shift * width : 0)
        const y = line.from.y + share * (line.to.y - line.from.y) + (isDown ? 0 : shift * height)
        return { x: x - width / 2, y: y - height / 2, width, height }
      }),
    ),
  )
}

/** What a label covers that never moves: nodes weigh more than lines. */
function fixedCost(box: Box, nodes: readonly Box[], others: readonly Segment[]): number {
  const near = { ...grown(box, GAP), x: box.x - HEAD, width: box.width + 2 * HEAD }
  const hitNodes = nodes.filter((node) => overlap(near, node)).length
  const hitLines = others.filter(({ from, to }) => overlap(box, boxBetween(from, to))).length
  return hitNodes * 100 + hitLines
}

/** A little overlap is nearer to none than a lot: the other label may give way in the next round. */
function overlapCost(a: Box, b: Box): number {
  if (!overlap(a, b)) return 0
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return 100 + width * height
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
