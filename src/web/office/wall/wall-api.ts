import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

const MINUTE = 60_000

/** What hangs on the wall, asked for each minute, seen or not; while the server is away what came last stays. */
export const wallQuery = queryOptions({
  queryKey: ['wall'],
  queryFn: () => answer(api.wall.$get()),
  refetchInterval: MINUTE,
  refetchIntervalInBackground: true,
  staleTime: 0,
})
