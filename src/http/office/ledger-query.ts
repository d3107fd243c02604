import { z } from 'zod'
import {
  LEDGER_FILTERS,
  type LedgerFilter,
  type LedgerFilterName,
  LONGEST_FILTER,
} from '../../domain/views/ledger-filter.ts'

const ANSWERS = {
  id: z.string().min(1).max(LONGEST_FILTER.id),
  ids: z.string().min(1).max(LONGEST_FILTER.ids),
  /** From the year 1000: PostgreSQL knows no year 0. To 9998: the end of the last day of 9999 has a year of five digits. */
  time: z.union([z.iso.datetime(), z.iso.date()]).refine((text) => text >= '1' && text < '9999'),
  text: z.string().max(LONGEST_FILTER.text),
}

type Filters = {
  [Name in LedgerFilterName]: z.ZodOptional<z.ZodType<NonNullable<LedgerFilter[Name]>, NonNullable<LedgerFilter[Name]>>>
}

/** The ledger's filters as the query of a request. */
export const ledgerFilters = Object.fromEntries(
  Object.entries(LEDGER_FILTERS).map(([name, answers]) => [
    name,
    (typeof answers === 'string' ? ANSWERS[answers] : z.enum(answers)).optional(),
  ]),
) as unknown as Filters
