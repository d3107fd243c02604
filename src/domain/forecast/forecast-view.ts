import type { Day, Instant } from '../time/time.ts'

/** Weeks ahead that may be asked for. */
export const LEAST_WEEKS = 4
export const MOST_WEEKS = 13
/** A month and a half: what was checked on worlds and files that nobody tuned on. */
export const USUAL_WEEKS = 6

export const SILENT_REASONS = ['too-little-history', 'no-better-than-naive'] as const
export type SilentReason = (typeof SILENT_REASONS)[number]

/** What is said of one figure at the end of one coming week, or why nothing is; how the past forecasts did either way. */
export type ForecastFigure = {
  readonly said?: { readonly value: number; readonly lower: number; readonly upper: number }
  readonly silent?: SilentReason
  /** Past weeks at which the same was tried. */
  readonly tries: number
  /** Mean error then, in matters, and that of the best guess without a model. */
  readonly error?: number
  readonly naiveError?: number
}

export type ForecastWeek = { readonly day: Day; readonly open: ForecastFigure; readonly overdue: ForecastFigure }

/** One kind or one unit below, and what is said of it so many weeks ahead. */
export type ForecastPart = {
  readonly key: string
  readonly open: number
  readonly overdue: number
  readonly ahead: { readonly open: ForecastFigure; readonly overdue: ForecastFigure }
}

export type ForecastView = {
  readonly at: Instant
  readonly unitId: string
  readonly kind?: string
  /** Kinds that may be asked for. */
  readonly known: readonly string[]
  /** Ends of past weeks, the last one is now. */
  readonly past: readonly { readonly day: Day; readonly open: number; readonly overdue: number }[]
  readonly ahead: readonly ForecastWeek[]
  /** How many weeks ahead the parts look. */
  readonly partWeeks: number
  readonly kinds: readonly ForecastPart[]
  readonly units: readonly ForecastPart[]
}
