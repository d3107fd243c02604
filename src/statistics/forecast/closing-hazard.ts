import type { MatterFlow } from './matter-flow.ts'

/** Upper ends of the age groups, in steps since opening; what is older is the last group. */
const AGES = [0, 1, 2, 4, 8, 16, 32]
/** Upper ends of the groups by steps past the due step (negative: before it). */
const LATENESS = [-4, -3, -2, -1, 0, 1, 4, 12]
const AGE_GROUPS = AGES.length + 1
/** One more than for those with a deadline: matters without one. */
const LATENESS_GROUPS = LATENESS.length + 2
const PHASES = AGE_GROUPS * LATENESS_GROUPS

/** A group with few matters borrows from those equally late, as if this many more had been watched. */
const BORROWED = 20
/** Closings at each place of the round count as if this many more had been as expected. */
const BORROWED_CLOSINGS = 3

/** The group a matter is in during step `step`. */
function phaseOf(step: number, opened: number, due: number | null): number {
  const age = groupOf(AGES, step - opened)
  const late = due === null ? LATENESS_GROUPS - 1 : groupOf(LATENESS, step - due)
  return late * AGE_GROUPS + age
}

function groupOf(ends: readonly number[], value: number): number {
  let group = 0
  while (group < ends.length && value > ends[group]!) group++
  return group
}

/** Matters that could be closed in each step and that were, by group, summed over the steps up to it. */
export type ClosingHistory = { readonly atRisk: readonly Float64Array[]; readonly closings: readonly Float64Array[] }

/** Watches every matter through every step; what a step tells does not depend on what came after it. */
export function closingHistory({ now, records }: MatterFlow): ClosingHistory {
  const atRisk = Array.from({ length: now + 1 }, () => new Float64Array(PHASES))
  const closings = Array.from({ length: now + 1 }, () => new Float64Array(PHASES))
  for (const { count, opened, due, closed } of records) {
    const last = closed ?? now
    for (let step = Math.max(opened, 1); step <= last; step++) atRisk[step]![phaseOf(step, opened, due)]! += count
    if (closed !== null && closed >= 1) closings[closed]![phaseOf(closed, opened, due)]! += count
  }
  for (let step = 1; step <= now; step++)
    for (let phase = 0; phase < PHASES; phase++) {
      atRisk[step]![phase]! += atRisk[step - 1]![phase]!
      closings[step]![phase]! += closings[step - 1]![phase]!
    }
  return { atRisk, closings }
}

/** The chance of being closed in a step: by group, times how busy the step's place in the round is (weekends are not). */
export type ClosingChance = { readonly hazard: Float64Array; readonly busyness: readonly number[] }

/** The chance as the steps after `from` up to `to` show it; `round` steps make a round. */
export function closingChance(history: ClosingHistory, from: number, to: number, round: number): ClosingChance {
  const hazard = closingHazard(history, from, to)
  return { hazard, busyness: round === 1 ? [1] : busyness(history, hazard, { from, to, round }) }
}

/** Chance that a matter is closed in this step if it is open before it. */
export const chanceInStep = (
  { hazard, busyness: busy }: ClosingChance,
  step: number,
  opened: number,
  due: number | null,
): number => Math.min(1, hazard[phaseOf(step, opened, due)]! * busy[step % busy.length]!)

/** Closings at each place of the round against what the groups alone would make expected. */
function busyness(
  { atRisk, closings }: ClosingHistory,
  hazard: Float64Array,
  { from, to, round }: { readonly from: number; readonly to: number; readonly round: number },
): number[] {
  const seen = new Array<number>(round).fill(BORROWED_CLOSINGS)
  const expected = new Array<number>(round).fill(BORROWED_CLOSINGS)
  for (let step = from + 1; step <= to; step++)
    for (let phase = 0; phase < PHASES; phase++) {
      seen[step % round]! += closings[step]![phase]! - closings[step - 1]![phase]!
      expected[step % round]! += (atRisk[step]![phase]! - atRisk[step - 1]![phase]!) * hazard[phase]!
    }
  return seen.map((count, place) => count / expected[place]!)
}

function closingHazard({ atRisk, closings }: ClosingHistory, from: number, to: number): Float64Array {
  const risk = (phase: number) => atRisk[to]![phase]! - atRisk[from]![phase]!
  const gone = (phase: number) => closings[to]![phase]! - closings[from]![phase]!
  let allRisk = 0
  let allGone = 0
  for (let phase = 0; phase < PHASES; phase++) {
    allRisk += risk(phase)
    allGone += gone(phase)
  }
  const overall = allRisk === 0 ? 0 : allGone / allRisk
  const hazard = new Float64Array(PHASES)
  for (let late = 0; late < LATENESS_GROUPS; late++) {
    const first = late * AGE_GROUPS
    let lateRisk = 0
    let lateGone = 0
    for (let phase = first; phase < first + AGE_GROUPS; phase++) {
      lateRisk += risk(phase)
      lateGone += gone(phase)
    }
    const equallyLate = (lateGone + BORROWED * overall) / (lateRisk + BORROWED)
    for (let phase = first; phase < first + AGE_GROUPS; phase++)
      hazard[phase] = (gone(phase) + BORROWED * equallyLate) / (risk(phase) + BORROWED)
  }
  return hazard
}
