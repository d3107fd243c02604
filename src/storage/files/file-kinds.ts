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

/** A name that is safe to show and to save: no path, no control characters, at most 120 characters. */
export function safeFileName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? ''
  const clean = [...base.normalize('NFC')]
    .filter((char) => char >= ' ' && char !== '\u007f' && !/[\u202a-\u202e\u2066-\u2069]/.test(char))
    .join('')
    .trim()
  return clean.length > 120 ? `${clean.slice(0, 100)}…${clean.slice(-16)}` : clean || 'file'
}
