import { caseNumbersAsKept } from '../../domain/procedure/numbers/case-number.ts'

/** The longest title, place and ledger number together need no more; a pasted document would make an index entry of its own size. */
const MAX_TERMS = 600

/** Scripts written without spaces between words: cut into overlapping pairs. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const RUNS = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u')

/**
 * The terms by which a text is found: every two neighbouring Chinese characters, a lone one by itself, and every other
 * word or number in lower case. Full-width and half-width letters are the same. At most 600, in the order of the text.
 */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    for (const term of IS_UNSPACED.test(run) ? pairsOf(run) : [run]) {
      if (terms.size === MAX_TERMS) return [...terms]
      terms.add(term)
    }
  }
  return [...terms]
}

function pairsOf(run: string): string[] {
  // By character, not by UTF-16 unit: rare characters of names and places take two units.
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/**
 * What a matter is found by: its number, whole or by its parts (`2026-0590`, `0590`, `590`), the number of the ledger it
 * came from or of the court's case, its title and its place.
 */
export function termsOfMatter(matter: {
  reference: string
  title: string
  place?: string | undefined
  sourceNumber?: string | undefined
}): string[] {
  const counter = /\d+$/.exec(matter.reference)?.[0] ?? ''
  const { reference, sourceNumber = '', title, place = '' } = matter
  return searchTerms([reference, counter.replace(/^0+/, ''), sourceNumber, title, place].join(' '))
}

/**
 * The terms a searched text must all have. Other words and numbers are found whole: 3号楼 does not find 13号楼. One lone
 * Chinese character beside others is left out: stored texts hold it only inside pairs, so it would find nothing.
 */
export function queryTerms(text: string): string[] {
  const terms = searchTerms(caseNumbersAsKept(text))
  const isLone = (term: string) => IS_UNSPACED.test(term) && Array.from(term).length === 1
  return terms.filter((term) => !isLone(term))
}

/** Dashes and quotation marks that NFKC leaves apart: people type the one on their keyboard. */
export const ALIKE = { from: '‐‑‒–—―−“”„‘’', to: `-------"""''` }

/** The words of a question as they are compared letter by letter: a case number as it is kept; width, case, kinds of brackets, dashes and quotation marks make no difference. */
export const queryWords = (text: string): string[] =>
  Array.from(caseNumbersAsKept(text).normalize('NFKC').toLowerCase(), (one) => ALIKE.to[ALIKE.from.indexOf(one)] ?? one)
    .join('')
    .split(/\s+/)
    .filter(Boolean)
