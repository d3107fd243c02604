import type { Seed } from '../simulator/mrg32k3a.ts'
import { latelyAt, type PlacedCases, WINDOW_DAYS } from './lately.ts'
import { mostUnusualRing, type Ring } from './most-unusual-ring.ts'
import type { Neighbourhoods } from './neighbourhoods.ts'
import { logChance, type RingLaw, ringLaw } from './ring-chance.ts'
import { ringScatter } from './ring-scatter.ts'

/** A ring with the log of its chance. */
export type JudgedRing = Ring & { readonly logP: number }

export type RingFamily = {
  readonly cases: PlacedCases
  readonly rings: Neighbourhoods
  /** The first day on which anything of the office is on record. */
  readonly from: number
  /** A seed that differs from family to family, and is the same each time. */
  readonly seed: Seed
}

/** A ring that has been looked at for less than this cannot be told from one that was always so. */
const LEAST_DAYS = 84
/** The past lends its law of chance for a quarter of a year: its totals hardly change within. */
const LAW_DAYS = 91
const DEALS = { night: 199, past: 99 } as const
/** Rings of one family that are told of at a time. */
const MOST_RINGS = 3

const longest = WINDOW_DAYS.at(-1) ?? 0

/** Whether enough is known at the end of a day to say anything. */
export const knowsEnough = ({ from }: Pick<RingFamily, 'from'>, end: number): boolean =>
  end - from + 1 >= LEAST_DAYS + longest

/** The rings that stand out at the end of a day, those below a level, the most unusual first; no place is in two. */
export function ringsOfNight(family: RingFamily, end: number, logLevel: number): JudgedRing[] {
  const lately = latelyAt(family.cases, end, family.rings.places)
  const found: JudgedRing[] = []
  const left = new Set<number>()
  if (!knowsEnough(family, end) || (lately.totals.at(-1) ?? 0) === 0) return found
  let law: RingLaw | undefined
  let scatter = 1
  while (found.length < MOST_RINGS) {
    const ring = mostUnusualRing(lately, family.rings, left)
    if (!ring) break
    if (!law) {
      law = ringLaw(lately, family.rings, DEALS.night, family.seed)
      scatter = ringScatter(family.cases, end, family.rings.places, family.seed)
    }
    const logP = logChance(law, ring.ratio / scatter)
    if (logP >= logLevel) break
    found.push({ ...ring, logP })
    for (const place of ring.places) left.add(place)
  }
  return found
}

/** The log of the least chance of each of the last weeks, had every night been judged then, oldest first; of weeks with too little before them none. */
export function ringsOfPast(family: RingFamily, end: number, weeks: number): number[] {
  const { cases, rings, seed } = family
  const least: number[] = []
  let law: { readonly until: number; readonly law: RingLaw; readonly scatter: number } | undefined
  for (let week = weeks; week >= 1; week--) {
    const last = end - 7 * (week - 1)
    if (!knowsEnough(family, last - 6)) continue
    let [lowest] = [0]
    for (let night = last - 6; night <= last; night++) {
      const lately = latelyAt(cases, night, rings.places)
      const ring = (lately.totals.at(-1) ?? 0) === 0 ? undefined : mostUnusualRing(lately, rings)
      if (!ring) continue
      if (!law || night > law.until)
        law = {
          until: night + LAW_DAYS,
          law: ringLaw(lately, rings, DEALS.past, seed),
          scatter: ringScatter(cases, night, rings.places, seed),
        }
      lowest = Math.min(lowest, logChance(law.law, ring.ratio / law.scatter))
    }
    least.push(lowest)
  }
  return least
}
