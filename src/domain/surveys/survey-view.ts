import type { ToldCount } from '../views/small-counts.ts'
import type { SurveyAct, SurveyContent, SurveyDoing, SurveyKind, SurveyPrint, SurveyState } from './survey.ts'

/** How a part of the county answered: how many were asked, how many did. */
export type Response = { readonly asked: number; readonly answered: number }

/** A share with what chance leaves open, in percent with one decimal; absent where it may not be told. */
export type ToldShare = { readonly percent: number; readonly lower: number; readonly upper: number }

export type OptionResult = { readonly id: string; readonly count: ToldCount; readonly share?: ToldShare }

/** Where a unit stands among all; never a place in a row. */
export const SURVEY_VERDICTS = [
  'low',
  'edge-low',
  'alike',
  'edge-high',
  'high',
  'too-few',
  'no-limits',
  'hidden',
] as const
export type SurveyVerdict = (typeof SURVEY_VERDICTS)[number]

export type UnitResult = { readonly unitId: string; readonly share?: ToldShare; readonly verdict: SurveyVerdict }

export type QuestionResult = {
  readonly id: string
  /** Who answered it. */
  readonly answered: ToldCount
  readonly options: readonly OptionResult[]
  /** The favourable answers together, of all and by unit; absent where no answer is favourable. */
  readonly favourable?: ToldShare
  readonly units: readonly UnitResult[]
}

export type SurveyResult = {
  readonly questions: readonly QuestionResult[]
  /** As many answers of a simple random sample would be as sure. */
  readonly effective: number
  /** Units of which nobody answered: what is said is not said of them. */
  readonly missing: readonly string[]
  readonly remarks: readonly string[]
}

export type StratumState = Response & {
  readonly unitId: string
  /** Codes handed out and not used yet. */
  readonly left: number
  /** Answers of this unit count so much: households for each answer. */
  readonly weight?: number
}

export type SurveyRow = {
  readonly id: string
  readonly kind: SurveyKind
  readonly title: string
  readonly unitId: string
  readonly state: SurveyState
  readonly opensOn: string
  readonly closesOn: string
  readonly asked: number
  readonly answered: number
}

export type SurveyList = { readonly mayWrite: boolean; readonly surveys: readonly SurveyRow[] }

export type SurveyView = SurveyRow & {
  readonly version: number
  readonly content: SurveyContent
  /** Where residents answer. */
  readonly address: string
  readonly may: readonly SurveyDoing[]
  readonly changed: SurveyAct
  readonly opened?: SurveyAct
  readonly closed?: SurveyAct
  readonly strata: readonly StratumState[]
  /** Each printing of codes, the newest last; for those who hand them out. */
  readonly prints: readonly SurveyPrint[]
  /** Once it is closed: before, each answer could be read from the difference. */
  readonly result?: SurveyResult
}
