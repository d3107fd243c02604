import type { Calendar } from '../../domain/time/calendar.ts'
import type { Memory } from './lately.ts'
import type { LevelMotion } from './level-change.ts'

/** What can be set on the house detector. The defaults are the ones the evaluation was made with. */
export type HouseSettings = {
  /** One-sided chance of an alarm at a point where nothing is wrong. */
  readonly alpha: number
  /** Years of history looked at, at most. */
  readonly years: number
  /** The last steps left out of the history, so that what has just begun does not hide itself. */
  readonly gap: number
  /** The last steps not looked at when asking whether the level has moved: fewer than `gap`, since one or two high counts do not move it. */
  readonly guard: number
  /** How levels move; `longest` is counted back from the guard. */
  readonly motion: LevelMotion
  /** What is remembered of the latest counts, to expect the next by. */
  readonly memory: Memory
  /** Yearly harmonics. */
  readonly harmonics: number
  /** Highest residual, in standard deviations, that still counts in full; higher ones count less (past outbreaks). */
  readonly downWeightAbove: number
  /** Steps of history below which the answer is "too little data". */
  readonly leastHistory: number
  /** How far coefficients are expected from their prior mean: standard deviations on the log scale. */
  readonly spread: HouseSpread
  /** Days off, make-up working days and the moving festivals; without it only weekdays are known. */
  readonly calendar?: Calendar
}

export type HouseSpread = {
  readonly level: number
  /** A year. */
  readonly trend: number
  readonly season: number
  readonly weekday: number
  readonly holiday: number
}

const SPREAD: HouseSpread = { level: 10, trend: 0.3, season: 0.7, weekday: 0.7, holiday: 0.7 }

/** Defaults for weeks (and any other step longer than a day). */
export const HOUSE_WEEKLY: HouseSettings = {
  alpha: 0.005,
  years: 7,
  gap: 4,
  guard: 2,
  motion: { chance: 1 / 250, leastRun: 6, longest: 78 },
  memory: { decays: [0.5, 0.85] },
  harmonics: 2,
  downWeightAbove: 2.58,
  leastHistory: 8,
  spread: SPREAD,
}

/** Defaults for days. */
export const HOUSE_DAILY: HouseSettings = {
  ...HOUSE_WEEKLY,
  years: 5,
  gap: 7,
  guard: 3,
  motion: { chance: 1 / 1000, leastRun: 14, longest: 365 },
  memory: { decays: [0.7, 0.93, 0.985], weekday: 0.92 },
  leastHistory: 28,
}

/** The defaults that fit a number of steps a year. */
export const houseDefaults = (frequency: number): HouseSettings => (frequency === 365 ? HOUSE_DAILY : HOUSE_WEEKLY)
