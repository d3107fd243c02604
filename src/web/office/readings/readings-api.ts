import { queryOptions } from '@tanstack/react-query'
import type { Finding } from '../../../domain/views/access-views.ts'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { answer } from '../../client/answer.ts'
import { watchedFetch } from '../../client/connection.ts'
import { api } from '../../client/server.ts'

type LogFilter = Parameters<typeof api.readings.$get>[0]['query']

/** Lines of the log of readers under a filter. */
export const logQuery = (filter: LogFilter) =>
  queryOptions({ queryKey: ['readings', filter], queryFn: () => answer(api.readings.$get({ query: filter })) })
/** The report of one year. */
export const reportQuery = (year: string) =>
  queryOptions({
    queryKey: ['readings', 'report', year],
    queryFn: () => answer(api.readings.report.$get({ query: { year } })),
  })
/** Emergencies that I have a part in. */
export const emergenciesQuery = queryOptions({
  queryKey: ['emergencies'],
  queryFn: () => answer(api.emergencies.$get()),
})
/** Files I asked for, and those that wait for me. */
export const exportsQuery = queryOptions({ queryKey: ['exports'], queryFn: () => answer(api.exports.$get()) })

/** Asks to read in an emergency. */
export const askEmergency = (matter: string, fields: readonly string[], reason: string) =>
  answer(api.emergencies.$post({ json: { matter, fields: [...fields], reason } }))
/** Agrees as the second person. */
export const confirmEmergency = (id: string) => answer(api.emergencies[':id'].confirm.$post({ param: { id } }))
/** Reads what was agreed on. */
export const openEmergency = (id: string) => answer(api.emergencies[':id'].open.$post({ param: { id } }))
/** Says afterwards whether it was in order. */
export const reviewEmergency = (id: string, finding: Finding, note: string) =>
  answer(api.emergencies[':id'].review.$post({ param: { id }, json: { finding, note } }))

/** Asks for the ledger as a file. */
export const askExport = (filter: LedgerFilter & { readonly procedure: string }, purpose: string) =>
  answer(api.exports.$post({ json: { filter, purpose } }))
/** Agrees to a file or refuses it. */
export const decideExport = (id: string, approve: boolean, reason: string) =>
  answer(api.exports[':id'].decide.$post({ param: { id }, json: { approve, reason } }))
/** Where the file is taken. */
export const exportAddress = (id: string, form: 'csv' | 'xlsx' | 'form') => `/api/exports/${id}/${form}`

/** The form of one's own unit for a kind of matter. */
export const formQuery = (procedure: string) =>
  queryOptions({
    queryKey: ['ledger-form', procedure],
    queryFn: () => answer(api['ledger-forms'].$get({ query: { procedure } })),
  })
/** Keeps an empty workbook as the form. */
export const sendForm = (procedure: string, file: File) =>
  answer(
    watchedFetch(`/api/ledger-forms?procedure=${encodeURIComponent(procedure)}`, {
      method: 'POST',
      body: file,
      headers: { 'x-file-name': encodeURIComponent(file.name) },
    }),
  )
/** Uses the form no longer. */
export const dropForm = (procedure: string) => answer(api['ledger-forms'].$delete({ query: { procedure } }))
