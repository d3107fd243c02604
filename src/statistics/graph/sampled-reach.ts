import { mrg32k3a } from '../simulator/mrg32k3a.ts'
import type { Wire, Wired } from './cascade.ts'

/** Draws of a cascade: how often each node was reached, and what each cut would have spared, draw by draw. */
export type Draws = {
  readonly size: number
  readonly chances: readonly number[]
  /** The weight reached in each draw. */
  readonly reached: Float64Array
  /** By link: the weight each draw would have spared without it. Links that spared nothing are left out. */
  readonly spared: ReadonlyMap<number, Float64Array>
}

const SEED = [12345, 12345, 12345, 12345, 12345, 12345] as const

/** Plays a cascade so many times, always with the same draws: two readers see the same numbers. */
export function drawReach(wired: Wired, size: number): Draws {
  const { names, wires, weights } = wired
  const uniform = mrg32k3a(SEED)
  const fires = new Uint8Array(1 + Math.max(-1, ...wires.map(({ link }) => link)))
  const counts = names.map(() => 0)
  const reached = new Float64Array(size)
  const spared = new Map<number, Float64Array>()
  for (let draw = 0; draw < size; draw += 1) {
    for (const { link, chance } of wires) fires[link] = uniform() < chance ? 1 : 0
    const { marked, tree } = spread(wired, fires)
    for (let node = 0; node < counts.length; node += 1) counts[node] = (counts[node] ?? 0) + (marked[node] ?? 0)
    const weight = weightOf(marked, wired, weights)
    reached[draw] = weight
    // A link that the draw did not come by spares nothing when it is cut.
    for (const { link } of tree) {
      fires[link] = 0
      const less = weight - weightOf(spread(wired, fires).marked, wired, weights)
      fires[link] = 1
      if (less === 0) continue
      const column = spared.get(link) ?? new Float64Array(size)
      column[draw] = less
      spared.set(link, column)
    }
  }
  return { size, chances: counts.map((count) => count / size), reached, spared }
}

function spread({ begins, leaving }: Wired, fires: Uint8Array): { marked: Uint8Array; tree: Wire[] } {
  const marked = new Uint8Array(leaving.length)
  const open = [...begins]
  const tree: Wire[] = []
  for (const start of begins) marked[start] = 1
  for (let index = 0; index < open.length; index += 1)
    for (const one of leaving[open[index] ?? 0] ?? [])
      if (fires[one.link] === 1 && marked[one.to] === 0) {
        marked[one.to] = 1
        tree.push(one)
        open.push(one.to)
      }
  return { marked, tree }
}

const weightOf = (marked: Uint8Array, { begins }: Wired, weights: readonly number[]): number => {
  let sum = 0
  for (let node = 0; node < marked.length; node += 1) if (marked[node] === 1) sum += weights[node] ?? 0
  for (const start of begins) sum -= weights[start] ?? 0
  return sum
}

/** Mean and standard error of a column of draws. */
export function meanOf(column: Float64Array): { readonly mean: number; readonly error: number } {
  const { length } = column
  let sum = 0
  for (const value of column) sum += value
  const mean = sum / length
  let squares = 0
  for (const value of column) squares += (value - mean) ** 2
  return { mean, error: length > 1 ? Math.sqrt(squares / (length - 1) / length) : 0 }
}
