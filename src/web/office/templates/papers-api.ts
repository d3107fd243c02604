import { queryOptions } from '@tanstack/react-query'
import type { InferRequestType } from 'hono/client'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const { papers, letterheads } = api.admin
const one = papers[':paper']

export const papersQuery = queryOptions({ queryKey: ['admin', 'papers'], queryFn: () => answer(papers.$get()) })
export const letterheadsQuery = queryOptions({
  queryKey: ['admin', 'letterheads'],
  queryFn: () => answer(letterheads.$get()),
})
/** One paper with its placeholders and versions. */
export const paperQuery = (paper: string) =>
  queryOptions({
    queryKey: ['admin', 'papers', paper],
    queryFn: () => answer(one.$get({ param: { paper } })),
  })

/** Where a template is, and where it is filled for an invented matter; without a version the standard one. */
export const templateAddress = (paper: string, what: 'template' | 'preview', version?: number): string =>
  `/api/admin/papers/${encodeURIComponent(paper)}/${what}${version ? `?version=${version}` : ''}`

/** Sends in a template; the answer says what is wrong with it, or as which version it is kept. */
export const sendTemplate = (paper: string, json: { reason: string; name: string; template: string }) =>
  answer(one.templates.$post({ param: { paper }, json }))
/** Puts a version in force, or the standard one again. */
export const chooseTemplate = (paper: string, json: { reason: string; version: number | null }) =>
  answer(one.choice.$put({ param: { paper }, json }))
/** Sets how a unit signs. */
export const setLetterhead = (json: InferRequestType<typeof letterheads.$put>['json']) =>
  answer(letterheads.$put({ json }))
