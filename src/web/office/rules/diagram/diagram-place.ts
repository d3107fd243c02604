import type { GraphEdge, GraphNode, Lane, ProcedureGraph } from './diagram-graph.ts'

/** A place on the board: column from the left, row from the top. The rows of one lane lie together. */
export type Cell = { readonly column: number; readonly row: number }
export type Placement = {
  readonly cells: ReadonlyMap<string, Cell>
  readonly columns: number
  /** From top to bottom, each with its number of rows. */
  readonly lanes: readonly { readonly lane: Lane; readonly rows: number }[]
}

type Spot = { column: number; slot: number }
type Spots = Map<string, Spot>

/** Rounds of improvement; each tries every node at every place, and most graphs are settled after three. */
const ROUNDS = 8
/** Orders of the lanes that are improved to the end. */
const PROMISING = 4
const MOST_SLOTS = 3

/** Puts every state on a board of lanes and columns: along the path to the right, with few crossings and short arrows. More than `widest` columns only where it must. */
export function placeGraph(graph: ProcedureGraph, widest: number): Placement {
  const columns = firstColumns(graph)
  const ends = new Map(graph.edges.map((edge) => [edge, endsOf(graph, edge)]))
  const tried = laneOrders(graph).map((order) => {
    const lanes = order.map((lane) => ({ lane, nodes: graph.nodes.filter((node) => node.lane === lane) }))
    const task = { graph, lanes, widest, ends }
    const spots = firstSpots(graph, columns)
    return { task, spots, cost: improve(task, spots, 1) }
  })
  // Five lanes have 24 orders, and an order that looks bad after one round does not become the best one.
  const promising = tried.sort((a, b) => a.cost - b.cost).slice(0, PROMISING)
  const done = promising.map((each) => ({ ...each, cost: improve(each.task, each.spots, ROUNDS) }))
  const [best] = done.sort((a, b) => a.cost - b.cost)
  if (!best) throw new Error('a procedure without states cannot be drawn')
  return placementOf(best.task.lanes, best.spots)
}

/** Longest path from the opening state, returns left out. Going to another lane needs no new column, staying does. */
export function firstColumns({ nodes, edges, opening }: ProcedureGraph): ReadonlyMap<string, number> {
  const lane = new Map(nodes.map((node) => [node.id, node.lane]))
  const onward = edges.filter(({ kind }) => kind !== 'back')
  const columns = new Map<string, number>()
  const before = new Map<string, ReadonlySet<string>>()
  for (const id of inOrder(opening, nodes, onward)) {
    const from = onward.filter(({ to }) => to === id).map((edge) => edge.from)
    const ancestors = new Set(from.flatMap((one) => [one, ...(before.get(one) ?? [])]))
    before.set(id, ancestors)
    const sameLane = [...ancestors].filter((one) => lane.get(one) === lane.get(id))
    const least = [...from.map((one) => columns.get(one) ?? 0), ...sameLane.map((one) => (columns.get(one) ?? 0) + 1)]
    columns.set(id, Math.max(0, ...least))
  }
  const last = Math.max(0, ...columns.values())
  for (const { id, anytime } of nodes) if (anytime) columns.set(id, last)
  return columns
}

/** States so that each comes after all that lead to it. */
function inOrder(opening: string, nodes: readonly GraphNode[], onward: readonly GraphEdge[]): string[] {
  const left = new Map(nodes.map(({ id }) => [id, onward.filter(({ to }) => to === id).length]))
  const ready = [opening, ...nodes.map(({ id }) => id).filter((id) => id !== opening && left.get(id) === 0)]
  for (let index = 0; index < ready.length; index += 1) {
    for (const { from, to } of onward) {
      if (from !== ready[index]) continue
      left.set(to, (left.get(to) ?? 0) - 1)
      if (left.get(to) === 0) ready.push(to)
    }
  }
  return ready
}

