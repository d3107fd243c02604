import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { queryTerms, queryWords } from '../../engine/match/search-terms.ts'
import { normalised } from './lists/normalised.ts'

/** The matters whose story has a word, by word: what was answered when they were opened and at each step. */
export type Told = ReadonlyMap<string, readonly string[]>

/** Exactly one matter's number, in either case. GB-50016 and QZ-3 are words like others. */
const REFERENCE = /^[A-Za-z]{2}-\d{4}-\d{4,}$/

/** Whether a text is the whole number of one matter: then there is at most a handful to find. */
export const isReference = (text: string): boolean => REFERENCE.test(text)

/** What is searched of the row itself. */
const SEARCHED = normalised(
  sql`m.reference || ' ' || coalesce(m.source_number || ' ', '') || m.title || ' ' || coalesce(m.place, '')`,
)

/** Not restricted, which has no terms, nor made anonymous. */
const MAY_BE_TOLD = sql<SqlBool>`cardinality(m.terms) > 0 and m.matter -> 'redacted' is null`

const PAIR = /^\p{Script=Han}{2}$/u

/**
 * The terms by which the index is asked for a word: numbers and other words whole, and one pair of characters. PostgreSQL takes the
 * terms of one word for independent and expects a thousandth of what it meets; one alone it knows well. That in the middle is most
 * often the rarest: it goes across what are two words to whoever reads (二次供水 by 次供). The letters are checked all the same.
 */
function narrowing(word: string): string[] {
  const terms = word.length > 1 ? queryTerms(word) : []
  const pairs = terms.filter((term) => PAIR.test(term))
  const middle = pairs.length >> 1
  return [...terms.filter((term) => !PAIR.test(term)), ...pairs.slice(middle, middle + 1)]
}

/**
 * Text search over number, title and place, by two-character terms (a trigram index finds no two-character word), and over what is
 * told as far as `told` says. Terms narrow by index; words are then checked letter by letter, because terms alone forget their order.
 */
export function textCondition(text: string, told?: Told): RawBuilder<SqlBool> {
  const conditions = queryWords(text).map((word) => {
    const terms = narrowing(word)
    const exact = sql<SqlBool>`strpos(${SEARCHED}, ${word}) > 0`
    const inRow = terms.length > 0 ? sql<SqlBool>`(m.terms @> ${terms}::text[] and ${exact})` : exact
    const ids = told?.get(word) ?? []
    return ids.length > 0 ? sql<SqlBool>`(${inRow} or (m.id = any(${ids}::uuid[]) and ${MAY_BE_TOLD}))` : inRow
  })
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`
}
