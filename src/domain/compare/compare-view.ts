import type { CountRow } from '../counts/count-row.ts'
import type { CountedMatter } from '../counts/counted-matters.ts'
import type { IndicatorDefinition } from '../indicators/definition.ts'
import type { Day, Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

type Ends = { readonly lower: number; readonly upper: number }

/** What a unit says about its figure. */
export type CauseView = {
  readonly unitId: string
  readonly text: string
  readonly at: Instant
  readonly by: string
}

/** One unit: its counts, value, what chance leaves open, and what is to be said. */
export type CompareLine = {
  readonly unitId: string
  /** What the unit of the page has itself, beside those below it. */
  readonly isOwn: boolean
  /** Empty where too few answered for their answers to be told. */
  readonly counts: Readonly<Record<string, number>>
  /** Null where the indicator is no one count over another. */
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Beyond the outer limits: worth a look. Of courts never. */
  readonly isOutside: boolean
  readonly word: Text
  readonly causes: readonly CauseView[]
  readonly mayExplain: boolean
}

export type CurvePointView = { readonly denominator: number; readonly inner: Ends; readonly outer: Ends }

/** One indicator in one period, unit by unit in the order of the administration. */
export type CompareView = {
  readonly unitId: string
  readonly period: { readonly name: string; readonly from: Day; readonly to: Day }
  /** By the records of which moment. */
  readonly at: Instant
  readonly indicator: IndicatorDefinition
  /** The counts of the formula; `opens`: there are the matters behind it to be read. */
  readonly measures: readonly { readonly id: string; readonly title: Text; readonly opens: boolean }[]
  /** The kinds of matters that were counted. */
  readonly kinds: readonly string[]
  /** Which units are compared, which are not, and why. */
  readonly sight: Text
  /** Counts that the formula names and no matter here gives. */
  readonly missing: readonly string[]
  readonly lint: readonly Text[]
  readonly sentence: Text
  readonly note: Text
  readonly whole: {
    readonly numerator: number | null
    readonly denominator: number | null
    readonly value: number | null
  }
  readonly lines: readonly CompareLine[]
  /** The value is shown as so many percent. */
  readonly isPercent: boolean
  /** Null where units are not told apart: courts, and what is no share. */
  readonly funnel: { readonly target: number; readonly curve: readonly CurvePointView[] } | null
}

/** Indicators with their versions, the newest first. */
export type IndicatorsView = {
  readonly mayKeep: boolean
  readonly today: Day
  readonly period: string
  readonly periods: readonly string[]
  readonly measures: readonly { readonly id: string; readonly title: Text }[]
  /** Kinds that indicators may be held to: those that are counted at all, and those that a pack names. */
  readonly kinds: readonly { readonly id: string; readonly title: Text }[]
  readonly indicators: readonly (readonly IndicatorDefinition[])[]
}

/** What a definition would say: what is wrong with it, and its values in a period. */
export type TrialView = {
  readonly fault: Text | null
  readonly lint: readonly Text[]
  readonly preview: CompareView | null
}

/** What may tell of figures being made rather than work being done, as counts of matters by unit. */
export const SIGNS = ['justBeforeDue', 'reopened', 'pausedLate', 'limitReset'] as const
export type Sign = (typeof SIGNS)[number]

export type SignsView = {
  readonly unitId: string
  readonly period: { readonly name: string; readonly from: Day; readonly to: Day }
  readonly at: Instant
  readonly kinds: readonly string[]
  readonly sight: Text
  readonly lines: readonly {
    readonly unitId: string
    readonly isOwn: boolean
    /** Matters there are in all that the sign could show on. */
    readonly of: Readonly<Record<Sign, number>>
    readonly counts: Readonly<Record<Sign, number>>
    /** Told apart from the others in this by more than chance. */
    readonly isOutside: Readonly<Record<Sign, boolean>>
  }[]
}

/** The matters behind a figure of this page. */
export type BehindView = {
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly at: Instant
  readonly rows: readonly CountedMatter[]
}

/** Rows of one reading, and the unit each is shown with. */
export type RowsByUnit = ReadonlyMap<string, readonly CountRow[]>
