import type { Day, Instant, Period, PeriodUnit } from '../time/time.ts'
import type { Role } from '../unit/role.ts'
import type { Text } from '../wording/text.ts'
import type { SeatName } from './seat.ts'
import type { Source } from './source.ts'
import type { Taker } from './taker.ts'

/**
 * Where a due day goes that falls on a day off. `previous` asks to finish on the working day before (an office's own duty):
 * that day is a target, the legal limit stays where the law puts it.
 */
export type Roll = 'next' | 'previous' | 'none'

/**
 * How long a deadline runs: a number of units, a day an order names, a number that is answered (the minutes of a plan's step, in the
 * unit of the rule), or a length by the answer to a choice (a number counts in the unit of the rule). Or backwards: until so many clear days are left before the day in a field, e.g. of a hearing.
 */
export type Length =
  | number
  | { readonly dayIn: string }
  | { readonly numberIn: string }
  | { readonly by: string; readonly lengths: Readonly<Record<string, number | Period>> }
  | { readonly before: string; readonly clearDays: number }

/** When to warn before the due instant: after a share of the time, or some time before. */
export type Warning = { readonly share: number } | { readonly before: Period }

/** One grant of more time: at most so long, or as long as the answer to a choice allows; none for an answer that is left out. */
export type Extension = {
  readonly max: Period | { readonly by: string; readonly lengths: Readonly<Record<string, Period>> }
  /** Who grants it. */
  readonly by: readonly Taker[]
  /** Must be asked for at least this long before the due instant. */
  readonly applyBefore?: Period
  /** Must be granted at least this long before the due instant. */
  readonly decideBefore?: Period
}

/** Time that the law leaves out: a hearing, an appraisal. `maxDays` in all, over every pause of its kind. */
export type Exclusion = { readonly title: Text; readonly maxDays?: number }

/** What happens when nobody acts: after this long overdue, the matter is told to this role one tier up. */
export type Escalation = { readonly after: Period; readonly to: Role; readonly title: Text }

