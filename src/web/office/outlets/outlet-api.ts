import { queryOptions } from '@tanstack/react-query'
import type { InferRequestType } from 'hono/client'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const { outlets } = api.admin
const one = outlets[':id']

export const outletsQuery = queryOptions({
  queryKey: ['admin', 'outlets'],
  queryFn: () => answer(outlets.$get()),
})

type NewOutlet = InferRequestType<typeof outlets.$post>['json']
type OutletChange = InferRequestType<typeof one.$patch>['json']

/** Sets up an outlet; of a webhook the answer is the only place where the secret stands. */
export const addOutlet = (json: NewOutlet) => answer(outlets.$post({ json }))
/** Changes an outlet; its address when a new one is given. */
export const changeOutlet = (id: string, json: OutletChange) => answer(one.$patch({ param: { id }, json }))
/** Renews the secret; of a webhook the answer is the only place where it stands. */
export const renewSecret = (id: string, json: { reason: string; secret?: string }) =>
  answer(one.secret.$post({ param: { id }, json }))
/** Pauses or resumes. */
export const pauseOutlet = (id: string, reason: string, paused: boolean) =>
  answer(one.pause.$post({ param: { id }, json: { reason, paused } }))
/** Removes an outlet with address and secret. */
export const removeOutlet = (id: string, reason: string) =>
  answer(one.remove.$post({ param: { id }, json: { reason } }))
/** Lets all that was given up go out again. */
export const retryOutlet = (id: string, reason: string) => answer(one.retry.$post({ param: { id }, json: { reason } }))
/** Sends a test and says what was answered. */
export const testOutlet = (id: string) => answer(one.test.$post({ param: { id } }))
