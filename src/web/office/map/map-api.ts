import { queryOptions } from '@tanstack/react-query'
import type { AreaReport } from '../../../domain/map/map-area.ts'
import { answer } from '../../client/answer.ts'
import { watchedFetch } from '../../client/connection.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { api } from '../../client/server.ts'

/** Where the units lie. It changes once in years. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: () => answer(api.map.$get()),
  staleTime: 300_000,
})

/** The words of a kind, for its categories. */
export const kindQuery = (kind: string) =>
  queryOptions({
    queryKey: ['definition', kind],
    queryFn: async () => {
      await needDefinitions([{ procedure: kind }])
      return kind
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

export type SentMap = AreaReport & { readonly id: string; readonly name: string }

/** Sends a file with shapes to be looked through. */
export const sendMap = (file: File) =>
  answer<SentMap>(
    watchedFetch('/api/map/files', {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    }),
  )

/** Makes a file that was sent the map. */
export const changeMap = (wish: { readonly file: string; readonly seenVersion: number; readonly reason: string }) =>
  answer(api.map.$put({ json: wish }))
