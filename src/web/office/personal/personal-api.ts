import { answer } from '../../client/answer.ts'
import { api } from '../../client/server.ts'

/** The matters that a request concerns, with what may be done there now. */
export const getConcerned = (id: string) => answer(api.matters[':id'].concerned.$get({ param: { id } }))
/** Whether an answer is the one on record; the one on record is not shown. */
export const compareField = (id: string, json: { request: string; field: string; value: string }) =>
  answer(api.matters[':id'].comparison.$post({ param: { id }, json }))
/** Puts a personal answer right as the person asked. */
export const correctField = (id: string, json: { request: string; field: string; value: string }) =>
  answer(api.matters[':id'].corrections.$post({ param: { id }, json }))
/** The copy for the person, as a page to save or print. */
export async function makeCopy(id: string, json: { request: string; fields: string[] }): Promise<Blob> {
  const response = await api.matters[':id'].copy.$post({ param: { id }, json })
  if (!response.ok) await answer(Promise.resolve(response as unknown as Response))
  return new Blob([await response.text()], { type: 'text/html;charset=utf-8' })
}
