import { readCountRequest, writeCountRequest } from '../../../domain/counts/count-request.ts'

/** A request as texts, and the page of the list. */
export type CountedSearch = Readonly<Record<string, string>>

/** Reads an address; what does not fit is left out. */
export function readCountedSearch(given: Record<string, unknown>): CountedSearch {
  const request = readCountRequest(given)
  const page = Number(given['page'])
  return {
    ...(request ? writeCountRequest(request) : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 10_000 ? { page: String(page) } : {}),
  }
}
