import { queryOptions } from '@tanstack/react-query'
import type { RowToRecord } from '../../../domain/views/returned-views.ts'
import { answer } from '../../client/answer.ts'
import { watchedFetch } from '../../client/connection.ts'
import { api } from '../../client/server.ts'

const one = api.returned[':id']

/** Rows that one request records. */
export const AT_ONCE = 20

/** Sends a ledger in that comes back. */
export const sendReturned = (file: File) =>
  answer<{ readonly id: string; readonly name: string }>(
    watchedFetch('/api/returned', {
      method: 'POST',
      body: file,
      headers: { 'x-file-name': encodeURIComponent(file.name) },
    }),
  )

/** What a ledger says beside what is recorded. */
export const returnedQuery = (id: string) =>
  queryOptions({
    queryKey: ['returned', id],
    queryFn: () => answer(one.$get({ param: { id } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Records what was chosen of some rows. Sent twice it is done once. */
export const recordRows = (id: string, reason: string, rows: readonly RowToRecord[]) =>
  answer(
    one.record.$post({
      param: { id },
      json: { reason, rows: rows.map((row) => ({ ...row, fields: [...row.fields] })) },
    }),
  )

/** Sets the rows that were added apart, as a ledger to be taken in. */
export const takeAddedRows = (id: string) => answer(one.added.$post({ param: { id } }))
