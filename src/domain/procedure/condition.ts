import type { HolderState, SeatName } from './seat.ts'

/**
 * What a condition looks at: an answer of this step, else one on record, else a fact, by its name; or a count.
 * `rounds`: how often a step was taken; `rows`: of an answer in rows; `sum`: of a column over the rows; `spread`: between its
 * largest and its smallest number; `returns`: how often what this matter opened came back as not theirs.
 */
export type Term =
  | string
  | { readonly rounds: string }
  | { readonly rows: string }
  | { readonly sum: string; readonly of: string }
  | { readonly spread: string; readonly of: string }
  | 'returns'

/** A day: today, the day of opening or closing, the day the present state was entered, or an answered date. */
export type DayTerm = 'today' | 'opening' | 'stateSince' | { readonly field: string }

/** What must hold, as data: one evaluator decides it and one printer says it in both languages. */
export type Condition =
  | { readonly the: Term; readonly is: readonly string[] }
  | { readonly the: Term; readonly atLeast: number }
  | { readonly the: Term; readonly atMost: number }
  /** Answered on record or by this step, and not emptied. */
  | { readonly the: string; readonly given: true }
  /** Answered on record before this step, and not taken back; one of these, where they are named. */
  | { readonly the: string; readonly recorded: true; readonly is?: readonly string[] }
  /** `days` clear days between: 0 is the same day or later. */
  | { readonly day: DayTerm; readonly notBefore: DayTerm; readonly days?: number }
  | { readonly day: DayTerm; readonly notAfter: DayTerm; readonly days?: number }
  /** About who acts: handled it, verified it last, registered it, or holds a seat. */
  | { readonly actor: 'handled' | 'verified' | 'registered' }
  | { readonly actor: { readonly holds: SeatName } }
  | { readonly seat: SeatName; readonly filled: true }
  | { readonly seat: SeatName; readonly every: readonly HolderState[] }
  | { readonly seat: SeatName; readonly any: readonly HolderState[] }
  /** Over the matters this one opened; `every` holds of none. */
  | {
      readonly children: 'every' | 'any'
      readonly group?: 'open' | 'waiting' | 'done'
      readonly outcome?: readonly string[]
    }
  /** One of these time limits runs with at most so many calendar days left, or is late; how many may be the length of a limit, which an office sets for itself. */
  | { readonly limits: readonly string[]; readonly left: number | string }
  /** One of these time limits is late, or runs and is not. */
  | { readonly limits: readonly string[]; readonly stand: 'late' | 'inTime' }
  /** A file was handed in with this step, or since the present state was entered. */
  | { readonly files: 'sinceState' }
  /** No file of this step was handed in before: the same picture does not show before and after. */
  | { readonly files: 'new' }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
