import { queryOptions } from '@tanstack/react-query'
import type { InferRequestType } from 'hono/client'
import { answer } from '../../../client/answer.ts'
import { api } from '../../../client/server.ts'

const alerts = api.matters[':id'].alerts

export type NewAlert = InferRequestType<typeof alerts.$post>['json']

/** Under the key of its matter, so that a step brings it up to date. */
export const alertsQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id, 'alerts'], queryFn: () => answer(alerts.$get({ param: { id } })) })
/** The message as it would go out. */
export const previewAlert = (id: string, json: NewAlert) => answer(alerts.preview.$post({ param: { id }, json }))
/** Issues it. */
export const issueAlert = (id: string, json: NewAlert) => answer(alerts.$post({ param: { id }, json }))
/** Where the message stands as it went out. */
export const capAddress = (id: string, alert: string): string => `/api/matters/${id}/alerts/${alert}/cap`