/** Orders of the lanes worth trying: the lane of the opening state on top, the others in each order. */
function laneOrders({ nodes, opening }: ProcedureGraph): Lane[][] {
  const first = nodes.find(({ id }) => id === opening)?.lane
  const rest = [...new Set(nodes.map(({ lane }) => lane))].filter((lane) => lane !== first)
  const orders =
    rest.length <= 4
      ? permutations(rest)
      : [rest, ...rest.map((lane) => [lane, ...rest.filter((other) => other !== lane)])]
  return orders.map((order) => (first ? [first, ...order] : order))
}

const permutations = (lanes: readonly Lane[]): Lane[][] =>
  lanes.length === 0
    ? [[]]
    : lanes.flatMap((lane) => permutations(lanes.filter((other) => other !== lane)).map((order) => [lane, ...order]))

function firstSpots({ nodes }: ProcedureGraph, columns: ReadonlyMap<string, number>): Spots {
  const used = new Set<string>()
  const spots: Spots = new Map()
  for (const { id, lane } of nodes) {
    const column = columns.get(id) ?? 0
    let slot = 0
    while (used.has(`${lane} ${column} ${slot}`)) slot += 1
    used.add(`${lane} ${column} ${slot}`)
    spots.set(id, { column, slot })
  }
  return spots
}

type LaneOfNodes = { readonly lane: Lane; readonly nodes: readonly GraphNode[] }
type Task = {
  readonly graph: ProcedureGraph
  readonly lanes: readonly LaneOfNodes[]
  readonly widest: number
  readonly ends: ReadonlyMap<GraphEdge, Ends>
}

/** Moves one node at a time to where the whole costs less, or changes places with who is there; returns the cost reached. */
function improve(task: Task, spots: Spots, rounds: number): number {
  const { graph } = task
  let cost = costOf(task, spots)
  for (let round = 0; round < rounds; round += 1) {
    const before = cost
    const width = Math.max(...[...spots.values()].map(({ column }) => column)) + 1
    for (const { id, lane } of graph.nodes) {
      for (let column = 0; column <= width; column += 1) {
        for (let slot = 0; slot < MOST_SLOTS; slot += 1) cost = tryMove(task, spots, { id, lane, column, slot }, cost)
      }
    }
    if (cost === before) break
  }
  return cost
}

type Trial = { id: string; lane: Lane; column: number; slot: number }

function tryMove(task: Task, spots: Spots, { id, lane, column, slot }: Trial, cost: number): number {
  const here = spots.get(id)
  if (!here || (here.column === column && here.slot === slot)) return cost
  const other = task.graph.nodes.find((node) => {
    const spot = spots.get(node.id)
    return node.lane === lane && spot?.column === column && spot.slot === slot
  })
  spots.set(id, { column, slot })
  if (other) spots.set(other.id, here)
  const moved = costOf(task, spots, cost)
  if (moved < cost) return moved
  spots.set(id, here)
  if (other) spots.set(other.id, { column, slot })
  return cost
}

function placementOf(order: readonly LaneOfNodes[], spots: Spots): Placement {
  const usedColumns = inUse([...spots.values()].map(({ column }) => column))
  const cells = new Map<string, Cell>()
  const lanes: { lane: Lane; rows: number }[] = []
  let top = 0
  for (const { lane, nodes } of order) {
    const slots = inUse(nodes.map(({ id }) => spots.get(id)?.slot ?? 0))
    for (const { id } of nodes) {
      const spot = spots.get(id)
      if (spot) cells.set(id, { column: usedColumns.indexOf(spot.column), row: top + slots.indexOf(spot.slot) })
    }
    lanes.push({ lane, rows: slots.length })
    top += slots.length
  }
  return { cells, columns: usedColumns.length, lanes }
}

const inUse = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

/**
 * What makes a board hard to read, added up. The weights were set by looking at the pictures. Nothing is ever taken off again, so
 * that a sum that has come to `limit` need not be finished: thousands of places are tried, and most are soon too dear.
 */
