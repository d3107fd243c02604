/** Reads the search part of an address: names and texts, as people write them (`?overdue=true&text=护栏`). */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

/** Writes names and texts as the search part of an address; what is not set is left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const set = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  const query = new URLSearchParams(set).toString()
  return query && `?${query}`
}
