import { type Procedure, type State, type Step, targetsOf } from '../../../../domain/procedure/procedure.ts'
import type { SeatName } from '../../../../domain/procedure/seat.ts'
import { roleOf, type Taker } from '../../../../domain/procedure/taker.ts'
import type { Role } from '../../../../domain/unit/role.ts'

/** A role in the responsible unit, or the side of a seat that acts from elsewhere: 交办方 stands apart from 承办单位. */
export type Lane = Role | `@${SeatName}`

/** A state to draw. `anytime`: no drawn arrow leads to it, because it is reached from every state that is not done. */
export type GraphNode = { readonly id: string; readonly lane: Lane; readonly done: boolean; readonly anytime: boolean }

/** The steps that lead from one state to another. `back`: a return to an earlier state. `beside`: an everyday step beside the path. `expiry`: what the end of a time does by itself. */
export type GraphEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly steps: readonly string[]
  readonly kind: 'forward' | 'back' | 'beside' | 'expiry'
}

/** A procedure as nodes, edges and lanes, before anything has a place. */
export type ProcedureGraph = {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly opening: string
}

type Move = { readonly step: string; readonly from: string; readonly to: string; readonly aside: boolean }

const pairOf = ({ from, to }: Pick<Move, 'from' | 'to'>) => `${from}>${to}`

/** What a definition draws: its states, and its steps as arrows. Steps between the same two states are one arrow. */
export function procedureGraph(procedure: Procedure): ProcedureGraph {
  const moves = drawnMoves(procedure)
  const returns = backPairs(procedure.opening.state, moves)
  const expiring = new Set(Object.values(procedure.deadlines).flatMap(({ onExpiry }) => onExpiry?.takes ?? []))
  const edges = [...new Set(moves.map(pairOf))].flatMap((id): GraphEdge[] => {
    const same = moves.filter((move) => pairOf(move) === id)
    const [first] = same
    if (!first) return []
    const kind = same.every(({ step }) => expiring.has(step))
      ? 'expiry'
      : returns.has(id)
        ? 'back'
        : same.every(({ aside }) => aside)
          ? 'beside'
          : 'forward'
    return [{ id, from: first.from, to: first.to, steps: same.map(({ step }) => step), kind }]
  })
  const nodes = Object.entries(procedure.states)
    .filter(([id]) => !isOnlyImported(procedure, id))
    .map(
      ([id, state]): GraphNode => ({
        id,
        lane: laneOf(procedure, id, state, edges),
        done: state.group === 'done',
        anytime: id !== procedure.opening.state && !edges.some(({ to }) => to === id),
      }),
    )
  return { nodes, edges, opening: procedure.opening.state }
}

/** An everyday step that can be taken in more states than this is told in the node it leads to, instead of by an arrow from each. */
const MOST_ASIDE = 2

/** A state that only the import of a former ledger leads to is no way of the procedure. */
function isOnlyImported({ steps, opening }: Procedure, state: string): boolean {
  const arriving = Object.values(steps).filter((step) => targetsOf(step).includes(state))
  return state !== opening.state && arriving.length > 0 && arriving.every(({ imported }) => imported)
}

/** Everyday steps are drawn only where nothing else leads to their state. */
function drawnMoves({ steps }: Procedure): Move[] {
  const moves = Object.entries(steps).flatMap(([id, step]): Move[] => {
    const { from, aside, imported } = step
    if (imported || from === 'open') return []
    return targetsOf(step).flatMap((to) =>
      from.filter((state) => state !== to).map((state) => ({ step: id, from: state, to, aside: aside === true })),
    )
  })
  const reached = new Set(moves.filter(({ aside }) => !aside).map(({ to }) => to))
  const sources = (state: string) => new Set(moves.filter(({ to }) => to === state).map(({ from }) => from)).size
  return moves.filter(({ aside, to }) => !aside || (!reached.has(to) && sources(to) <= MOST_ASIDE))
}

/** Pairs that close a cycle, found depth first from the opening state in the order of the definition. */
function backPairs(opening: string, moves: readonly Move[]): Set<string> {
  const back = new Set<string>()
  const onPath = new Set<string>()
  const visited = new Set<string>()
  const visit = (state: string): void => {
    visited.add(state)
    onPath.add(state)
    for (const { from, to } of moves) {
      if (from !== state) continue
      if (onPath.has(to)) back.add(pairOf({ from, to }))
      else if (!visited.has(to)) visit(to)
    }
    onPath.delete(state)
  }
  visit(opening)
  return back
}

/** The lane a definition names, else the first role that can move the matter on; a done state stands with those who close. */
function laneOf(procedure: Procedure, id: string, state: State, edges: readonly GraphEdge[]): Lane {
  if (state.group !== 'done' && state.lane) return state.lane
  const steps = Object.values(procedure.steps)
  const leaving = steps.find(
    ({ from, to, aside }) => !aside && from !== 'open' && to !== undefined && from.includes(id),
  )
  if (leaving) return laneRole(leaving)
  const into = edges.find(({ to }) => to === id)
  if (into) {
    const before = procedure.states[into.from]
    if (before)
      return laneOf(
        procedure,
        into.from,
        before,
        edges.filter(({ to }) => to !== id),
      )
  }
  const arriving = steps.find((step) => targetsOf(step).includes(id))
  return arriving ? laneRole(arriving) : 'clerk'
}

/** Residents act through a colleague's lane where one can take the step as well. */
function laneRole({ by }: Step): Lane {
  const taker = by.find((one) => one !== 'reporter' && one !== 'system') ?? by[0]
  return taker === undefined ? 'clerk' : laneOfTaker(taker)
}

function laneOfTaker(taker: Taker): Lane {
  const seat = seatOfTaker(taker)
  return seat === undefined || seat === 'responsible' ? roleOf(taker) : `@${seat}`
}

const seatOfTaker = (taker: Taker): SeatName | undefined =>
  typeof taker === 'string' ? undefined : (taker.at ?? taker.is ?? taker.below)

/** The roles that act from a seat's side, in the order of the definition. */
export const rolesAt = ({ steps }: Procedure, seat: SeatName): readonly Role[] => [
  ...new Set(Object.values(steps).flatMap(({ by }) => by.filter((taker) => seatOfTaker(taker) === seat).map(roleOf))),
]
