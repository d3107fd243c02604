import { type Kysely, sql } from 'kysely'
import { queryWords } from '../../../engine/match/search-terms.ts'
import type { Tables } from '../../schema/tables.ts'
import type { AskedFilter } from '../ledger-filter.ts'
import { normalised } from './normalised.ts'

/** A word that is told in more matters than these finds nothing that a reader would look through: titles and places must do. */
const MOST = 1_000

/** Neighbouring characters, as the index has them: of stretches of Chinese alone, so that neither keys nor sealed values are in it. */
const STRETCH = /[\u3400-\u4dbf\u4e00-\u9fff]{2,}/g

/** Chinese alone is written in one way only, so the letters need not be made alike before they are compared. */
const ALL_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]+$/

const pairsOf = (word: string): string[] =>
  [...new Set(word.match(STRETCH) ?? [])].flatMap((run) => Array.from(run.slice(1), (next, at) => `${run[at]}${next}`))

/**
 * A filter with the matters in whose stories the words of its text stand. Sealed values are no text there, nor is what numbers and names
 * were masked by; answers given apart are not looked through. `textCondition` leaves out matters that are restricted or anonymous.
 */
export async function withTold<F extends AskedFilter>(db: Kysely<Tables>, tenant: string, filter: F): Promise<F> {
  const words = filter.text ? queryWords(filter.text).filter((word) => pairsOf(word).length > 0) : []
  if (words.length === 0 || filter.told) return filter
  const told = await Promise.all(words.map(async (word) => [word, await mattersTelling(db, tenant, word)] as const))
  return { ...filter, told: new Map(told) }
}

async function mattersTelling(db: Kysely<Tables>, tenant: string, word: string): Promise<readonly string[]> {
  const letters = ALL_HAN.test(word) ? sql`t.form` : normalised(sql`t.form`)
  const { rows } = await sql<{ id: string }>`select distinct id from (
      select t.matter_id as id from told t
      where t.tenant = ${tenant} and t.pairs @> ${pairsOf(word)}::text[] and strpos(${letters}, ${word}) > 0
      limit ${MOST + 1}) as telling`.execute(db)
  return rows.length > MOST ? [] : rows.map(({ id }) => id)
}
