import { type LedgerFilter, readLedgerFilter } from '../../../domain/views/ledger-filter.ts'

/** What the ledger's address carries: filters, order, the matter in the side panel, and whether the columns are those of the kind's ledger. */
export type LedgerSearch = LedgerFilter & { readonly panel?: string; readonly view?: 'sheet' }

/** Reads the address; what does not fit is left out. */
export const readLedgerSearch = (given: Record<string, unknown>): LedgerSearch => ({
  ...readLedgerFilter(given),
  ...(typeof given['panel'] === 'string' ? { panel: given['panel'] } : {}),
  ...(given['view'] === 'sheet' ? { view: 'sheet' as const } : {}),
})

/** The filters alone: what the server is asked. */
export const filterOf = ({ panel: _, view: __, ...filter }: LedgerSearch): LedgerFilter => filter

/** The filters as a saved view keeps them. */
export const queryOf = (search: LedgerSearch): string =>
  new URLSearchParams(Object.entries(filterOf(search)).map(([name, value]) => [name, String(value)])).toString()

/** Which kinds are listed, without the filters. */
export const kindsAlone = ({ procedure, kinds }: LedgerSearch): LedgerSearch =>
  procedure ? { procedure } : kinds ? { kinds } : {}

/** Whether anything but the kind narrows the list. */
export const isFiltered = ({
  panel: _,
  sort: __,
  procedure: ___,
  kinds: ____,
  view: _____,
  ...rest
}: LedgerSearch): boolean => Object.keys(rest).length > 0
