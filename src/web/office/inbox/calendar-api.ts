import { queryOptions } from '@tanstack/react-query'
import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

/** Whether one's own calendar has an address; the address itself is not in it. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => answer(api.calendar.$get()),
})
/** Makes the address; the answer is the only place where it stands. */
export const makeCalendar = () => answer(api.calendar.$post())
/** Revokes it. */
export const revokeCalendar = () => answer(api.calendar.$delete())
