import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const keys = api.admin['client-keys']

export const clientKeysQuery = queryOptions({
  queryKey: ['admin', 'client-keys'],
  queryFn: () => answer(keys.$get()),
})
/** Makes a key; the answer is the only place where it stands. */
export const addClientKey = (json: { name: string; reason: string }) => answer(keys.$post({ json }))
/** Ends a key. */
export const revokeClientKey = (id: string, reason: string) =>
  answer(keys[':id'].revoke.$post({ param: { id }, json: { reason } }))
