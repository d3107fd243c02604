import { queryOptions } from '@tanstack/react-query'
import { hc, type InferRequestType, type InferResponseType } from 'hono/client'
import type { KindName } from '../../../domain/views/views.ts'
import type { Api } from '../../../http/app.ts'
import { answer } from '../../client/answer.ts'
import { needDefinitions } from '../../client/definitions.ts'

/** Routes and their types are the server's own. */
const admin = hc<Api>('/').api.admin
const { office } = admin

export type OfficeView = InferResponseType<typeof office.$get>

/** The office's settings; with them come the definitions of all kinds, whose deadlines and categories the page shows. */
export const officeQuery = (kinds: readonly KindName[]) =>
  queryOptions({
    queryKey: ['admin', 'office'],
    queryFn: async () => {
      await needDefinitions(kinds.map(({ id }) => ({ procedure: id })))
      return answer(office.$get())
    },
  })

/** Changes name and contact. */
export const changeOffice = (json: InferRequestType<typeof office.$put>['json']) => answer(office.$put({ json }))
/** Gives the office a picture in base64, or takes it away. */
export const changeEmblem = (json: { reason: string; picture?: string }) => answer(office.emblem.$put({ json }))
/** Replaces the office's own days. */
export const changeDays = (json: InferRequestType<typeof office.days.$put>['json']) =>
  answer(office.days.$put({ json }))
/** Which matters would be due otherwise with these days. */
export const previewDays = (json: InferRequestType<typeof office.days.preview.$post>['json']) =>
  answer(office.days.preview.$post({ json }))
export type RecountRows = InferResponseType<typeof office.recount.$get>

/** What waits to be counted again; asked anew while the workers are at it. */
export const recountQuery = queryOptions({
  queryKey: ['admin', 'recount'],
  queryFn: () => answer(office.recount.$get()),
  refetchInterval: ({ state }) => (state.data?.running ? 3_000 : false),
})
/** Counts running deadlines again by the calendar as it is. */
export const recount = (json: { reason: string }) => answer(office.recount.$post({ json }))
/** Gives a rule a length of the office's own, or its former one back. */
export const changeLength = (json: InferRequestType<typeof office.lengths.$put>['json']) =>
  answer(office.lengths.$put({ json }))
/** Stands behind a rule from elsewhere. */
export const confirmRule = (json: { reason: string; article: string }) => answer(office.confirmations.$put({ json }))
/** Says which channels are not offered. */
export const changeChannels = (json: InferRequestType<typeof office.channels.$put>['json']) =>
  answer(office.channels.$put({ json }))
/** Says which categories of one kind are offered. */
export const changeCategories = (json: InferRequestType<typeof office.categories.$put>['json']) =>
  answer(office.categories.$put({ json }))
/** Says which kinds are numbered without gaps. */
export const changeNumbering = (json: { reason: string; gapFree: string[] }) => answer(office.numbering.$put({ json }))
/** Sets how many false alarms a month are put up with, and from which hour the night is judged. */
export const changeWarnings = (json: InferRequestType<typeof office.warnings.$put>['json']) =>
  answer(office.warnings.$put({ json }))
/** Agrees that matters go between this office and another, or takes it back. */
export const changeTie = (json: InferRequestType<typeof office.ties.$put>['json']) => answer(office.ties.$put({ json }))
/** Lets matters open by themselves on a calendar, or no more. */
export const changeSchedule = (json: InferRequestType<typeof office.schedules.$put>['json']) =>
  answer(office.schedules.$put({ json }))

type List = { readonly reason: string; readonly csv: string }
/** Takes a list of units in. */
export const takeUnits = (json: List & { county?: string }) => answer(admin['unit-list'].$post({ json }))
/** Takes a list of people in; the answer is the only place where their passwords stand. */
export const takePeople = (json: List) => answer(admin['people-list'].$post({ json }))
/** Takes a list of days in. */
export const takeDays = (json: List) => answer(office.days.$post({ json }))
