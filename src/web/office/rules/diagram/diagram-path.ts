import type { Box } from './diagram-board.ts'
import type { GraphEdge } from './diagram-graph.ts'
import {
  bitAt,
  DIRECTIONS,
  type Direction,
  freePorts,
  type Ground,
  neighbourOf,
  opposite,
  type Port,
  placeOf,
  straightCost,
  turnCost,
} from './diagram-ground.ts'
import { createQueue } from './diagram-queue.ts'

/** The way of one arrow over the ground. */
export type Path = { readonly points: readonly number[]; readonly start: Port; readonly end: Port }

/** A point reached in a direction is one number: `4 * point + direction`. */
type Search = {
  readonly ground: Ground
  readonly target: Box
  readonly costs: Float64Array
  readonly before: Int32Array
  readonly origin: Map<number, Port>
  readonly ends: ReadonlyMap<number, readonly Port[]>
  readonly queue: ReturnType<typeof createQueue>
}
type Arrival = { readonly cost: number; readonly state: number; readonly end: Port }

/** The cheapest way of one arrow, all others given (A* over points and directions); undefined when it is walled in. */
export function findPath(ground: Ground, edge: GraphEdge): Path | undefined {
  const search = searchOf(ground, edge)
  if (!search) return undefined
  let best: Arrival | undefined
  for (let next = search.queue.pop(); next; next = search.queue.pop()) {
    if (best && next.priority >= best.cost) break
    best = arrivalAt(search, next.item, best)
    goOn(search, next.item)
  }
  return best && pathTo(best, search)
}

function searchOf(ground: Ground, edge: GraphEdge): Search | undefined {
  const { boxes, xs, ys } = ground.board
  const [from, target] = [boxes.get(edge.from), boxes.get(edge.to)]
  if (!from || !target) return undefined
  const isBack = edge.kind === 'back'
  const ends = new Map<number, Port[]>()
  for (const port of freePorts(ground, edge.to, target, { entering: true, wrong: isBack ? 2 : 0 })) {
    ends.set(port.point, [...(ends.get(port.point) ?? []), port])
  }
  const costs = new Float64Array(xs.length * ys.length * 4).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(costs.length).fill(-1)
  const search = { ground, target, costs, before, origin: new Map<number, Port>(), ends, queue: createQueue() }
  for (const port of freePorts(ground, edge.from, from, { entering: false, wrong: isBack ? 0 : 2 })) {
    const state = 4 * port.point + port.direction
    if (port.cost >= (costs[state] ?? 0)) continue
    costs[state] = port.cost
    search.origin.set(state, port)
    search.queue.push(state, port.cost + toGo(search, port.point))
  }
  return search
}

/** Never more than what is still to go: the distance to the middle of the target, less its size. */
function toGo({ ground, target }: Search, point: number): number {
  const { x, y } = placeOf(ground, point)
  const distance = Math.abs(x - target.x - target.width / 2) + Math.abs(y - target.y - target.height / 2)
  return Math.max(0, distance - target.width)
}

/** The better of the best arrival so far and one at this point. */
function arrivalAt({ ground, costs, ends }: Search, state: number, best: Arrival | undefined): Arrival | undefined {
  let found = best
  const point = state >> 2
  const direction = (state & 3) as Direction
  for (const end of ends.get(point) ?? []) {
    if (end.direction === opposite(direction)) continue
    const cost = (costs[state] ?? 0) + end.cost + (end.direction === direction ? 0 : turnCost(ground, point))
    if (!found || cost < found.cost) found = { cost, state, end }
  }
  return found
}

/** Tries the neighbours of a point: straight on, or around a corner, never over a bit of line that is taken. */
function goOn(search: Search, state: number): void {
  const { ground, costs, before, queue } = search
  const point = state >> 2
  const direction = (state & 3) as Direction
  const here = placeOf(ground, point)
  for (const turn of DIRECTIONS) {
    if (turn === opposite(direction)) continue
    const neighbour = neighbourOf(ground, point, turn)
    if (neighbour < 0 || ground.taken[bitAt(ground, point, turn)]) continue
    const there = placeOf(ground, neighbour)
    const length = Math.abs(there.x - here.x) + Math.abs(there.y - here.y)
    const pass = turn === direction ? straightCost(ground, point, turn) : turnCost(ground, point)
    const cost = (costs[state] ?? 0) + pass + length
    const next = 4 * neighbour + turn
    if (cost >= (costs[next] ?? 0)) continue
    costs[next] = cost
    before[next] = state
    queue.push(next, cost + toGo(search, neighbour))
  }
}

function pathTo({ state, end }: Arrival, { before, origin }: Search): Path {
  const states = [state]
  for (let earlier = before[state] ?? -1; earlier >= 0; earlier = before[earlier] ?? -1) states.unshift(earlier)
  const start = origin.get(states[0] ?? -1)
  if (!start) throw new Error('a way starts at a port')
  return { points: states.map((one) => one >> 2), start, end }
}
