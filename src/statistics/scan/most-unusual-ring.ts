import { type Lately, WINDOW_DAYS } from './lately.ts'
import type { Neighbourhoods } from './neighbourhoods.ts'

/** A ring of neighbouring places that had more of late than its share. */
export type Ring = {
  /** Numbers of the places, the middle one first, then by distance. */
  readonly places: readonly number[]
  /** Length of the window. */
  readonly days: number
  readonly observed: number
  readonly expected: number
  /** How far from chance: a log likelihood ratio (Kulldorff 1997). */
  readonly ratio: number
}

/** One or two matters are never a burst. */
const LEAST = 3
/** A ring holds at most this share of the year: the outside has to be something to compare with. */
const LARGEST_SHARE = 0.5

/**
 * The ring and window that stand out most: rings around a place that had any, of two places or more with matters in two of them or more, for what one place has alone is
 * told by its own series. Expected is the ring's share of the year times all matters of the window.
 * @param left places that are told of already: no ring reaches them
 */
export function mostUnusualRing(
  { byPlace, windows, totals, year }: Lately,
  { places, most, near, ends }: Neighbourhoods,
  left?: ReadonlySet<number>,
): Ring | undefined {
  const all = year.length
  const largest = all * LARGEST_SHARE
  let [best, bestCentre, bestSize, bestWindow, bestCount, bestMean] = [0, -1, 0, 0, 0, 0]
  for (let w = 0; w < windows.length; w++) {
    const counts = windows[w]!
    const total = totals[w]!
    if (total < LEAST) continue
    const share = total / all
    for (let centre = 0; centre < places; centre++) {
      if (counts[centre] === 0) continue
      let [inside, usual, having] = [0, 0, 0]
      for (let size = 0, at = centre * most; size < most; size++, at++) {
        const place = near[at]!
        if (left?.has(place)) break
        usual += byPlace[place]!
        if (usual > largest) break
        const count = counts[place]!
        // A ring that ends where nothing came in says no more than the smaller one.
        if (count === 0) continue
        inside += count
        having += 1
        if (inside < LEAST || having < 2 || ends[at] === 0) continue
        const mean = usual * share
        if (inside <= mean) continue
        const ratio = ratioOf(inside, mean, total)
        if (ratio > best)
          [best, bestCentre, bestSize, bestWindow, bestCount, bestMean] = [ratio, centre, size + 1, w, inside, mean]
      }
    }
  }
  if (bestCentre < 0) return undefined
  return {
    places: [...near.subarray(bestCentre * most, bestCentre * most + bestSize)],
    days: WINDOW_DAYS[bestWindow] ?? 0,
    observed: bestCount,
    expected: bestMean,
    ratio: best,
  }
}

function ratioOf(inside: number, mean: number, total: number): number {
  const own = inside * Math.log(inside / mean)
  return inside === total ? own : own + (total - inside) * Math.log((total - inside) / (total - mean))
}
