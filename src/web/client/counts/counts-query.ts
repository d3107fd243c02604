import { queryOptions } from '@tanstack/react-query'
import { type CountRequest, writeCountRequest } from '../../../domain/counts/count-request.ts'
import type { Counted } from '../../../domain/counts/count-row.ts'
import { answer } from '../answer.ts'
import { needDefinitions } from '../definitions.ts'
import { api } from '../server.ts'

/** Counts, as far as the reader sees. */
export const countsQuery = (request: CountRequest) => {
  const { counted, key: _, ...query } = { counted: '', key: '', ...writeCountRequest(request) }
  return queryOptions({
    queryKey: ['counted', counted, query],
    queryFn: () => answer(api.counted.$get({ query: { ...query, counted } })),
  })
}

/** The matters behind one figure, with the words of their kinds. */
export const countedQuery = (request: CountRequest, page: number) => {
  const { by: _, ...query } = { by: '', ...writeCountRequest(request) }
  return queryOptions({
    queryKey: ['counted', 'matters', query, page],
    queryFn: async () => {
      const asked = { ...query, counted: request.counted[0] as Counted, level: request.level, page: String(page) }
      const view = await answer(api.counted.matters.$get({ query: asked }))
      await needDefinitions([
        ...view.rows.map(({ procedure, procedureVersion: version }) => ({ procedure, version })),
        ...kindsNamed(request).map((procedure) => ({ procedure })),
      ])
      return view
    },
  })
}

/** The kinds whose words a heading needs: those that a request names. */
export const kindsNamed = ({ kinds = [], category, key }: CountRequest): string[] => {
  const categories = [category, key?.category].flatMap((each) => each?.split('/')[0] ?? [])
  return [...new Set([...kinds, ...categories, ...(key?.kind ? [key.kind] : [])])]
}
