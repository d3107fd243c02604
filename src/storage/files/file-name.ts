/** Largest file in bytes: 20 MiB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Longest file name, in UTF-16 units: tables and headers count in them. */
const LONGEST_NAME = 120
const ENDING = 16

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** A name that is safe to show and to save: no path, no control characters, at most 120 units, never half a character. */
export function safeFileName(name: string): string {
  const base = name.slice(-MOST_READ).toWellFormed().split(/[\\/]/).pop() ?? ''
  const clean = base.normalize('NFC').replace(UNSAFE, '').trim()
  if (clean.length <= LONGEST_NAME) return clean || 'file'
  const letters = Array.from(graphemes.segment(clean), ({ segment }) => segment)
  const end = fitting(letters.toReversed(), ENDING).reverse().join('')
  return `${fitting(letters, LONGEST_NAME - ENDING - 1).join('')}…${end}`
}

/** No honest name is longer than this, in UTF-16 units. */
const MOST_READ = 2_000

/** Control characters, and marks that turn the direction of reading so that exe looks like txt. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** As many of the first letters as fit; what people see as one letter is not cut. */
function fitting(letters: readonly string[], most: number): string[] {
  let length = 0
  const beyond = letters.findIndex((letter) => {
    length += letter.length
    return length > most
  })
  return letters.slice(0, beyond < 0 ? letters.length : beyond)
}
