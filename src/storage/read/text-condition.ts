import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { queryTerms } from '../../engine/match/search-terms.ts'

/** A reference or its beginning: `YH-2026-0417`, `yh-2026`. */
const REFERENCE = /^[A-Za-z]{2}-\d[\d-]*$/

/** Whether a text is searched for as a reference. */
export const isReference = (text: string): boolean => REFERENCE.test(text)

/**
 * Text search over title and place, by two-character terms (a trigram index finds no two-character word).
 * Terms narrow by index; longer words are then checked letter by letter, because terms alone forget their order.
 * `row by row` says the same in a way that PostgreSQL cannot answer from the index of terms.
 */
export function textCondition(text: string, how: 'by index' | 'row by row'): RawBuilder<SqlBool> {
  if (isReference(text)) {
    const from = text.toUpperCase()
    return sql<SqlBool>`m.reference >= ${from} and m.reference < ${`${from}~`}`
  }
  const terms = queryTerms(text)
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const exact = words.map((word) => sql<SqlBool>`strpos(lower(m.title || ' ' || coalesce(m.place, '')), ${word}) > 0`)
  const column = how === 'by index' ? sql`m.terms` : sql`(m.terms || '{}'::text[])`
  const holds =
    terms.length > 0 && words.some((word) => word.length > 1) ? [sql<SqlBool>`${column} @> ${terms}::text[]`] : []
  const conditions = [...holds, ...exact]
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`
}
