import { z } from 'zod'
import type { AnswerText, AnswerTextsView, AnswerTextVersion } from '../../../domain/answer-texts/answer-text.ts'
import { instant } from './common.ts'
import { described, optional } from './described.ts'

const version = {
  title: z.string(),
  body: z.string(),
  procedure: optional(z.string()),
  category: optional(z.string()),
  version: z.int(),
  at: instant,
  personName: z.string(),
  removed: optional(z.literal(true)),
}
const answerText = described<AnswerText>()(
  z.strictObject({ ...version, id: z.uuid(), unitId: z.string(), own: z.boolean() }).meta({ id: 'AnswerText' }),
)
export const answerTexts = described<AnswerTextsView>()(
  z.strictObject({ mayKeep: z.boolean(), texts: z.array(answerText) }).meta({ id: 'AnswerTexts' }),
)
export const answerTextVersion = described<AnswerTextVersion>()(
  z.strictObject(version).meta({ id: 'AnswerTextVersion' }),
)
