import type { Day, Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'
import type { CellUse, MappedCell, ReturnQuery } from './return-query.ts'

/** How often a form is due. `none`: whenever the superior asks. */
export const RETURN_CYCLES = ['month', 'quarter', 'halfYear', 'year', 'none'] as const
export type ReturnCycle = (typeof RETURN_CYCLES)[number]

/** A superior's form as the office keeps it. `dueDay`: the how-manyth working day after the period. */
export type ReturnForm = {
  readonly id: string
  readonly unitId: string
  readonly postId: string
  readonly name: string
  readonly superior: string
  readonly cycle: ReturnCycle
  readonly dueDay?: number
  readonly fileName: string
  readonly addedAt: Instant
  readonly endedAt?: Instant
}

/** The days a form is about. */
export type ReturnPeriod = { readonly key: string; readonly first: Day; readonly last: Day; readonly title: Text }

export type FillState = 'draft' | 'checked' | 'signed'

/** One filling, as a list tells it: how much of it the system filled. */
export type FillRow = {
  readonly id: string
  readonly period: ReturnPeriod
  readonly version: number
  readonly state: FillState
  readonly asOf: Instant
  readonly bySystem: number
  readonly byHand: number
  readonly signedAt?: Instant
}

/** A period that is due, or was: with its day, what was done for it, and whether the day is past. */
export type DueReturn = {
  readonly formId: string
  readonly name: string
  readonly superior: string
  readonly period: ReturnPeriod
  readonly dueOn?: Day
  readonly overdue: boolean
  readonly fill?: FillRow
}

export type ReturnRow = ReturnForm & { readonly mapped: number; readonly due?: DueReturn }
export type ReturnsView = {
  readonly mayKeep: boolean
  readonly maySign: boolean
  readonly forms: readonly ReturnRow[]
}

/** A cell of the blank form. `formula`: the form works it out by itself. `rows`, `columns`: how far a merge reaches. */
export type BlankCell = {
  readonly cell: string
  readonly text: string
  readonly formula?: true
  readonly rows?: number
  readonly columns?: number
}
/** The sheet of a blank form, row by row; cells that a merge covers are left out. */
export type BlankSheet = { readonly sheet: string; readonly rows: readonly (readonly BlankCell[])[] }

/** A form with its sheet and what its cells ask; `proposed`: by its headings, and nobody has looked at it. `version` 0: none was kept. */
export type ReturnView = {
  readonly form: ReturnForm
  readonly mayKeep: boolean
  readonly sheets: readonly string[]
  readonly blank: BlankSheet
  readonly version: number
  readonly proposed: boolean
  readonly cells: readonly MappedCell[]
  readonly fills: readonly FillRow[]
  /** Periods that may be filled now, the newest first. */
  readonly periods: readonly ReturnPeriod[]
}

/** A filled cell. `withheld`: the reader may not see all matters behind the figure, and so not the figure. */
export type FilledCell = {
  readonly cell: string
  readonly use: CellUse
  readonly value?: number | string
  readonly withheld?: true
  /** What it was in the version before, or in the one that was signed last, where that differs. */
  readonly before?: number | string
}

export type FillView = FillRow & {
  readonly form: ReturnForm
  readonly blank: BlankSheet
  readonly cells: readonly FilledCell[]
  readonly postId: string
  readonly checkedPostId?: string
  readonly checkedAt?: Instant
  readonly signedPostId?: string
  /** The version that `before` is of. */
  readonly comparedWith?: { readonly version: number; readonly signed: boolean }
  readonly isLatest: boolean
  readonly mayFill: boolean
  readonly maySign: boolean
}

/** Matters behind a figure that this reader sees; `count` is how many there are for them. */
export type BehindCell = {
  readonly query: ReturnQuery
  readonly count: number
  readonly rows: readonly BehindRow[]
}
export type BehindRow = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly procedure: string
  readonly unitId: string
  readonly openedAt: Instant
}

/** One cell of one form. */
export type AskedCell = { readonly formId: string; readonly cell: string }
/** Forms that ask for the same: `near` when kinds overlap, when one asks for the whole what the other asks unit by unit, or the same is asked for other periods. */
export type AskedTwice = {
  readonly query: ReturnQuery
  readonly near?: 'kinds' | 'unit' | 'cycle'
  readonly cells: readonly AskedCell[]
}

/** What forms cost, in counts: nothing is said of minutes. */
export type BurdenRow = {
  readonly formId: string
  readonly period: ReturnPeriod
  readonly version: number
  readonly bySystem: number
  readonly byHand: number
  readonly signed: boolean
}
export type BurdenView = {
  readonly forms: readonly ReturnForm[]
  readonly rows: readonly BurdenRow[]
  readonly twice: readonly AskedTwice[]
}
