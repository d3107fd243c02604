/** The unit looked at, from the address; the reader's own where there is none. */
export type OverviewSearch = { readonly unit?: string }

/** Reads the address; what is no word is left out. */
export const readOverviewSearch = ({ unit }: Record<string, unknown>): OverviewSearch =>
  typeof unit === 'string' && unit !== '' && unit.length <= 100 ? { unit } : {}
