import { queryOptions } from '@tanstack/react-query'
import type { SurveyContent, SurveyKind } from '../../../domain/surveys/survey.ts'
import { answer, keyed } from '../../client/answer.ts'
import { newKey } from '../../client/new-key.ts'
import { api } from '../../client/server.ts'

const one = api.surveys[':id']

export const surveysQuery = queryOptions({ queryKey: ['surveys'], queryFn: () => answer(api.surveys.$get()) })

export const surveyQuery = (id: string) =>
  queryOptions({ queryKey: ['surveys', id], queryFn: () => answer(one.$get({ param: { id } })) })

/** Begins a survey with the ready questions of its kind. */
export const addSurvey = (kind: SurveyKind, title: string) =>
  answer(api.surveys.$post({ json: { kind, title } }, keyed(newKey())))

/** Keeps what was written since `seenVersion`. */
export const writeSurvey = (id: string, seenVersion: number, content: SurveyContent) =>
  answer(
    one.$put({
      param: { id },
      json: {
        seenVersion,
        content: {
          ...content,
          questions: content.questions.map((each) => ({ ...each, options: [...each.options] })),
          strata: content.strata.map((each) => ({ ...each })),
        },
      },
    }),
  )

type Act = (id: string, seenVersion: number) => Promise<unknown>
/** What is done with a survey as a whole. */
export const ACTS = {
  open: (id, seenVersion) => answer(one.open.$post({ param: { id }, json: { seenVersion } })),
  close: (id, seenVersion) => answer(one.close.$post({ param: { id }, json: { seenVersion } })),
  drop: (id, seenVersion) => answer(one.drop.$post({ param: { id }, json: { seenVersion } })),
} as const satisfies Record<string, Act>

/** Codes for a unit, shown this once. */
export const handOut = (id: string, unitId: string) => answer(one.codes.$post({ param: { id }, json: { unitId } }))

/** One paper, typed in. */
export const typeAnswer = (id: string, code: string, ticked: Record<string, string[]>, text: string) =>
  answer(one.answers.$post({ param: { id }, json: { code, ticked, ...(text ? { text } : {}) } }))
