import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChosenPurpose } from '../../../domain/personal/opening-purpose.ts'
import type { OpenedFields } from '../../../domain/views/act-views.ts'
import { getOpenedFields, openFields } from '../../client/api.ts'

const NOTHING: OpenedFields = { values: {}, closesAt: '' }

// Kept no longer than it is looked at: others may sit here in a minute.
const openedQuery = (matterId: string) =>
  queryOptions({
    queryKey: ['opened', matterId],
    queryFn: (): Promise<OpenedFields> => getOpenedFields(matterId),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })

/**
 * Personal fields of one matter that were opened, in this window or before the page was loaded again: they cover themselves
 * when their time is over. `mayOpen`: there is something that the reader may open.
 */
export function useFieldsOpen(matterId: string, mayOpen: boolean, now: () => string) {
  const client = useQueryClient()
  const { queryKey } = openedQuery(matterId)
  const { data = NOTHING } = useQuery({ ...openedQuery(matterId), enabled: mayOpen })
  const { closesAt } = data
  useEffect(() => {
    if (!closesAt) return
    const cover = () => client.setQueryData(['opened', matterId], NOTHING)
    const timer = setTimeout(cover, Math.max(0, Date.parse(closesAt) - Date.parse(now())))
    return () => clearTimeout(timer)
  }, [client, matterId, closesAt, now])
  return {
    opened: closesAt > now() ? data : undefined,
    open: async (fields: readonly string[], purpose: ChosenPurpose, reason: string) => {
      client.setQueryData(queryKey, await openFields(matterId, fields, purpose, reason))
    },
  }
}
