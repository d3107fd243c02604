import type { FlowRecord } from './matter-flow.ts'

/** Matters expected in each coming step, and how they share out by steps from opening to due (null: no deadline). */
export type ComingArrivals = { readonly means: readonly number[]; readonly lags: ReadonlyMap<number | null, number> }

/** Arrivals of a step weigh this much of those of the step after it: whichever foretold the past arrivals best. */
const FADINGS = [0.5, 0.7, 0.85, 0.95]
/** Each place of the round counts as if this many more rounds had brought the mean. */
const BORROWED_ROUNDS = 1

type Span = { readonly origin: number; readonly horizon: number; readonly window: number; readonly round: number }

/** As many as lately, at their places of the round, with deadlines as lately. */
export function comingArrivals(
  records: readonly FlowRecord[],
  { origin, horizon, window, round }: Span,
): ComingArrivals {
  const span = Math.min(window, origin)
  const first = origin - span + 1
  const arrivals = new Array<number>(span).fill(0)
  const counts = new Map<number | null, number>()
  let all = 0
  for (const { count, opened, due } of records) {
    if (opened < first || opened > origin) continue
    arrivals[opened - first]! += count
    const lag = due === null ? null : due - opened
    counts.set(lag, (counts.get(lag) ?? 0) + count)
    all += count
  }
  const places = sharesOfRound(arrivals, first, round)
  const level = comingLevel(arrivals.map((count, i) => count / places[(first + i) % round]!))
  return {
    means: Array.from({ length: horizon }, (_, i) => level * places[(origin + i + 1) % round]!),
    lags: new Map([...counts].map(([lag, count]) => [lag, count / all])),
  }
}

/** Arrivals at each place of the round, as a multiple of the mean. */
function sharesOfRound(arrivals: readonly number[], first: number, round: number): number[] {
  if (round === 1) return [1]
  const mean = arrivals.reduce((sum, each) => sum + each, 0) / Math.max(arrivals.length, 1)
  if (mean === 0) return new Array<number>(round).fill(1)
  const sums = new Array<number>(round).fill(BORROWED_ROUNDS * mean)
  const rounds = new Array<number>(round).fill(BORROWED_ROUNDS)
  for (const [i, count] of arrivals.entries()) {
    sums[(first + i) % round]! += count
    rounds[(first + i) % round]! += 1
  }
  return sums.map((sum, place) => sum / rounds[place]! / mean)
}

/** Exponential smoothing, with the memory that had the smallest squared error one step ahead. */
function comingLevel(arrivals: readonly number[]): number {
  const start = arrivals.reduce((sum, each) => sum + each, 0) / Math.max(arrivals.length, 1)
  let best = { error: Number.POSITIVE_INFINITY, level: start }
  for (const fading of FADINGS) {
    let level = start
    let error = 0
    for (const each of arrivals) {
      error += (each - level) ** 2
      level = fading * level + (1 - fading) * each
    }
    if (error < best.error) best = { error, level }
  }
  return best.level
}
