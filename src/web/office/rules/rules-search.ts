/** What the address of the rules page carries. */
export type RulesSearch = {
  readonly procedure?: string
  readonly state?: string
  readonly part?: 'calendar'
  readonly year?: number
}

/** Reads the address; what does not fit is left out, because people edit addresses. */
export function readRulesSearch(given: Record<string, unknown>): RulesSearch {
  const { procedure, state, part, year } = given
  return {
    ...(typeof procedure === 'string' ? { procedure } : {}),
    ...(typeof state === 'string' ? { state } : {}),
    ...(part === 'calendar' ? { part } : {}),
    ...(/^[1-9]\d{3}$/.test(String(year)) ? { year: Number(year) } : {}),
  }
}
