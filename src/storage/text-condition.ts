import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { queryTerms } from '../engine/search-terms.ts'

/** A reference or its beginning: `YH-2026-0417`, `yh-2026`. */
const REFERENCE = /^[A-Za-z]{2}-\d[\d-]*$/

/**
 * Text search over title and place, by two-character terms (a trigram index finds no two-character word).
 * Terms narrow by index; longer words are then checked letter by letter, because terms alone forget their order.
 */
export function textCondition(text: string): RawBuilder<SqlBool> {
  if (REFERENCE.test(text)) {
    const from = text.toUpperCase()
    return sql<SqlBool>`m.reference >= ${from} and m.reference < ${`${from}~`}`
  }
  const terms = queryTerms(text)
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const exact = words.map((word) => sql<SqlBool>`strpos(lower(m.title || ' ' || coalesce(m.place, '')), ${word}) > 0`)
  const indexed =
    terms.length > 0 && words.some((word) => word.length > 1) ? [sql<SqlBool>`m.terms @> ${terms}::text[]`] : []
  const conditions = [...indexed, ...exact]
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`
}
