import { z } from 'zod'
import { QUESTION_TYPES, SURVEY_KINDS, SURVEY_STATES } from '../../../../domain/surveys/survey.ts'
import { SURVEY_VERDICTS, type SurveyList, type SurveyView } from '../../../../domain/surveys/survey-view.ts'
import { instant } from '../common.ts'
import { described, optional } from '../described.ts'

const text = z.strictObject({ zh: z.string(), en: z.string() })
const count = z.union([z.int(), z.literal('few'), z.literal('hidden')])
const share = z.strictObject({ percent: z.number(), lower: z.number(), upper: z.number() })
const act = z.strictObject({ at: instant, personName: z.string(), postId: z.string() })
const row = {
  id: z.uuid(),
  kind: z.enum(SURVEY_KINDS),
  title: z.string(),
  unitId: z.string(),
  state: z.enum(SURVEY_STATES),
  opensOn: z.string(),
  closesOn: z.string(),
  asked: z.int(),
  answered: z.int(),
}

/** Surveys, the newest first. */
export const surveyList = described<SurveyList>()(
  z.strictObject({ mayWrite: z.boolean(), surveys: z.array(z.strictObject(row)) }),
)

const content = z.strictObject({
  title: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  questions: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(QUESTION_TYPES),
      text,
      options: z.array(z.strictObject({ id: z.string(), text, favourable: optional(z.literal(true)) })),
    }),
  ),
  strata: z.array(z.strictObject({ unitId: z.string(), households: z.int(), sample: z.int() })),
  remark: optional(z.literal(true)),
})
const result = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: z.string(),
      answered: count,
      options: z.array(z.strictObject({ id: z.string(), count, share: optional(share) })),
      favourable: optional(share),
      units: z.array(z.strictObject({ unitId: z.string(), share: optional(share), verdict: z.enum(SURVEY_VERDICTS) })),
    }),
  ),
  effective: z.int(),
  missing: z.array(z.string()),
  remarks: z.array(z.string()),
})

/** One survey. */
export const survey = described<SurveyView>()(
  z.strictObject({
    ...row,
    version: z.int(),
    content,
    address: z.string(),
    may: z.array(z.enum(['write', 'open', 'close', 'drop', 'hand-out', 'type-in'])),
    changed: act,
    opened: optional(act),
    closed: optional(act),
    strata: z.array(
      z.strictObject({
        unitId: z.string(),
        asked: z.int(),
        answered: z.int(),
        left: z.int(),
        weight: optional(z.number()),
      }),
    ),
    prints: z.array(act.extend({ unitId: z.string(), count: z.int() })),
    result: optional(result),
  }),
)

export const handedOut = z.strictObject({ codes: z.array(z.string()) })
export const taken = z.strictObject({ taken: z.boolean() })
