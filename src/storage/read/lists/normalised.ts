import { type Expression, type RawBuilder, sql } from 'kysely'
import { ALIKE } from '../../../engine/match/search-terms.ts'

/** What is searched, as the question is: a stored （ is found by (, a stored ① by 1. */
export const normalised = (text: Expression<unknown>): RawBuilder<string> =>
  sql`translate(lower(normalize(${text}, NFKC)), ${ALIKE.from}::text, ${ALIKE.to}::text)`
