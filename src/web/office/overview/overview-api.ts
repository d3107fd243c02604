import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../client/answer.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { api } from '../../client/server.ts'
import type { OverviewSearch } from './overview-search.ts'

const MINUTE = 60_000

/** What a leader looks at, with the definitions of the matters it names. Under the lists, so that a step brings it up to date. */
export const overviewQuery = (search: OverviewSearch) =>
  queryOptions({
    queryKey: ['counts', 'overview', search],
    queryFn: async () => {
      const view = await answer(api.overview.$get({ query: search }))
      await needDefinitions(
        [...view.overdue, ...view.major, ...view.oldest].map(({ procedure, procedureVersion }) => ({
          procedure,
          version: procedureVersion,
        })),
      )
      return view
    },
  })

/** What grew in the last whole week: it changes once a week. */
export const growingQuery = (search: OverviewSearch) =>
  queryOptions({
    queryKey: ['growing', search],
    queryFn: async () => {
      const view = await answer(api.overview.growing.$get({ query: search }))
      const kinds = view.rows.flatMap(({ category }) => category?.split('/')[0] ?? [])
      await needDefinitions(kinds.map((procedure) => ({ procedure })))
      return view
    },
    staleTime: 10 * MINUTE,
  })

/** Warnings of counts, with what waits for a judgement. */
export const warningsQuery = queryOptions({
  queryKey: ['matters', 'warnings', 'overview'],
  queryFn: () => answer(api.warnings.$get()),
})
