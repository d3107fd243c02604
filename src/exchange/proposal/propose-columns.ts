import type { Text } from '../../domain/wording/text.ts'
import { refusedHeading } from '../mapping/refused-headings.ts'
import { loosened, type Meaning, WORDS } from './column-words.ts'

/** A column of a ledger with some of what stands in it. */
export type LedgerColumn = {
  /** The name by which a mapping reads it; `#4` where two have one heading. */
  readonly name: string
  readonly heading: string
  /** Cells of the first rows, empty ones too. */
  readonly cells: readonly string[]
}

/** Why a column is not taken in whatever it says; undefined for all others. */
export const refusedWhy = ({ heading }: LedgerColumn): Text | undefined => refusedHeading(heading)

/** The columns of a table, each by a name of its own. */
export function ledgerColumns(headings: readonly string[], rows: readonly (readonly string[])[]): LedgerColumn[] {
  return headings.flatMap((heading, place) => {
    if (heading === '') return []
    const isTwice = headings.filter((other) => other === heading).length > 1
    return [{ name: isTwice ? `#${place + 1}` : heading, heading, cells: rows.map((row) => row[place] ?? '') }]
  })
}

/** How well a heading fits words: 0 not at all, more for the earlier word, most for one that is the whole heading. */
export function fitOf(heading: string, words: readonly string[]): number {
  const said = loosened(heading)
  const lower = said.slice(said.lastIndexOf('/') + 1)
  return Math.max(
    0,
    ...words.map((word, index) => {
      const wanted = loosened(word)
      const whole = said === wanted || lower === wanted
      return whole ? 200 - index : said.endsWith(wanted) && wanted.length > 1 ? 100 - index : 0
    }),
  )
}

/** The columns that fit a meaning, best first. */
export const columnsFor = (meaning: Meaning, columns: readonly LedgerColumn[]): LedgerColumn[] =>
  bestOf(columns, ({ heading }) => fitOf(heading, WORDS[meaning]))

/** Those that score at all, the highest first; of equals the first of the table. */
export const bestOf = (columns: readonly LedgerColumn[], scoreOf: (column: LedgerColumn) => number): LedgerColumn[] =>
  columns
    .map((column) => ({ column, score: scoreOf(column) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ column }) => column)

/** What stands in a column, each once. */
export const distinct = ({ cells }: LedgerColumn): string[] => [...new Set(cells.filter((cell) => cell !== ''))]
