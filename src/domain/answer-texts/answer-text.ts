import type { Instant } from '../time/time.ts'
import type { Role } from '../unit/role.ts'

/** Words that an office answers with. `procedure` and `category`: for which matters; absent: for any. */
export type AnswerTextWish = {
  readonly title: string
  readonly body: string
  readonly procedure?: string
  readonly category?: string
}

/** One version of a text, with who wrote it. */
export type AnswerTextVersion = AnswerTextWish & {
  readonly version: number
  readonly at: Instant
  readonly personName: string
  readonly removed?: true
}

/** A text as it holds now. `own`: of the reader's unit, who may change it when `AnswerTextsView` says so. */
export type AnswerText = AnswerTextVersion & { readonly id: string; readonly unitId: string; readonly own: boolean }

/** The texts of the reader's unit and of those above it. */
export type AnswerTextsView = { readonly mayKeep: boolean; readonly texts: readonly AnswerText[] }

/** Who keeps the texts of their unit. */
export const TEXT_KEEPERS: readonly Role[] = [
  'clerk',
  'triageOfficer',
  'leader',
  'mediator',
  'courtClerk',
  'divisionHead',
  'president',
]
