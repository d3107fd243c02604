import type { NumberKind } from '../number-format.ts'
import { type CellValue, lettersOf } from './cell-change.ts'
import type { editFault } from './edit-fault.ts'
import { asBytes } from './scan-xml.ts'

/** How a cell is written in its workbook: by which prefix, from which day on, and what the numbers of a style stand for. */
export type CellWriting = {
  readonly prefix: string
  readonly from1904: boolean
  readonly kinds: readonly NumberKind[]
}

const LONGEST = 32_767
const DAY_MS = 86_400_000
const DAY = /^\d{4}-\d\d-\d\d$/

/** Why a value is none that a cell can hold. */
export function valueFault(value: CellValue): Parameters<typeof editFault>[0] | undefined {
  if (typeof value === 'string') return value.length > LONGEST ? 'too-long' : undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'no-number'
  if (typeof value !== 'object' || value === null) return undefined
  const time = DAY.test(value.day) ? Date.parse(`${value.day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value.day ? 'no-day' : undefined
}

/**
 * The tag of a cell, as bytes. A text is written within the cell, so that the list that all cells share stays as it is, and always
 * as text: what begins with = is none of a formula. A day is a number where the format of the cell shows days, else a text.
 */
export function cellXml(
  { row, column, value }: { readonly row: number; readonly column: number; readonly value: CellValue },
  style: string | undefined,
  { prefix, from1904, kinds }: CellWriting,
): string {
  const begin = `<${prefix}c r="${lettersOf(column)}${row}"${style ? ` s="${style}"` : ''}`
  const number = (written: number | string) => `${begin}><${prefix}v>${written}</${prefix}v></${prefix}c>`
  if (value === null || value === '') return `${begin}/>`
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return `${begin} t="b"><${prefix}v>${value ? 1 : 0}</${prefix}v></${prefix}c>`
  if (typeof value === 'object') {
    const serial = ['day', 'moment'].includes(kinds[Number(style ?? 0)] ?? 'number') && serialOf(value.day, from1904)
    return serial ? number(serial) : textCell(begin, value.day, prefix)
  }
  return textCell(begin, value, prefix)
}

const textCell = (begin: string, text: string, prefix: string): string =>
  `${begin} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${asBytes(escaped(text))}</${prefix}t></${prefix}is></${prefix}c>`

/** A day as a sheet counts it; undefined before its first. 1900 is counted as if it had had a 29 February. */
export function serialOf(day: string, from1904: boolean): number | undefined {
  const days = (Date.parse(`${day}T00:00:00Z`) - (from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / DAY_MS
  const serial = !from1904 && days < 61 ? days - 1 : days
  return serial >= 1 ? serial : undefined
}

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML; letters that XML does not know are written as Office does, and half letters are shown as such. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML does not know
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (letter) => `_x${code(letter)}_`)
    .replace(/[&<>"]/g, (letter) => NAMES[letter] ?? letter)
    .toWellFormed()

const code = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
