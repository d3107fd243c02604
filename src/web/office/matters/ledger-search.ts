import type { LedgerFilter } from '../../client/api.ts'

const WORDS = [
  'procedure',
  'group',
  'state',
  'unit',
  'place',
  'category',
  'level',
  'channel',
  'owner',
  'dueFrom',
  'dueTo',
  'text',
] as const

/** What the ledger's address carries: filters, order, and the matter in the side panel. */
export type LedgerSearch = { [K in (typeof WORDS)[number]]?: string } & {
  readonly overdue?: 'true'
  readonly sort?: 'opened' | 'due'
  readonly panel?: string
}

/** Reads the address; what does not fit is left out and not an error, because people edit addresses. */
export function readLedgerSearch(given: Record<string, unknown>): LedgerSearch {
  const words = WORDS.flatMap((name) => {
    const value = given[name]
    return (typeof value === 'string' || typeof value === 'number') && value !== '' ? [[name, String(value)]] : []
  })
  return {
    ...Object.fromEntries(words),
    ...(given['overdue'] === 'true' || given['overdue'] === true ? { overdue: 'true' } : {}),
    ...(given['sort'] === 'due' || given['sort'] === 'opened' ? { sort: given['sort'] } : {}),
    ...(typeof given['panel'] === 'string' ? { panel: given['panel'] } : {}),
  }
}

/** The filters alone: what the server is asked. */
export const filterOf = ({ panel: _, ...filter }: LedgerSearch): LedgerFilter => filter

/** The filters as a saved view keeps them. */
export const queryOf = (search: LedgerSearch): string =>
  new URLSearchParams(Object.entries(filterOf(search)).map(([name, value]) => [name, String(value)])).toString()

/** Whether anything but the kind narrows the list. */
export const isFiltered = ({ panel: _, sort: __, procedure: ___, ...rest }: LedgerSearch): boolean =>
  Object.keys(rest).length > 0
