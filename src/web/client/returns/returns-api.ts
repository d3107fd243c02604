import { queryOptions } from '@tanstack/react-query'
import type { MappedCell } from '../../../domain/returns/return-query.ts'
import type { ReturnCycle } from '../../../domain/returns/return-views.ts'
import { answer } from '../answer.ts'
import { type Asked, needDefinitions } from '../definitions.ts'
import { api } from '../server.ts'

const { returns } = api
const { fills } = returns
const one = returns[':id']
const filled = fills[':fill']

const askedIn = (cells: readonly Pick<MappedCell, 'use'>[]): Asked[] =>
  cells.flatMap(({ use }) => ('count' in use ? (use.count.kinds ?? []).map((procedure) => ({ procedure })) : []))

export const returnsQuery = queryOptions({ queryKey: ['returns', 'list'], queryFn: () => answer(returns.$get()) })
/** What I have to fill or sign. */
export const dueReturnsQuery = queryOptions({ queryKey: ['returns', 'due'], queryFn: () => answer(returns.due.$get()) })
export const burdenQuery = queryOptions({
  queryKey: ['returns', 'burden'],
  queryFn: async () => {
    const view = await answer(returns.burden.$get())
    await needDefinitions(askedIn(view.twice.map(({ query }) => ({ use: { count: query } }))))
    return view
  },
})
/** A form with one of its sheets; without a name the one that was mapped. */
export const returnQuery = (id: string, sheet?: string) =>
  queryOptions({
    queryKey: ['returns', 'form', id, sheet ?? ''],
    queryFn: async () => {
      const view = await answer(one.$get({ param: { id }, query: sheet === undefined ? {} : { sheet } }))
      await needDefinitions(askedIn(view.cells))
      return view
    },
  })
export const fillQuery = (id: string) =>
  queryOptions({
    queryKey: ['returns', 'fill', id],
    queryFn: async () => {
      const view = await answer(filled.$get({ param: { fill: id } }))
      await needDefinitions(askedIn(view.cells))
      return view
    },
  })
export const behindQuery = (fill: string, cell: string) =>
  queryOptions({
    queryKey: ['returns', 'fill', fill, cell],
    queryFn: () => answer(filled.cells[':cell'].$get({ param: { fill, cell } })),
  })

export type NewReturn = {
  readonly name: string
  readonly superior: string
  readonly cycle: ReturnCycle
  readonly dueDay?: number
  readonly file: { readonly sha256: string; readonly name: string }
}
/** Keeps a blank form whose file was uploaded. */
export const addReturn = ({ superior, file: { sha256, name }, ...rest }: NewReturn) =>
  answer(returns.$post({ json: { ...rest, superior: { name: superior }, file: { sha256, name } } }))
/** Says what the cells of a form ask from now on. */
export const mapReturn = (id: string, wish: { seenVersion: number; sheet: string; cells: readonly MappedCell[] }) =>
  answer(one.mapping.$put({ param: { id }, json: { ...wish, cells: [...wish.cells] } as never }))
export type ReturnChange = Pick<NewReturn, 'name' | 'superior' | 'dueDay'> & { readonly mine: boolean }
/** Calls a form otherwise, sets its day, or has this post fill it. */
export const changeReturn = (id: string, { superior, ...rest }: ReturnChange) =>
  answer(one.$put({ param: { id }, json: { ...rest, superior: { name: superior } } }))
/** Fills it no more. */
export const endReturn = (id: string) => answer(one.end.$post({ param: { id } }))
/** Fills it for a period. */
export const fillReturn = (id: string, period: string) => answer(one.fills.$post({ param: { id }, json: { period } }))
/** Keeps what is typed by hand. */
export const typeFill = (fill: string, cells: { cell: string; text: string }[]) =>
  answer(filled.typed.$put({ param: { fill }, json: { cells } }))
/** Says that it was checked. */
export const checkFill = (fill: string) => answer(filled.check.$post({ param: { fill } }))
/** Signs it. */
export const signFill = (fill: string) => answer(filled.sign.$post({ param: { fill } }))
/** Where the filled form is taken from. */
export const fileOfFill = (fill: string) => `/api/returns/fills/${fill}/file`
