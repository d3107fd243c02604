/**
 * How fast reports still out come in, on the log scale: by age, by the kind of the day on which they arrive, and by what that very
 * day was beyond its kind, with what is unsure about the last two; and what a day brings in all.
 */
export type Pace = {
  readonly age: Float64Array
  readonly kind: Float64Array
  readonly kindVariance: Float64Array
  readonly day: Float64Array
  readonly dayVariance: Float64Array
  readonly usual: number
}

/** By group: the slope of the likelihood, the information in what is known, and what of it is missing because totals are guessed. */
export type Slopes = { readonly slope: Float64Array; readonly info: Float64Array; readonly missing: Float64Array }

/** Totals of days are thought to lie around the usual one as a gamma law of this shape does: a burst is not taken for a fast day. */
const SHAPE = 3

/** How many reports are to be expected in the end where `share` of them has brought `known`, and the variance of that. */
export function totalOf(known: number, share: number, usual: number): { total: number; variance: number } {
  const more = (usual * (1 - share)) / (SHAPE + usual * share)
  const out = (SHAPE + known) * more
  return { total: known + out, variance: out * (1 + more) }
}

/** A pace drifts by so much a day (standard deviation of the logarithm). */
const DRIFT = 0.015
const FIRST_VARIANCE = 0.04
/** Days differ by so much before anything is seen, as so many days would show it; and by this much at least. */
const USUAL_LUCK = 0.05
const LUCK_WORTH = 10
const LEAST_LUCK = 0.002
/** Of the information in a day's arrivals at least this share is believed: a step that stops short comes again in the next round. */
const LEAST_SURE = 0.3
const LONGEST_STEP = 1.5

/**
 * Each day of arrival around a pace that wanders (Kalman's filter, Rauch's smoother), drawn towards it by how little its arrivals
 * say. Returns the variance by which days differ from it.
 */
export function wander({ slope, info, missing }: Slopes, pace: Pace, luck: number): number {
  const n = slope.length
  const [seen, noise] = [new Float64Array(n), new Float64Array(n)]
  for (let s = 0; s < n; s++) {
    const sure = Math.max(info[s]! - missing[s]!, LEAST_SURE * info[s]!, 1e-6)
    seen[s] = pace.day[s]! + Math.min(Math.max(slope[s]! / sure, -LONGEST_STEP), LONGEST_STEP)
    noise[s] = 1 / sure
  }
  const { mean, variance } = smoothed(seen, noise, luck)
  let [sum, weights] = [USUAL_LUCK * LUCK_WORTH, LUCK_WORTH]
  for (let s = 0; s < n; s++) {
    const own = luck / (luck + noise[s]!)
    const off = seen[s]! - mean[s]!
    pace.day[s] = mean[s]! + own * off
    pace.dayVariance[s] = own * noise[s]! + (1 - own) ** 2 * variance[s]!
    sum += own * own * Math.min(off * off - noise[s]!, 1)
    weights += own * own
  }
  return Math.max(sum / weights, LEAST_LUCK)
}

function smoothed(seen: Float64Array, noise: Float64Array, luck: number) {
  const n = seen.length
  const [mean, variance] = [new Float64Array(n), new Float64Array(n)]
  let [at, unsure] = [0, FIRST_VARIANCE]
  for (let s = 0; s < n; s++) {
    unsure += DRIFT ** 2
    const gain = unsure / (unsure + luck + noise[s]!)
    at += gain * (seen[s]! - at)
    unsure *= 1 - gain
    mean[s] = at
    variance[s] = unsure
  }
  for (let s = n - 2; s >= 0; s--) {
    const ahead = variance[s]! + DRIFT ** 2
    const back = variance[s]! / ahead
    mean[s] = mean[s]! + back * (mean[s + 1]! - mean[s]!)
    variance[s] = variance[s]! + back * back * (variance[s + 1]! - ahead)
  }
  return { mean, variance }
}
