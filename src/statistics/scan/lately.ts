import { mrg32k3a, type Seed } from '../simulator/mrg32k3a.ts'

/** Matters of one family one by one, the oldest first: the day of each, and the number of its place. */
export type PlacedCases = { readonly days: Int32Array; readonly places: Int32Array }

/** What is compared at the end of one day: the last weeks of each place with its own year, and that with all places. */
export type Lately = {
  /** The place of every matter of the year, the last ones among them. */
  readonly year: Int32Array
  /** Matters of the year by place. */
  readonly byPlace: Float64Array
  /** Matters by place in the last 7, 14, … days: a row for each window. */
  readonly windows: readonly Int32Array[]
  /** Matters in each window. */
  readonly totals: readonly number[]
}

/** Days that are looked at together, each window ending with the day that is judged. */
export const WINDOW_DAYS = [7, 14, 21, 28] as const
/** The past that says what is usual at a place. */
export const USUAL_DAYS = 364

/** Cuts out what is known at the end of a day. */
export function latelyAt({ days, places }: PlacedCases, end: number, count: number): Lately {
  const [from, to] = [firstAfter(days, end - USUAL_DAYS), firstAfter(days, end)]
  const year = places.slice(from, to)
  const byPlace = new Float64Array(count)
  for (const place of year) byPlace[place]! += 1
  const windows = WINDOW_DAYS.map((length) => {
    const counts = new Int32Array(count)
    for (let at = firstAfter(days, end - length); at < to; at++) counts[places[at]!]! += 1
    return counts
  })
  return { year, byPlace, windows, totals: WINDOW_DAYS.map((length) => to - firstAfter(days, end - length)) }
}

/** Where the first matter after a day stands. */
export function firstAfter(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! > day) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The same totals of places and of windows, dealt out by chance: which matters of the year were the last ones is drawn anew. That keeps
 * what all places have in common, a holiday or a season, and what each has of its own.
 */
export function* dealt(lately: Lately, seed: Seed): Generator<Lately> {
  const uniform = mrg32k3a(seed)
  const pool = Int32Array.from(lately.year)
  const { totals } = lately
  while (true) {
    const windows = lately.windows.map((counts) => new Int32Array(counts.length))
    let drawn = 0
    for (const [at, total] of totals.entries()) {
      if (at > 0) windows[at]!.set(windows[at - 1]!)
      const counts = windows[at]!
      for (; drawn < total; drawn++) {
        // What was drawn goes to the front: each draw is from those left. The order it leaves is as good as any.
        const other = drawn + Math.floor(uniform() * (pool.length - drawn))
        const place = pool[other]!
        pool[other] = pool[drawn]!
        pool[drawn] = place
        counts[place]! += 1
      }
    }
    yield { ...lately, windows }
  }
}
