/** The number of the type text in every PostgreSQL. */
const TEXT = 25
const HEAD = 20

/**
 * A list of texts as PostgreSQL takes a `text[]` in binary: lengths and bytes, nothing to escape and nothing to look for. The driver
 * sends a Buffer as it is.
 */
export function textArray(values: readonly (string | null)[]): Buffer {
  let size = HEAD + 4 * values.length
  for (const value of values) if (value !== null) size += Buffer.byteLength(value)
  const bytes = Buffer.allocUnsafe(size)
  // One dimension, whether there is null, the type of members, how many, and the number of the first.
  bytes.writeInt32BE(1, 0)
  bytes.writeInt32BE(1, 4)
  bytes.writeInt32BE(TEXT, 8)
  bytes.writeInt32BE(values.length, 12)
  bytes.writeInt32BE(1, 16)
  let at = HEAD
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + 4)
    bytes.writeInt32BE(length, at)
    at += 4 + Math.max(0, length)
  }
  return bytes
}

/** A value as the text that a column of its type reads; a list of texts as PostgreSQL writes it, anything else with parts as JSON. */
export function columnText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return listText(value as readonly string[])
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const SPECIAL = /["\\]/g

const listText = (list: readonly string[]): string => {
  let text = ''
  for (const member of list) text += `${text === '' ? '"' : ',"'}${member.replace(SPECIAL, '\\$&')}"`
  return `{${text}}`
}
