import { queryOptions } from '@tanstack/react-query'
import type { ServiceScope } from '../../../domain/sign-in/service-scopes.ts'
import type { FactorRule } from '../../../domain/sign-in/sign-in-views.ts'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const {
  'sign-in': signIn,
  'factor-rules': rules,
  'factor-resets': resets,
  'service-accounts': services,
  people,
} = api.admin

export const signInStateQuery = queryOptions({ queryKey: ['admin', 'sign-in'], queryFn: () => answer(signIn.$get()) })
export const servicesQuery = queryOptions({ queryKey: ['admin', 'services'], queryFn: () => answer(services.$get()) })

/** Where a person is signed in. */
export const personSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'sessions', id],
    queryFn: () => answer(people[':id'].sessions.$get({ param: { id } })),
  })

/** Demands a second factor of these. */
export const setRules = (wanted: readonly FactorRule[], reason: string) =>
  answer(rules.$put({ json: { reason, rules: [...wanted] } }))
/** Asks to take somebody's second factor away. */
export const askReset = (id: string, reason: string) =>
  answer(people[':id']['reset-factor'].$post({ param: { id }, json: { reason } }))
/** Takes away by what another house knows somebody. */
export const unlinkHouseOf = (id: string, reason: string) =>
  answer(people[':id']['unlink-house'].$post({ param: { id }, json: { reason } }))
/** Agrees to it or refuses, as the second person. */
export const decideReset = (id: string, agree: boolean, reason: string) =>
  answer(resets[':id'].decide.$post({ param: { id }, json: { reason, agree } }))

export type ServiceWish = {
  readonly name: string
  readonly postId: string
  readonly scopes: readonly ServiceScope[]
  readonly days: number
}
/** Makes an account for a program; the answer is the only place where the token stands. */
export const addService = (wish: ServiceWish, reason: string) =>
  answer(services.$post({ json: { reason, ...wish, scopes: [...wish.scopes] } }))
/** Ends it. */
export const endService = (id: string, reason: string) =>
  answer(services[':id'].end.$post({ param: { id }, json: { reason } }))