function costOf({ graph, lanes: order, widest, ends }: Task, spots: Spots, limit = Number.POSITIVE_INFINITY): number {
  const { cells, columns, lanes } = placementOf(order, spots)
  const taken = new Set([...cells.values()].map(({ column, row }) => `${column} ${row}`))
  const lines = graph.edges.flatMap((edge) => {
    const [from, to] = [cells.get(edge.from), cells.get(edge.to)]
    return from && to ? [{ edge, from, to }] : []
  })
  const rows = lanes.reduce((sum, lane) => sum + lane.rows, 0)
  const start = cells.get(graph.opening)?.column ?? 0
  let cost = columns * 1.5 + Math.max(0, columns - widest) * 8 + rows * 5 + start * 4
  for (const { id, anytime } of graph.nodes) if (anytime) cost += columns - 1 - (cells.get(id)?.column ?? 0)
  for (const { edge, from, to } of lines) {
    if (cost >= limit) return cost
    cost += lineCost(edge, from, to, ends.get(edge) ?? endsOf(graph, edge), taken)
  }
  for (let index = 0; index < lines.length && cost < limit; index += 1) cost += 2 * crossingsOf(lines, index)
  return cost
}

/** Whether an arrow stays in its lane, and whether it ends the matter. */
function endsOf({ nodes }: ProcedureGraph, { from, to }: GraphEdge): Ends {
  const target = nodes.find(({ id }) => id === to)
  return { sameLane: nodes.find(({ id }) => id === from)?.lane === target?.lane, done: target?.done ?? false }
}

function lineCost({ kind }: GraphEdge, from: Cell, to: Cell, ends: Ends, taken: ReadonlySet<string>): number {
  const right = to.column - from.column
  const length = Math.abs(right) + Math.abs(to.row - from.row) * 0.8
  const bend = right !== 0 && to.row !== from.row ? 0.8 : 0
  const share = kind === 'forward' ? 1 : 0.7
  return (length + bend) * share + againstTheFlow(kind, right, ends) + between(from, to, taken) * 3
}

type Ends = { readonly sameLane: boolean; readonly done: boolean }

/** Onward is to the right, and downward only where the lane changes or the matter ends; a return is to the left. */
function againstTheFlow(kind: GraphEdge['kind'], right: number, { sameLane, done }: Ends): number {
  if (kind === 'back') return right > 0 ? 1 : 0
  if (right < 0) return 10
  return right === 0 && sameLane && !done ? 4 : 0
}

/** Nodes in the way of a straight arrow. */
function between(from: Cell, to: Cell, taken: ReadonlySet<string>): number {
  if (from.column !== to.column && from.row !== to.row) return 0
  const steps = Math.max(Math.abs(to.column - from.column), Math.abs(to.row - from.row))
  let count = 0
  for (let step = 1; step < steps; step += 1) {
    const column = from.column + (step * (to.column - from.column)) / steps
    const row = from.row + (step * (to.row - from.row)) / steps
    if (taken.has(`${column} ${row}`)) count += 1
  }
  return count
}

type Line = { readonly edge: GraphEdge; readonly from: Cell; readonly to: Cell }

const side = (a: Cell, b: Cell, c: Cell) =>
  Math.sign((b.column - a.column) * (c.row - a.row) - (b.row - a.row) * (c.column - a.column))

/** How many of the lines behind this one it crosses. */
function crossingsOf(lines: readonly Line[], index: number): number {
  const one = lines[index]
  let count = 0
  for (let other = index + 1; other < lines.length; other += 1) {
    const second = lines[other]
    if (one && second && cross(one, second)) count += 1
  }
  return count
}

/** Whether two straight lines between cells cross inside. Lines that share an end do not. */
function cross(one: Line, other: Line): boolean {
  const ends = [one.edge.from, one.edge.to]
  if (ends.includes(other.edge.from) || ends.includes(other.edge.to)) return false
  return (
    side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 &&
    side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0
  )
}
