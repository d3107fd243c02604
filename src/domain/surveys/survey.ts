import type { Day, Instant } from '../time/time.ts'
import type { Role } from '../unit/role.ts'
import type { Text } from '../wording/text.ts'

/** What residents are asked about: 平安三率, or something else that an office wants to know. */
export const SURVEY_KINDS = ['safety', 'satisfaction', 'awareness', 'other'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** Who defines a survey for their unit, and who lets it go out to residents. */
export const SURVEY_WRITERS: readonly Role[] = ['triageOfficer', 'reviewer', 'divisionHead']
export const SURVEY_OPENERS: readonly Role[] = ['leader', 'president']
/** Who types in what came on paper. */
export const SURVEY_TYPISTS: readonly Role[] = [...SURVEY_WRITERS, 'clerk']

/** `open`: codes are handed out and answers taken. `closed`: counted; nothing in it changes any more. */
export const SURVEY_STATES = ['draft', 'open', 'closed', 'dropped'] as const
export type SurveyState = (typeof SURVEY_STATES)[number]

/** Only what can be ticked. `scale` is five steps, the fourth and fifth favourable; `multiple` has no favourable answer. */
export const QUESTION_TYPES = ['choice', 'scale', 'yesNo', 'multiple'] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

export type Option = { readonly id: string; readonly text: Text; readonly favourable?: true }

export type Question = {
  readonly id: string
  readonly type: QuestionType
  readonly text: Text
  readonly options: readonly Option[]
}

/** A part of the county that is drawn from by itself: a unit, how many households it has, how many are asked. Never a list of them. */
export type Stratum = { readonly unitId: string; readonly households: number; readonly sample: number }

export type SurveyContent = {
  readonly title: string
  readonly opensOn: Day
  readonly closesOn: Day
  readonly questions: readonly Question[]
  readonly strata: readonly Stratum[]
  /** One free line at the end, off unless somebody switches it on; looked through for personal data. */
  readonly remark?: true
}

export const MOST_QUESTIONS = 20
export const MOST_OPTIONS = 10
export const MOST_STRATA = 100
export const LONGEST_TITLE = 60
export const LONGEST_QUESTION = 120
export const LONGEST_REMARK = 200
/** A sample for the whole country is a few thousand; more only costs residents time. */
export const MOST_SAMPLE = 5_000
export const MOST_HOUSEHOLDS = 10_000_000

/** What one household ticked, by question: option ids; and the free line where the survey has one. */
export type SurveyAnswers = {
  readonly ticked: Readonly<Record<string, readonly string[]>>
  readonly remark?: string
}

export type SurveyAct = { readonly at: Instant; readonly personName: string; readonly postId: string }

/** Who printed codes for a unit, when, how many. */
export type SurveyPrint = SurveyAct & { readonly unitId: string; readonly count: number }

export type SurveyDoing = 'write' | 'open' | 'close' | 'drop' | 'hand-out' | 'type-in'

/** Whether answers are taken on this day. */
export const isTakingOn = (
  { state, opensOn, closesOn }: Pick<SurveyContent, 'opensOn' | 'closesOn'> & { readonly state: SurveyState },
  day: Day,
): boolean => state === 'open' && day >= opensOn && day <= closesOn
