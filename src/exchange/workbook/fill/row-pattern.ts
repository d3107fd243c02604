import type { CellValue } from '../edit/cell-change.ts'
import { lettersOf } from '../edit/cell-change.ts'
import { type CellWriting, cellXml, escaped } from '../edit/cell-xml.ts'
import { asBytes, scanXml } from '../edit/scan-xml.ts'
import { movedDown } from './formula-rows.ts'

/** The first row to be filled, as the others are to look: height, and of each cell the style and the formula. */
export type RowPattern = {
  readonly number: number
  /** The attributes of the row's tag but its number. */
  readonly attributes: string
  readonly cells: ReadonlyMap<number, { readonly style: string | undefined; readonly formula: string | undefined }>
}

/** A row that is filled: what stands in which column. */
export type FilledRow = ReadonlyMap<number, CellValue>

const unescapedXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

/** The words of a formula's element, of bytes one letter each. */
export const formulaText = (bytes: string): string => unescapedXml(Buffer.from(bytes, 'latin1').toString('utf8'))
/** A formula as the bytes of its element. */
export const formulaBytes = (formula: string): string => asBytes(escaped(formula))

/** Reads the pattern from the bytes of a row. */
export function patternOf(text: string, number: number): RowPattern {
  const cells = new Map<number, { style: string | undefined; formula: string | undefined }>()
  let [attributes, column, style, formulaFrom] = ['', -1, undefined as string | undefined, -1]
  let formula: string | undefined
  scanXml(text, {
    open: ({ name, attributes: given, span, isEmpty }) => {
      if (name === 'row') {
        const tag = text.slice(span.from, span.to)
        attributes = tag
          .replace(/^<\S+/, '')
          .replace(/\s*\/?>$/, '')
          .replace(/\s(?:r|spans)\s*=\s*(["'])[^"']*\1/g, '')
      }
      if (name === 'c') {
        column = columnOfPlace(given['r']) ?? column + 1
        style = given['s']
        formula = undefined
      }
      if (name === 'f') formulaFrom = isEmpty || given['t'] === 'array' ? -1 : span.to
    },
    close: (name, span) => {
      if (name === 'f' && formulaFrom >= 0) {
        formula = formulaText(text.slice(formulaFrom, span.from)) || undefined
        formulaFrom = -1
      }
      if (name === 'c') cells.set(column, { style, formula })
    },
  })
  return { number, attributes, cells }
}

const columnOfPlace = (place: string | undefined): number | undefined => {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined
}

/** A row like the pattern, with what it is filled with. */
export function patternedRow(pattern: RowPattern, number: number, filled: FilledRow, writing: CellWriting): string {
  const columns = [...new Set([...pattern.cells.keys(), ...filled.keys()])].sort((a, b) => a - b)
  const { prefix } = writing
  const cells = columns.map((column) => {
    const like = pattern.cells.get(column)
    const value = filled.get(column)
    if (value === undefined && like?.formula) {
      const style = like.style ? ` s="${like.style}"` : ''
      const formula = formulaBytes(movedDown(like.formula, number - pattern.number))
      return `<${prefix}c r="${lettersOf(column)}${number}"${style}><${prefix}f>${formula}</${prefix}f></${prefix}c>`
    }
    return cellXml({ row: number, column, value: value ?? null }, like?.style, writing)
  })
  return `<${prefix}row r="${number}"${pattern.attributes}>${cells.join('')}</${prefix}row>`
}
