import type { Day, Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

/** Of what a series counts matters. Never of a person. */
export const SERIES_SUBJECTS = ['unit', 'place', 'organisation', 'site', 'cluster'] as const
export type SeriesSubject = (typeof SERIES_SUBJECTS)[number]

export const SERIES_STEPS = ['day', 'week'] as const
export type SeriesStep = (typeof SERIES_STEPS)[number]

/** One day or week of a series. `null`: not judged (too little data). A week is named by its Monday. */
export type SeriesPoint = {
  readonly day: Day
  readonly observed: number
  readonly expected: number | null
  /** The highest count that is nothing unusual. */
  readonly upper: number | null
  /** Chance of so many or more when nothing has changed. */
  readonly p: number | null
  /** It would have alarmed at the office's budget. */
  readonly crossed: boolean
}

/** One series as a list shows it. */
export type PanelView = {
  readonly key: string
  readonly subject: SeriesSubject
  readonly step: SeriesStep
  /** Whose matters: a unit, a place, an organisation. */
  readonly of: Text
  readonly unitId?: string
  /** Kind and category: 诉求 · 公共设施. */
  readonly what: Text
  readonly kind: string
  readonly category?: string
  /** The last 26 weeks, oldest first. */
  readonly points: readonly SeriesPoint[]
  /** Why nothing can be said of it yet. */
  readonly tooLittleData?: true
  /** A warning about it that is not done. */
  readonly open?: { readonly matterId: string; readonly reference: string; readonly state: string }
}

/** Where a warning stands: somebody has to judge it, it is watched, it was made a matter, or it is over. */
export const WARNING_STAGES = ['raised', 'watched', 'followed', 'done'] as const
export type WarningStage = (typeof WARNING_STAGES)[number]

export const VERDICTS = ['real', 'notReal', 'unclear'] as const
export type Verdict = (typeof VERDICTS)[number]

/** An earlier warning of the same category nearby, or of the same place in another category. */
export type SimilarWarning = {
  readonly matterId: string
  readonly reference: string
  readonly title: string
  /** The title, from the figures, in both languages. */
  readonly name: Text
  readonly raisedOn: Day
  readonly verdict?: Verdict
  /** Why it was high, or what was written of it. */
  readonly why?: string
}

export type WarningCard = {
  readonly matterId: string
  readonly reference: string
  readonly title: string
  /** The title, from the figures, in both languages. */
  readonly name: Text
  readonly stage: WarningStage
  /** The state in words. */
  readonly state: Text
  readonly subject: SeriesSubject
  readonly step: SeriesStep
  /** The series it is about; its back-test is at `/api/warnings/panels/<key>`. */
  readonly key: string
  readonly what: Text
  readonly of: Text
  readonly unitId: string
  readonly unit: Text
  readonly placeUnitId?: string
  /** The places of a cluster, the middle one first. */
  readonly ring?: readonly string[]
  readonly raisedAt: Instant
  readonly since: Day
  readonly asOf: Day
  readonly observed: number
  readonly expected: number
  readonly upper?: number
  readonly p?: number
  readonly q?: number
  readonly words: Text
  /** The last day to judge it, or on which it is looked at again. */
  readonly dueOn?: Day
  readonly overdue?: true
  /** The reader may judge it now. */
  readonly mayJudge?: true
  /** The steps by which the reader may judge it now. */
  readonly acts: readonly { readonly step: string; readonly title: Text }[]
  readonly verdict?: Verdict
  readonly points: readonly SeriesPoint[]
  readonly similar: readonly SimilarWarning[]
  /** What was opened from it, where the reader may see it. */
  readonly made: readonly {
    readonly matterId: string
    readonly reference: string
    readonly title: string
    readonly kind: Text
  }[]
}

/** False alarms the office allows itself, and warnings raised, in this quarter. */
export type WarningBudgetView = {
  readonly perMonth: number
  readonly from: Day
  readonly to: Day
  readonly allowed: number
  readonly raised: number
  /** Those of them that turned out to be false. */
  readonly falseAlarms: number
  /** How unusual a count must be to be raised, and what that rests on. */
  readonly threshold?: number
  readonly basis?: 'own past' | 'tail of own past' | 'nominal'
}

/** What became of the warnings of the last year. */
export type WarningRecord = {
  readonly real: number
  readonly notReal: number
  readonly unclear: number
  readonly waiting: number
  /** Share of real ones among those that could be told, with its 95 % interval (Wilson). Absent: none yet. */
  readonly precision?: { readonly share: number; readonly low: number; readonly high: number }
  /** Median days from the first unusual day to the warning. */
  readonly medianDelayDays?: number
  /** Median days from the warning to the matter that was made of it. */
  readonly medianLeadDays?: number
}

/** Nights that passed unjudged, one after the other; with the day on which they were judged late, where they were. */
export type MissedNights = { readonly from: Day; readonly to: Day; readonly judgedOn?: Day }

/** `GET /api/warnings`. */
export type WarningsView = {
  /** The last day that was judged; absent: none yet. */
  readonly judgedUntil?: Day
  /** The mark stands at a day that is not over: the clock ran ahead. The next round of the worker goes back behind it. */
  readonly clockAhead?: true
  /** Of the last three months, the oldest first: when no server was on, or warnings were switched off. */
  readonly missed: readonly MissedNights[]
  readonly series: { readonly judged: number; readonly tooLittleData: number }
  readonly budget: WarningBudgetView
  readonly record: WarningRecord
  /** Those not done, the longest waiting first; then the latest that are over, 50 at most. */
  readonly cards: readonly WarningCard[]
}

/** `GET /api/warnings/panels`: in the order of the administration, never by value. */
export type PanelsView = { readonly panels: readonly PanelView[]; readonly next?: string }

/** `GET /api/warnings/panels/:key`: what would have alarmed in the past year, and what was made of it. */
export type PanelBackTest = PanelView & {
  /** The past year, oldest first. */
  readonly year: readonly SeriesPoint[]
  readonly warnings: readonly {
    readonly matterId: string
    readonly reference: string
    readonly title: string
    readonly name: Text
    readonly raisedOn: Day
    readonly since: Day
    readonly stage: WarningStage
    readonly verdict?: Verdict
  }[]
  readonly alarmsInYear: number
  readonly threshold?: number
}
