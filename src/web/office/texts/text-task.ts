import type { AnswerText } from '../../../domain/answer-texts/answer-text.ts'

/** What is done with kept words in a form of their own. */
export type TextChange =
  | { readonly kind: 'add'; readonly procedure?: string }
  | { readonly kind: 'edit'; readonly text: AnswerText }
  | { readonly kind: 'remove'; readonly text: AnswerText }

/** What the page has open. */
export type TextTask = TextChange | { readonly kind: 'versions'; readonly text: AnswerText }
