import { fileTypeFromBuffer } from 'file-type'
import { AnlanError } from '../../domain/wording/errors.ts'

/** Types that matters may carry, by what their bytes say. What a name or a browser claims is not believed. */
export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'video/mp4',
  'audio/mpeg',
] as const

/** Largest file in bytes: 20 MiB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** The type of a file by its bytes. @throws AnlanError file-refused when empty, too large or of another kind */
export async function checkFile(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw new AnlanError('file-refused', { rule: 'empty' })
  if (bytes.length > MAX_FILE_BYTES) throw new AnlanError('file-refused', { rule: 'too-large', limit: MAX_FILE_BYTES })
  const found = await fileTypeFromBuffer(bytes)
  if (!found || !FILE_TYPES.some((type) => type === found.mime))
    throw new AnlanError('file-refused', { rule: 'type', type: found?.mime ?? 'unknown' })
  return found.mime
}

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
