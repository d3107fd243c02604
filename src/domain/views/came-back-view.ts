import type { StateGroup } from '../procedure/procedure.ts'
import type { Instant } from '../time/time.ts'

/** What a lesson is told in: units asked, what they answered, and what was found there before and since. Each is a list of the ledger. */
export const CAME_BACK_FIGURES = [
  'checks',
  'checksDone',
  'checksOpen',
  'checksLate',
  'foundToo',
  'visitsBefore',
  'before',
  'visitsSince',
  'since',
] as const
export type CameBackFigure = (typeof CAME_BACK_FIGURES)[number]

/** How far "before" reaches back from the day a unit had answered, in months. */
export const MONTHS_BEFORE = 12

type Figures = { readonly [F in CameBackFigure]: number }

/** One unit that was asked: how it stands, and what was found there. */
export type AskedUnit = Pick<Figures, 'visitsBefore' | 'before' | 'visitsSince' | 'since'> & {
  readonly unitId: string
  readonly id: string
  readonly reference: string
  readonly group: StateGroup
  readonly state: string
  readonly late: boolean
  readonly answeredAt?: Instant
}

/** A lesson with where it was applied; numbers are those of the rows that the ledger lists behind them. */
export type LessonRow = Figures & {
  readonly id: string
  readonly reference: string
  readonly procedure: string
  readonly title: string
  readonly state: string
  readonly group: StateGroup
  readonly outcome?: string
  readonly category?: string
  readonly unitId: string
  readonly openedAt: Instant
  readonly versions: readonly { readonly before: string; readonly after?: string }[]
  /** The kinds whose rows its numbers count. */
  readonly kinds: { readonly checks: string; readonly findings: string; readonly visits: string }
}

/** What the page of lessons opens: the lessons, and the kinds that review and rectify. */
export type LearnView = {
  readonly lessons: readonly LessonRow[]
  readonly lessonKinds: readonly string[]
  readonly reviews: readonly string[]
  readonly rectifications: readonly string[]
}

/** A lesson unit by unit, as far as the reader may see it. */
export type CameBackView = LessonRow & { readonly units: readonly AskedUnit[] }
