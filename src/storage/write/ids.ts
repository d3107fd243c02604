import { hash, randomBytes } from 'node:crypto'

const asUuid = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`

/** A new id that sorts by time (UUID version 7, RFC 9562). `atMs` is milliseconds since 1970. */
export function newId(atMs: number): string {
  const hex = Math.floor(atMs).toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
  return asUuid(
    `${hex.slice(0, 12)}7${hex.slice(13, 16)}${((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)}${hex.slice(17)}`,
  )
}

/** No id of this instant or later sorts before it. */
export const firstId = (atMs: number): string => asUuid(Math.floor(atMs).toString(16).padStart(12, '0').padEnd(32, '0'))

/** An id that follows from what it is for, so that doing it twice finds the first (UUID version 8, RFC 9562). Sorts by `atMs`. */
export function derivedId(atMs: number, ...parts: readonly string[]): string {
  const hex = Math.floor(atMs).toString(16).padStart(12, '0') + hash('sha256', parts.join('\n'), 'hex')
  return asUuid(
    `${hex.slice(0, 12)}8${hex.slice(13, 16)}${((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)}${hex.slice(17)}`,
  )
}

/** SHA-256 of a text as lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex')
