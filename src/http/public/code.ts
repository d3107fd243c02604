import { createHash } from 'node:crypto'
import { cleanText } from '../../domain/free-text/clean-text.ts'

/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
const BITS_PER_LETTER = 5

/**
 * The code of a report: 10 letters, 50 bits. It follows from a keyed hash over the form's random number, so that
 * sending the same form twice gives the same receipt, and nobody without the deployment key can work it out.
 * @param keyed - hex of a keyed SHA-256 over at least 128 random bits
 */
export function reportCode(keyed: string): string {
  const bits = BigInt(`0x${createHash('sha256').update(keyed, 'hex').digest('hex')}`)
  const letterAt = (index: number) => ALPHABET[Number((bits >> BigInt(index * BITS_PER_LETTER)) & 31n)]
  return Array.from({ length: LENGTH }, (_, index) => letterAt(index)).join('')
}

/** Words that stand before a code where it is shown, copied along with it. */
const LABEL = /^.*(?:码(?:是|为)?|CODE(?:\s+IS)?)\s*[:：]?|^.*\/T\//i

/**
 * A code as typed by people, made plain: label or address before it, blanks, dots and dashes of every kind out, capitals, O
 * as 0, I and L as 1. Undefined when it cannot be one.
 */
export function readCode(typed: string): string | undefined {
  const plain = cleanText(typed.normalize('NFKC'))
    .replace(LABEL, '')
    .replace(/[?#].*$/, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return plain.length === LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : undefined
}

/** A code in groups for the eye: `7K42 · MQ9F · 3X`. */
export const codeInGroups = (code: string): string => [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join(' · ')
