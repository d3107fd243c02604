import { mrg32k3a, type Seed } from '../simulator/mrg32k3a.ts'
import { firstAfter, type PlacedCases, USUAL_DAYS } from './lately.ts'

/** Weeks left out at the end: what is judged must not excuse itself. */
const LEFT_OUT_DAYS = 28
/** The most scattered weeks do not count: a burst of last year is no scatter. */
const KEPT_SHARE = 0.9
const DEALS = 20

/**
 * By how much places scatter from week to week beyond chance, 1 where they do not: matters that come in twos and threes count as fewer.
 * Chi-square of places by weeks over its value when the same matters are dealt out among the same weeks.
 */
export function ringScatter({ days, places }: PlacedCases, end: number, count: number, seed: Seed): number {
  const last = end - LEFT_OUT_DAYS
  const from = firstAfter(days, end - USUAL_DAYS)
  const to = firstAfter(days, last)
  if (to - from < 2) return 1
  const weeks = Int32Array.from(days.subarray(from, to), (day) => Math.floor((last - day) / 7))
  const own = Int32Array.from(places.subarray(from, to))
  const observed = trimmedChi(weeks, own, count)
  const uniform = mrg32k3a(seed)
  let chance = 0
  for (let deal = 0; deal < DEALS; deal++) {
    for (let left = own.length - 1; left > 0; left--) {
      const other = Math.floor(uniform() * (left + 1))
      const place = own[other]!
      own[other] = own[left]!
      own[left] = place
    }
    chance += trimmedChi(weeks, own, count) / DEALS
  }
  return chance > 0 ? Math.max(observed / chance, 1) : 1
}

function trimmedChi(weeks: Int32Array, places: Int32Array, count: number): number {
  const periods = (USUAL_DAYS - LEFT_OUT_DAYS) / 7
  const cells = new Int32Array(periods * count)
  const byWeek = new Float64Array(periods)
  const byPlace = new Float64Array(count)
  for (let at = 0; at < weeks.length; at++) {
    const [week, place] = [weeks[at]!, places[at]!]
    cells[week * count + place]! += 1
    byWeek[week]! += 1
    byPlace[place]! += 1
  }
  const chi: number[] = []
  for (let week = 0; week < periods; week++) {
    const share = byWeek[week]! / weeks.length
    if (share === 0) continue
    // Sum of (o - e)² / e over places is the sum of o² / e, less the total.
    let sum = 0
    for (let place = 0; place < count; place++) {
      const cell = cells[week * count + place]!
      if (cell > 0) sum += (cell * cell) / (byPlace[place]! * share)
    }
    chi.push(sum - byWeek[week]!)
  }
  const kept = chi.sort((a, b) => a - b).slice(0, Math.ceil(chi.length * KEPT_SHARE))
  return kept.reduce((sum, value) => sum + value, 0)
}
