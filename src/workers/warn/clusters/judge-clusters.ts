import { hash } from 'node:crypto'
import type { Pool } from 'pg'
import { type DayNumber, dayAt, startOfDayNumber } from '../../../domain/time/day-number.ts'
import { type BudgetThreshold, budgetThreshold } from '../../../statistics/budget.ts'
import { knowsEnough, type RingFamily, ringsOfNight, ringsOfPast } from '../../../statistics/scan/judge-rings.ts'
import { firstAfter, type PlacedCases } from '../../../statistics/scan/lately.ts'
import { neighbourhoods } from '../../../statistics/scan/neighbourhoods.ts'
import type { Seed } from '../../../statistics/simulator/mrg32k3a.ts'
import { withTenant } from '../../../storage/connection/connect.ts'
import { firstDayOf } from '../../../storage/warnings/day-counts.ts'
import { placedRows } from '../../../storage/warnings/placed-cases.ts'

/** An office's map, to be looked at for clusters as of the end of a day. Plain data: it goes to another thread. */
export type ClusterTask = {
  readonly tenant: string
  readonly kinds: readonly string[]
  readonly end: DayNumber
  /** False alarms a month that clusters may cost. */
  readonly perMonth: number
  readonly places: readonly { readonly unitId: string; readonly x: number; readonly y: number }[]
  /** The path of every unit, closed ones as well. */
  readonly paths: Readonly<Record<string, string>>
}

/** Neighbouring places that together had more than their share. */
export type FoundCluster = {
  readonly family: string
  /** The middle one first, then by distance. */
  readonly places: readonly string[]
  readonly first: DayNumber
  readonly last: DayNumber
  readonly observed: number
  readonly expected: number
  readonly logP: number
  /** What came in there in each of the last weeks, oldest first; the last ends with the night. */
  readonly weeks: readonly number[]
}

export type ClusterAnswer = {
  readonly clusters: readonly FoundCluster[]
  readonly logThreshold: number | undefined
  readonly basis: BudgetThreshold['basis'] | undefined
}

/** Places that a ring holds at the most. */
const MOST_PLACES = 25
/** With fewer places nothing is neighbouring. */
export const FEWEST_PLACES = 4
const PAST_WEEKS = 52
const DAYS_BACK = 2 * 364 + 28
const PIECE_DAYS = 183
const WEEKS_A_MONTH = 365.2425 / 84
/** Until the past says where the budget is kept. */
const FIRST_LEVEL = Math.log(0.0005)

const NOTHING: ClusterAnswer = { clusters: [], logThreshold: undefined, basis: undefined }

/** Reads what happened where in two years and looks for clusters, category by category. */
export async function judgeClusters(pool: Pool, task: ClusterTask): Promise<ClusterAnswer> {
  const { tenant, kinds, end, places } = task
  if (places.length < FEWEST_PLACES || task.perMonth <= 0) return NOTHING
  const read = await withTenant(pool, tenant, async (client) => {
    const first = await firstDayOf(client, tenant, kinds)
    if (first === undefined || first > end) return undefined
    const from = Math.max(first, end - DAYS_BACK + 1)
    return { from, families: await casesOf(placedRows(client, { tenant, kinds }, piecesOf(from, end)), task) }
  })
  return read ? clustersIn(task, read.from, read.families) : NOTHING
}

/** The threshold that keeps the budget on the past, then what crosses it tonight. */
function clustersIn(task: ClusterTask, from: DayNumber, families: ReadonlyMap<string, PlacedCases>): ClusterAnswer {
  const { tenant, end, perMonth, places } = task
  const rings = neighbourhoods(places, MOST_PLACES)
  const judged = [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, cases]) => ({ name, cases, rings, from, seed: seedOf(tenant, dayAt(end), name) }))
  if (!judged[0] || !knowsEnough(judged[0], end)) return NOTHING
  const pasts = judged.map((family) => ringsOfPast(family, end - 7, PAST_WEEKS))
  const weeks = Array.from({ length: pasts[0]?.length ?? 0 }, (_, week) => pasts.map((least) => least[week] ?? 0))
  const threshold = weeks.length > 0 ? budgetThreshold(weeks, { alarms: perMonth, steps: WEEKS_A_MONTH }) : undefined
  const logThreshold = threshold?.logThreshold ?? FIRST_LEVEL
  const clusters = judged.flatMap((family) =>
    ringsOfNight(family, end, logThreshold).map(
      ({ places: ring, days, observed, expected, logP }): FoundCluster => ({
        family: family.name,
        places: ring.map((place) => places[place]?.unitId ?? ''),
        first: end - days + 1,
        last: end,
        observed,
        expected,
        logP,
        weeks: weeksIn(family, new Set(ring), end),
      }),
    ),
  )
  return { clusters, logThreshold, basis: threshold?.basis ?? 'nominal' }
}

function weeksIn({ cases: { days, places } }: RingFamily, ring: ReadonlySet<number>, end: DayNumber): number[] {
  const weeks = Array<number>(PAST_WEEKS).fill(0)
  const from = firstAfter(days, end - 7 * PAST_WEEKS)
  for (const [at, day] of days.subarray(from).entries()) {
    const week = PAST_WEEKS - 1 - Math.floor((end - day) / 7)
    if (ring.has(places[from + at] ?? -1)) weeks[week] = (weeks[week] ?? 0) + 1
  }
  return weeks
}

/** The same night gives the same draws, on whichever server and however often it is judged. */
function seedOf(...parts: readonly string[]): Seed {
  const hex = hash('sha256', parts.join('\n'), 'hex')
  const at = (part: number) => 1 + Number.parseInt(hex.slice(part * 7, part * 7 + 7), 16)
  return [at(0), at(1), at(2), at(3), at(4), at(5)]
}

/** Matters by family, each with the number of the nearest drawn place at or above its own; oldest first, as they are read. */
async function casesOf(
  rows: ReturnType<typeof placedRows>,
  { places, paths }: ClusterTask,
): Promise<Map<string, PlacedCases>> {
  const drawn = new Map(places.map(({ unitId }, at) => [unitId, at]))
  const known = new Map<string, number | undefined>()
  const placeOf = (unitId: string) => {
    if (!known.has(unitId)) {
      const line = (paths[unitId] ?? '').split('/').reverse()
      const area = line.find((id) => drawn.has(id))
      known.set(unitId, area === undefined ? undefined : drawn.get(area))
    }
    return known.get(unitId)
  }
  const read = new Map<string, { readonly days: number[]; readonly places: number[] }>()
  for await (const { day, place, family, n } of rows) {
    const at = placeOf(place)
    if (at === undefined) continue
    const cases = read.get(family) ?? { days: [], places: [] }
    read.set(family, cases)
    for (let each = 0; each < n; each++) {
      cases.days.push(day)
      cases.places.push(at)
    }
  }
  return new Map(
    [...read].map(([name, cases]) => [
      name,
      { days: Int32Array.from(cases.days), places: Int32Array.from(cases.places) },
    ]),
  )
}

function piecesOf(from: DayNumber, end: DayNumber) {
  const count = Math.ceil((end - from + 1) / PIECE_DAYS)
  return Array.from({ length: count }, (_, piece) => {
    const first = from + piece * PIECE_DAYS
    return { from: startOfDayNumber(first), until: startOfDayNumber(Math.min(first + PIECE_DAYS, end + 1)) }
  })
}
