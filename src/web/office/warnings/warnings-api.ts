import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

/** What waits, what was judged, how well it went. */
export const warningsQuery = queryOptions({
  queryKey: ['warnings'],
  queryFn: () => answer(api.warnings.$get()),
})

/** The series of the last half year, those of one kind and category at a time. */
export const panelsQuery = infiniteQueryOptions({
  queryKey: ['warnings', 'panels'],
  queryFn: ({ pageParam }) => answer(api.warnings.panels.$get({ query: pageParam ? { family: pageParam } : {} })),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

/** A year of one series. */
export const backTestQuery = (key: string) =>
  queryOptions({
    queryKey: ['warnings', 'panel', key],
    // The name has a slash in it, and the client writes it as it is.
    queryFn: () => answer(api.warnings.panels[':key'].$get({ param: { key: encodeURIComponent(key) } })),
    retry: false,
  })
