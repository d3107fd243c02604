import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { PanelBackTest, PanelsView, WarningsView } from '../../../domain/warnings/warning-view.ts'
import { answer } from '../../client/answer.ts'
import { watchedFetch } from '../../client/connection.ts'

/** What waits, what was judged, how well it went. */
export const warningsQuery = queryOptions({
  queryKey: ['warnings'],
  queryFn: () => answer<WarningsView>(watchedFetch('/api/warnings')),
})

/** The series of the last half year, those of one kind and category at a time. */
export const panelsQuery = infiniteQueryOptions({
  queryKey: ['warnings', 'panels'],
  queryFn: ({ pageParam }) =>
    answer<PanelsView>(
      watchedFetch(`/api/warnings/panels${pageParam ? `?family=${encodeURIComponent(pageParam)}` : ''}`),
    ),
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

/** A year of one series. */
export const backTestQuery = (key: string) =>
  queryOptions({
    queryKey: ['warnings', 'panel', key],
    queryFn: () => answer<PanelBackTest>(watchedFetch(`/api/warnings/panels/${encodeURIComponent(key)}`)),
    retry: false,
  })
