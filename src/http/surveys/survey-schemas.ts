import { z } from 'zod'
import {
  LONGEST_QUESTION,
  LONGEST_REMARK,
  LONGEST_TITLE,
  MOST_HOUSEHOLDS,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  MOST_SAMPLE,
  MOST_STRATA,
  QUESTION_TYPES,
  SURVEY_KINDS,
} from '../../domain/surveys/survey.ts'
import { isDay } from '../../domain/time/time.ts'

const seenVersion = z.int().min(1)
const day = z.iso.date().refine(isDay)
const unitId = z.string().min(1).max(100)
const id = z.string().regex(/^[a-z0-9]{1,20}$/)
const text = z.strictObject({
  zh: z.string().trim().max(LONGEST_QUESTION),
  en: z.string().trim().max(LONGEST_QUESTION),
})

export const content = z.strictObject({
  title: z.string().trim().min(2).max(LONGEST_TITLE),
  opensOn: day,
  closesOn: day,
  questions: z
    .array(
      z.strictObject({
        id,
        type: z.enum(QUESTION_TYPES),
        text,
        options: z.array(z.strictObject({ id, text, favourable: z.literal(true).optional() })).max(MOST_OPTIONS),
      }),
    )
    .max(MOST_QUESTIONS),
  strata: z
    .array(
      z.strictObject({
        unitId,
        households: z.int().min(0).max(MOST_HOUSEHOLDS),
        sample: z.int().min(0).max(MOST_SAMPLE),
      }),
    )
    .max(MOST_STRATA),
  remark: z.literal(true).optional(),
})
export const newSurvey = z.strictObject({
  kind: z.enum(SURVEY_KINDS),
  title: z.string().trim().min(2).max(LONGEST_TITLE),
})
export const writing = z.strictObject({ seenVersion, content })
export const seen = z.strictObject({ seenVersion })
export const handOut = z.strictObject({ unitId })
/** The code on the paper and what was ticked there. */
export const typed = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z .·-]{1,40}$/),
  ticked: z.record(id, z.array(id).max(MOST_OPTIONS)),
  text: z.string().max(LONGEST_REMARK).optional(),
})
export const one = z.object({ id: z.uuid() })
