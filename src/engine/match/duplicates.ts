import type { Instant } from '../../domain/time/time.ts'

/** What two matters are compared by. `terms` from `searchTerms`; `placePath` is the path of the unit where it happened. */
export type Comparable = {
  readonly terms: readonly string[]
  readonly category?: string
  readonly placePath?: string
  readonly openedAt?: Instant
  /** Nobody has finished with it yet. */
  readonly isOpen?: boolean
}

/** How rare a term is among recent matters of the kind: 0 stands in all of them, 1 in one. */
export type Rarity = (term: string) => number

/** Below this chance two matters are not worth a look. */
export const LEAST_SIMILARITY = 0.1

/** A young office has few matters to count in: it is taken to have had so many before, of which each term stood in two. */
const EARLIER_MATTERS = 200
const EARLIER_WITH_TERM = 2
const NEAR_DAYS = 30
/** What is not known does not speak against: people who report again leave out what they take for known. */
const NOT_KNOWN = 1
const DAY_MS = 86_400_000

/**
 * Weights of a logistic law, learnt on the city requests of Boston, July to October 2011 (`bench/duplicates.ts` fits and
 * checks them): earlier requests of one type at one address, still open or within 30 days, against all others that share
 * a rare term; half of the texts in changed words, a quarter without area, a seventh with another category.
 */
const LEARNT: Evidence = { base: -22.3, common: 3.8, rarest: 12.2, category: 1, place: 2.1, time: 3.4 }

/** What speaks for two matters being the same; `base` is 1 and carries how seldom it is so. */
export type Evidence = {
  readonly base: number
  /** Share of common terms, weighted by rarity (Dice), 0 to 1. */
  readonly common: number
  /** Rarity of the rarest common term, 0 to 1: a house number says more than 路灯不亮. */
  readonly rarest: number
  /** 0 for two categories, 1 for one, or where one is not known. */
  readonly category: number
  /** -1 for two places, 1 where one lies in the other, or where one is not known. */
  readonly place: number
  /** 1 while the other is open or not older than 30 days, then falling to a third every 30 days. */
  readonly time: number
}

/** How rare terms are, from how many of `size` recent matters each stands in. */
export function rarityIn(size: number, counts: ReadonlyMap<string, number>): Rarity {
  const bits = (count: number) => Math.log((size + EARLIER_MATTERS) / (count + EARLIER_WITH_TERM))
  const most = bits(1)
  return (term) => Math.min(1, bits(counts.get(term) ?? 0) / most)
}

/** What two matters have in common; undefined when no term is. */
export function evidence(a: Comparable, b: Comparable, rarity: Rarity): Evidence | undefined {
  const known = new Set(a.terms)
  const shared = b.terms.filter((term) => known.has(term))
  if (shared.length === 0) return undefined
  const sum = (terms: readonly string[]) => terms.reduce((total, term) => total + rarity(term), 0)
  return {
    base: 1,
    common: (2 * sum(shared)) / (sum(a.terms) + sum(b.terms) || 1),
    rarest: Math.max(...shared.map(rarity)),
    category: a.category && b.category ? (a.category === b.category ? 1 : 0) : NOT_KNOWN,
    place: placeRelation(a.placePath, b.placePath),
    time: a.isOpen && b.isOpen ? 1 : timeRelation(a.openedAt, b.openedAt),
  }
}

/** The chance that two matters are about the same thing, 0 to 1. A person always decides. */
export function similarity(a: Comparable, b: Comparable, rarity: Rarity): number {
  const found = evidence(a, b, rarity)
  return found ? chanceOf(found, LEARNT) : 0
}

/** The logistic law: evidence under weights, as a chance. */
export function chanceOf(found: Evidence, weights: Evidence): number {
  const names = Object.keys(weights) as (keyof Evidence)[]
  return 1 / (1 + Math.exp(-names.reduce((sum, name) => sum + weights[name] * found[name], 0)))
}

/** The likeliest first, at most `limit`, none below `LEAST_SIMILARITY`; of two alike the later one. */
export function rankDuplicates<T extends Comparable>(
  candidate: Comparable,
  others: readonly T[],
  rarity: Rarity,
  limit: number,
): { readonly other: T; readonly similarity: number }[] {
  return others
    .map((other) => ({ other, similarity: similarity(candidate, other, rarity) }))
    .filter((found) => found.similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || (latest(a.other) < latest(b.other) ? 1 : -1))
    .slice(0, limit)
}

function placeRelation(a: string | undefined, b: string | undefined): number {
  if (!a || !b) return NOT_KNOWN
  return a.startsWith(b) || b.startsWith(a) ? 1 : -1
}

function timeRelation(a: Instant | undefined, b: Instant | undefined): number {
  if (!a || !b) return 1
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS
  return Math.exp(-Math.max(0, days - NEAR_DAYS) / NEAR_DAYS)
}

const latest = ({ openedAt }: Comparable) => openedAt ?? ''
