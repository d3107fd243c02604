import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  AdminChange,
  AdminPerson,
  AdminPost,
  AdminUnit,
  ImportBatch,
  OneTimePassword,
  RejectedPage,
} from '../../../domain/admin-views.ts'
import { request } from '../../client/request.ts'

const REJECTED_ROWS = 50

export const adminUnitsQuery = queryOptions({
  queryKey: ['admin', 'units'],
  queryFn: () => request<readonly AdminUnit[]>('/api/admin/units'),
})
export const adminPostsQuery = queryOptions({
  queryKey: ['admin', 'posts'],
  queryFn: () => request<readonly AdminPost[]>('/api/admin/posts'),
})
export const adminPeopleQuery = queryOptions({
  queryKey: ['admin', 'people'],
  queryFn: () => request<readonly AdminPerson[]>('/api/admin/people'),
})
export const adminChangesQuery = queryOptions({
  queryKey: ['admin', 'changes'],
  queryFn: () => request<readonly AdminChange[]>('/api/admin/changes'),
})
export const importBatchesQuery = queryOptions({
  queryKey: ['admin', 'imports'],
  queryFn: () => request<readonly ImportBatch[]>('/api/admin/import-batches'),
})

/** The rejected rows of one import, page after page. */
export const rejectedRowsQuery = (batchId: string) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'rejected', batchId],
    queryFn: ({ pageParam }) =>
      request<RejectedPage>(`/api/admin/import-batches/${batchId}/rejected`, {
        query: { after: pageParam, limit: REJECTED_ROWS },
      }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })

type Kind = 'units' | 'posts' | 'people'
type Body = Readonly<Record<string, unknown>>
type Changed = { readonly id: string }

const write = <T>(method: 'POST' | 'PATCH', path: string, body: Body) =>
  request<T>(`/api/admin/${path}`, { method, body, key: crypto.randomUUID() })

/** Adds a unit or a post. */
export const addTo = (kind: 'units' | 'posts', body: Body) => write<Changed>('POST', kind, body)
/** Adds an official with an account; the answer is the only place where the password stands. */
export const addPerson = (body: Body) => write<OneTimePassword>('POST', 'people', body)
/** Changes a unit, post or person. */
export const change = (kind: Kind, id: string, body: Body) => write<Changed>('PATCH', `${kind}/${id}`, body)
/** Closes a unit or post for a reason. */
export const close = (kind: 'units' | 'posts', id: string, body: Body) =>
  write<Changed>('POST', `${kind}/${id}/close`, body)
/** Lets an official leave. */
export const leave = (id: string, body: Body) => write<Changed>('POST', `people/${id}/leave`, body)
/** Gives a new one-time password. */
export const resetPassword = (id: string) => write<OneTimePassword>('POST', `people/${id}/reset-password`, {})
