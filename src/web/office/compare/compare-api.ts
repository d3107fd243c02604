import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, keyed } from '../../client/answer.ts'
import { needDefinitions } from '../../client/definitions.ts'
import { newKey } from '../../client/new-key.ts'
import { api } from '../../client/server.ts'
import type { CompareSearch } from './compare-search.ts'

type Where = Pick<CompareSearch, 'period' | 'asOf' | 'unit'>
const whereOf = ({ period, asOf, unit }: Where) => ({
  ...(period ? { period } : {}),
  ...(asOf ? { asOf } : {}),
  ...(unit ? { unit } : {}),
})

/** One indicator in one period. */
export const compareQuery = ({ indicator, ...where }: CompareSearch) => {
  const query = { ...whereOf(where), ...(indicator ? { indicator } : {}) }
  return queryOptions({
    queryKey: ['compare', query],
    queryFn: () => answer(api.compare.$get({ query })),
    placeholderData: keepPreviousData,
  })
}

export const signsQuery = (search: CompareSearch) => {
  const query = whereOf(search)
  return queryOptions({
    queryKey: ['compare', 'signs', query],
    queryFn: () => answer(api.compare.signs.$get({ query })),
  })
}

/** The matters behind one figure of one unit, with the words of their kinds. */
export const behindQuery = ({ indicator, measure, sign, line = '', page = 1, ...where }: CompareSearch) => {
  const figure = sign ? { sign } : { ...(measure ? { measure } : {}), ...(indicator ? { indicator } : {}) }
  const query = { ...whereOf(where), ...figure, line, page: String(page) }
  return queryOptions({
    queryKey: ['compare', 'behind', query],
    queryFn: async () => {
      const view = await answer(api.compare.matters.$get({ query }))
      await needDefinitions(view.rows.map(({ procedure, procedureVersion: version }) => ({ procedure, version })))
      return view
    },
  })
}

export const indicatorsQuery = queryOptions({ queryKey: ['indicators'], queryFn: () => answer(api.indicators.$get()) })

type Trial = Parameters<typeof api.indicators.trial.$post>[0]['json']
export type NewVersion = Parameters<typeof api.indicators.$post>[0]['json']

/** What a definition says as it is typed; nothing is kept. */
export const trialQuery = (typed: Trial | undefined) =>
  queryOptions({
    queryKey: ['indicators', 'trial', typed],
    queryFn: () => answer(api.indicators.trial.$post({ json: typed as Trial })),
    enabled: typed !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const saveIndicator = (json: NewVersion) => answer(api.indicators.$post({ json }, keyed(newKey())))

export const sayCause = (json: Parameters<typeof api.compare.causes.$post>[0]['json']) =>
  answer(api.compare.causes.$post({ json }, keyed(newKey())))

/** Where the file lies. */
export const fileOf = (kind: 'csv' | 'xlsx', { indicator, ...where }: CompareSearch): string =>
  `/api/compare/${kind}?${new URLSearchParams({ ...whereOf(where), ...(indicator ? { indicator } : {}) })}`
