import { queryOptions } from '@tanstack/react-query'
import type { AnswerTextWish } from '../../../domain/answer-texts/answer-text.ts'
import { answer } from '../../client/answer.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { api } from '../../client/server.ts'

const texts = api['answer-texts']
const one = texts[':id']

type Filter = { readonly procedure?: string; readonly category?: string }

/** The words that the office answers with, those for this kind and category first. */
export const answerTextsQuery = (filter: Filter = {}) =>
  queryOptions({
    queryKey: ['answer-texts', filter],
    queryFn: async () => {
      const found = await answer(texts.$get({ query: { ...filter } }))
      await needDefinitions(found.texts.flatMap(({ procedure }) => (procedure ? [{ procedure }] : [])))
      return found
    },
  })
/** All versions of one of them, the newest first. */
export const textVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['answer-texts', 'versions', id],
    queryFn: () => answer(one.versions.$get({ param: { id } })),
  })

/** Keeps new words. */
export const addText = (wish: AnswerTextWish) => answer(texts.$post({ json: { ...wish } }))
/** Writes the next version. */
export const changeText = (id: string, seenVersion: number, wish: AnswerTextWish) =>
  answer(one.$put({ param: { id }, json: { seenVersion, ...wish } }))
/** Uses them no more. */
export const removeText = (id: string, seenVersion: number) =>
  answer(one.remove.$post({ param: { id }, json: { seenVersion } }))
