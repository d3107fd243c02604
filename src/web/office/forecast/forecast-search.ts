/** What the address of the page carries: without a unit the own one, without a kind all of them, without weeks the usual. */
export type ForecastSearch = { readonly unit?: string; readonly kind?: string; readonly weeks?: number }

/** Reads the address; what does not fit is left out. */
export function readForecastSearch(search: Readonly<Record<string, unknown>>): ForecastSearch {
  const { unit, kind } = search
  const weeks = Number(search['weeks'])
  return {
    ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
    ...(typeof kind === 'string' && kind !== '' ? { kind } : {}),
    ...(CHOICES.includes(weeks) ? { weeks } : {}),
  }
}

/** Weeks that may be looked ahead. */
export const CHOICES: readonly number[] = [4, 6, 8, 13]
