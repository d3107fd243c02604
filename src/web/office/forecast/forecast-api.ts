import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { LEAST_WEEKS, USUAL_WEEKS } from '../../../domain/forecast/forecast-view.ts'
import { answer } from '../../client/answer.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { api } from '../../client/server.ts'
import type { ForecastSearch } from './forecast-search.ts'

/** What is said of the coming weeks, with the words of the kinds it tells of. */
export const forecastQuery = ({ unit, kind, weeks = USUAL_WEEKS }: ForecastSearch) =>
  queryOptions({
    queryKey: ['forecast', unit ?? '', kind ?? '', weeks],
    queryFn: async () => {
      const query = { weeks: String(weeks), ...(unit ? { unitId: unit } : {}), ...(kind ? { kind } : {}) }
      const view = await answer(api.forecast.$get({ query }))
      await needDefinitions(view.kinds.map(({ key: procedure }) => ({ procedure })))
      return view
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** The coming four weeks of a unit in two figures, without kinds and units: for one line on another page. */
export const comingQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: ['forecast', unit ?? '', 'coming'],
    queryFn: () =>
      answer(
        api.forecast.$get({ query: { weeks: String(LEAST_WEEKS), parts: 'none', ...(unit ? { unitId: unit } : {}) } }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 600_000,
  })
