import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { caseNumbersAsKept } from '../../domain/procedure/numbers/case-number.ts'
import { ALIKE, queryTerms, queryWords } from '../../engine/match/search-terms.ts'

/** Exactly one matter's number, in either case. GB-50016 and QZ-3 are words like others. */
const REFERENCE = /^[A-Za-z]{2}-\d{4}-\d{4,}$/

/** Whether a text is the whole number of one matter: then there is at most a handful to find. */
export const isReference = (text: string): boolean => REFERENCE.test(text)

/** What is searched, normalised as the question is: a stored （ is found by (, a stored ① by 1. */
const SEARCHED = sql`translate(lower(normalize(m.reference || ' ' || coalesce(m.source_number || ' ', '') || m.title || ' ' || coalesce(m.place, ''), NFKC)), ${ALIKE.from}::text, ${ALIKE.to}::text)`

const PAIR = /^\p{Script=Han}{2}$/u

/**
 * The terms by which the index is asked: numbers and other words whole, and one pair of characters of each word. PostgreSQL takes the terms of one word for independent and expects a
 * thousandth of what it meets; one alone it knows well. That in the middle is most often the rarest: it goes across what are two
 * words to whoever reads (二次供水 by 次供). The letters are checked all the same.
 */
function narrowing(text: string): string[] {
  const words = caseNumbersAsKept(text).split(/\s+/)
  return words.flatMap((word) => {
    const terms = word.length > 1 ? queryTerms(word) : []
    const pairs = terms.filter((term) => PAIR.test(term))
    return [...terms.filter((term) => !PAIR.test(term)), ...pairs.slice(pairs.length >> 1, (pairs.length >> 1) + 1)]
  })
}

/**
 * Text search over number, title and place, by two-character terms (a trigram index finds no two-character word).
 * Terms narrow by index; words are then checked letter by letter, because terms alone forget their order.
 */
export function textCondition(text: string): RawBuilder<SqlBool> {
  const terms = narrowing(text)
  const words = queryWords(text)
  const exact = words.map((word) => sql<SqlBool>`strpos(${SEARCHED}, ${word}) > 0`)
  const holds = terms.length > 0 ? [sql<SqlBool>`m.terms @> ${terms}::text[]`] : []
  const conditions = [...holds, ...exact]
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`
}