/** A time limit from a rule. `code` is the line in the deadline catalogue, e.g. `PET-02`. */
export type DeadlineRule = {
  readonly code: string
  readonly title: Text
  readonly length: Length
  readonly unit: PeriodUnit
  /** A shorter length to aim at, beside the legal limit: reminders count from it, overdue and rates never do. */
  readonly target?: Period
  /** The clock starts on the day in this form field instead of the day of the step; unanswered, on that day all the same. */
  readonly from?: string
  readonly roll: Roll
  /** Days inside a recorded pause do not count: of any pause, or of the kinds that the law knows, some of them only up to a number of days. */
  readonly pausable?: true | Readonly<Record<string, Exclusion>>
  /** The first grant follows the first rung, the second the second; beyond the last there is none. */
  readonly extension?: readonly Extension[]
  /**
   * What the end of the time does, instead of making anybody late: the system takes this step and the clock has lapsed (a right to
   * ask for review is gone, a publication is over, a certificate ends). Where the matter has gone elsewhere, it is overdue.
   */
  readonly onExpiry?: { readonly takes: string }
  /** These begin when the time is over, though nobody takes a step: a check is owed once the period has ended. */
  readonly thenStarts?: readonly string[]
  /** Goes on, or begins, when the matter is done: to file it, to look back. */
  readonly afterClosing?: true
  /** Started again, it runs beside the earlier one: a second order gives a new day and does not wipe out that the first was late. */
  readonly keepsEarlier?: true
  /** Started again in place of a running one, it takes over the days that were left out since it begins: the same time goes on under another length. */
  readonly keepsPauses?: true
  readonly warn: readonly Warning[]
  readonly escalation?: readonly Escalation[]
  /** One clock for each holder of this seat of many who is asked; what a holder's row says may set the day. */
  readonly per?: SeatName
  /** Applies only when this form or matter field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
  readonly source: Source
}

/** A unit's own length for a rule, with the document that sets it. Never longer than a `found` rule unless the law leaves it open. */
export type DeadlineOverride = { readonly length: number; readonly unit: PeriodUnit; readonly document: string }

/**
 * `held`: said to be done, to be checked; in time if the check confirms it, and running on from its start if not.
 * `lapsed`: its end was no duty of anybody's, and something else followed from it.
 */
export type ClockState = 'running' | 'paused' | 'held' | 'overdue' | 'met' | 'lapsed' | 'cancelled'

/** An interval that does not count: from its first to its last day, both left out. Open while `lastDay` is absent. */
export type Pause = {
  readonly firstDay: Day
  readonly lastDay?: Day
  /** Which exclusion it is, where the rule knows kinds. */
  readonly kind?: string
  /** The last day that its kind may leave out; the clock goes on by itself after it. */
  readonly until?: Day
  readonly reason: string
  readonly document?: string
}

export type GrantedExtension = {
  readonly period: Period
  readonly reason: string
  readonly at: Instant
  readonly byPostId: string
}

/** A deadline that was started on one matter. Everything that is needed to derive the due day again, without the definition. */
export type Clock = {
  /** Deadline id and running number: `rectify#1`. */
  readonly id: string
  readonly deadline: string
  /** Whose it is, where it runs for one holder of a seat of many. */
  readonly holder?: string
  readonly code: string
  readonly state: ClockState
  readonly startedAt: Instant
  /** Absent when the day was set by an order. */
  readonly period?: Period
  /** The shorter length to aim at. */
  readonly target?: Period
  /** The day an order (or an imported ledger) set. */
  readonly setDay?: Day
  /** The day it counts back from, with the clear days that are left before it. */
  readonly before?: { readonly day: Day; readonly clearDays: number }
  /** The exact instant, for imported histories with a time of day. */
  readonly setAt?: Instant
  readonly roll: Roll
  readonly pausable: boolean
  readonly pauses: readonly Pause[]
  readonly extensions: readonly GrantedExtension[]
  /** Last day to act; absent for hours and minutes. */
  readonly dueOn?: Day
  /** The instant after which it is overdue. */
  readonly dueAt: Instant
  /** True when the due day reaches into a year whose holiday notice is not published. */
  readonly provisional: boolean
  readonly document?: string
  readonly warned: readonly string[]
  readonly escalated: number
  /** When it was recorded overdue, or last told one tier up: the next tier counts from here. */
  readonly raisedAt?: Instant
  /** When it was said to be done. */
  readonly heldAt?: Instant
  /** When more time was asked for; the grant counts as asked then. */
  readonly askedAt?: Instant
  readonly endedAt?: Instant
}

/** When a clock is due. */
export type Due = Pick<Clock, 'dueOn' | 'dueAt' | 'provisional'>

/** A clock whose due day another calendar moves: a notice that came out, or days of the office's own. */
export type Recount = { readonly clockId: string; readonly from: Due; readonly to: Due }

/** What a step did to a clock, recorded in the event as fact. */
export type ClockChange =
  | { readonly type: 'started'; readonly clock: Clock }
  | { readonly type: 'paused'; readonly clockId: string; readonly pause: Pause }
  | {
      /** A pause that is over when it is recorded. */
      readonly type: 'leftOut'
      readonly clockId: string
      readonly pause: Pause
      readonly dueOn?: Day
      readonly dueAt: Instant
      readonly provisional: boolean
    }
  | {
      readonly type: 'resumed'
      readonly clockId: string
      readonly lastDay: Day
      readonly dueOn?: Day
      readonly dueAt: Instant
      readonly provisional: boolean
    }
  | {
      readonly type: 'extended'
      readonly clockId: string
      readonly extension: GrantedExtension
      readonly dueOn?: Day
      readonly dueAt: Instant
      readonly provisional: boolean
    }
  | { readonly type: 'extensionAsked'; readonly clockId: string }
  | { readonly type: 'held'; readonly clockId: string }
  | { readonly type: 'ranOn'; readonly clockId: string }
  | { readonly type: 'lapsed'; readonly clockId: string }
  /** `at`: when it was done, where that was before it was recorded: first the phone, then the keyboard. */
  | { readonly type: 'met'; readonly clockId: string; readonly at?: Instant }
  | { readonly type: 'cancelled'; readonly clockId: string }
