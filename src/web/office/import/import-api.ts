import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { LedgerReading } from '../../../domain/views/import-views.ts'
import { answer } from '../../client/answer.ts'
import { watchedFetch } from '../../client/connection.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { api } from '../../client/server.ts'

const { uploads, batches } = api.imports
const one = uploads[':id']

/** How often one looks whether an import is done, in milliseconds. */
const LOOK_MS = 2_000

/** Sends a ledger in. */
export const sendLedger = (file: File) =>
  answer<{ readonly id: string; readonly name: string }>(
    watchedFetch('/api/imports/uploads', {
      method: 'POST',
      body: file,
      headers: { 'x-file-name': encodeURIComponent(file.name) },
    }),
  )

/** Whether a ledger is one that was given out here and comes back; what cannot be read is told where ledgers are read. */
export const isGivenOut = (id: string): Promise<boolean> =>
  answer(api.returned[':id'].$get({ param: { id } })).then(
    ({ isReturned }) => isReturned,
    () => false,
  )

export type ReadingWish = { readonly kind?: string; readonly reading?: LedgerReading }

// The client wants lists that it could change; a reading is only read.
const plain = (reading: LedgerReading) => ({ ...reading }) as never

/** How a ledger is read, as somebody put it right. The old answer stays while the new one is on its way. */
export const proposalQuery = (id: string, { kind, reading }: ReadingWish) =>
  queryOptions({
    queryKey: ['import', id, 'proposal', kind ?? '', reading ?? null],
    queryFn: async () => {
      const json = { ...(kind ? { kind } : {}), ...(reading ? { reading: plain(reading) } : {}) }
      const proposal = await answer(one.proposal.$post({ param: { id }, json }))
      // What it asks for stands in its definition.
      await needDefinitions([{ procedure: proposal.reading.kind }])
      return proposal
    },
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What would become of the first rows. */
export const previewLedger = (id: string, reading: LedgerReading) =>
  answer(one.preview.$post({ param: { id }, json: { reading: plain(reading) } }))

/** Asks for the ledger to be taken in. */
export const takeLedger = (id: string, reading: LedgerReading) =>
  answer(one.import.$post({ param: { id }, json: { reading: plain(reading) } }))

/** My imports, newest first; looked at again while one of them is on its way. */
export const ownImportsQuery = queryOptions({
  queryKey: ['import', 'batches'],
  queryFn: () => answer(batches.$get()),
  refetchInterval: ({ state }) => (state.data?.some(({ finishedAt }) => !finishedAt) ? LOOK_MS : false),
})

/** Stops an import of mine; what is in stays in. */
export const stopImport = (id: string) => answer(batches[':id'].stop.$post({ param: { id } }))

/** Rows of my import that were not taken in. */
export const ownRejectedQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['import', 'rejected', id],
    queryFn: ({ pageParam }) =>
      answer(batches[':id'].rejected.$get({ param: { id }, query: { after: String(pageParam) } })),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
