import { queryOptions } from '@tanstack/react-query'
import type { Day } from '../../domain/time/time.ts'
import { answer } from './answer.ts'
import { needDefinitions } from './definitions.ts'
import { api } from './server.ts'

type Time = { readonly from?: Day; readonly to?: Day }

/** Who is on duty, and the rota of a time; a week from today unless it says otherwise. */
export const dutyQuery = (time: Time = {}) =>
  queryOptions({ queryKey: ['duty', time], queryFn: () => answer(api.duty.$get({ query: time })) })

/** The same with the definitions of its shifts. */
export const rotaQuery = (time: Time) =>
  queryOptions({
    queryKey: ['duty', 'rota', time],
    queryFn: async () => {
      const view = await answer(api.duty.$get({ query: time }))
      await needDefinitions(view.kind ? [{ procedure: view.kind }] : [])
      return view
    },
  })
