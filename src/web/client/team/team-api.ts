import { queryOptions } from '@tanstack/react-query'
import { answer } from '../answer.ts'
import { newKey } from '../new-key.ts'
import { api } from '../server.ts'

export type Route = { readonly from: string; readonly to: string }

export const teamQuery = queryOptions({ queryKey: ['team'], queryFn: () => answer(api.team.$get()) })
export const gapsQuery = queryOptions({ queryKey: ['team', 'gaps'], queryFn: () => answer(api.team.gaps.$get()) })
export const previewQuery = (route: Route) =>
  queryOptions({
    queryKey: ['team', 'preview', route],
    queryFn: () => answer(api['hand-overs'].preview.$post({ json: route })),
  })
/** Asked again every second until it is finished. */
export const handOverQuery = (id: string) =>
  queryOptions({
    queryKey: ['team', 'hand-over', id],
    queryFn: () => answer(api['hand-overs'][':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : 1_000),
  })

/** Hands over all that a post has. The id is made once a wish, so that a retry is the same one. */
export const handOver = (act: Route & { readonly id: string; readonly reason: string }) =>
  answer(api['hand-overs'].$post({ json: act }))
/** The way back. */
export const undoHandOver = (undoes: string, act: { readonly id: string; readonly reason: string }) =>
  answer(api['hand-overs'][':id'].undo.$post({ param: { id: undoes }, json: act }))

/** A key in the form of a UUID. */
export function newUuid(): string {
  const key = newKey()
  return [key.slice(0, 8), key.slice(8, 12), `4${key.slice(13, 16)}`, `8${key.slice(17, 20)}`, key.slice(20)].join('-')
}
