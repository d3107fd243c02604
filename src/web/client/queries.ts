import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { LedgerFilter } from '../../domain/views/ledger-filter.ts'
import {
  getCounts,
  getDirectory,
  getMatter,
  getMatters,
  getSavedViews,
  getSession,
  getSessions,
  getToday,
  getWatch,
} from './api.ts'

const PAGE_ROWS = 50
const MINUTE = 60_000

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: getSession,
  staleTime: 5 * MINUTE,
  retry: false,
})
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: getSessions })
export const watchQuery = queryOptions({ queryKey: ['admin', 'watch'], queryFn: getWatch })
export const directoryQuery = queryOptions({ queryKey: ['directory'], queryFn: getDirectory, staleTime: 10 * MINUTE })
export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: getToday })
/** How many of each kind a filter leaves; no filter: all in sight. */
export const countsQuery = (filter: LedgerFilter = {}) =>
  queryOptions({ queryKey: ['counts', filter], queryFn: () => getCounts(filter) })
export const savedViewsQuery = queryOptions({ queryKey: ['saved-views'], queryFn: getSavedViews })
export const matterQuery = (id: string) => queryOptions({ queryKey: ['matter', id], queryFn: () => getMatter(id) })

/** The ledger, page after page; there is no last row but the last. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['matters', filter],
    queryFn: ({ pageParam }) => getMatters(filter, pageParam, PAGE_ROWS),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })

/** How many matters a filter leaves. */
export const countQuery = (filter: LedgerFilter) =>
  queryOptions({ queryKey: ['matters', 'count', filter], queryFn: () => getMatters(filter, undefined, 1) })
