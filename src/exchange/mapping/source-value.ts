import type { Text } from '../../domain/wording/text.ts'
import { cutText } from './cut-text.ts'
import { type Condition, type Lookup, listOf, type ValueSource } from './import-mapping.ts'

export type Cells = Readonly<Record<string, string>>

/** What a source gives for a row; `missing` is the column when its cell is in no table and there is no default. */
export type Found = { readonly value: string; readonly missing?: string }

const PLACE = /\{([^{}]+)\}/g

/** The value of a source for one row. A text whose column is empty is empty as a whole, so that a list can fall back. */
export function sourceValue(source: ValueSource, cells: Cells): Found {
  if (typeof source === 'string') return { value: filled(source, cells) }
  if ('text' in source) return { value: shortened(filled(source.text, cells), source.cut) }
  if (!Array.isArray(source)) return lookUp(source as Lookup, cells)
  for (const one of source) {
    const found = sourceValue(one, cells)
    if (found.value !== '' || found.missing !== undefined) return found
  }
  return { value: '' }
}

const shortened = (value: string, cut: number | undefined) => (cut === undefined ? value : cutText(value, cut))

/** Looks a cell up: in the table, else the default, else as it is when there is no table or others are kept. */
export function lookUp(source: Lookup, cells: Cells): Found {
  const { column, values, default: fallback, others, cut } = source
  const cell = pieceOf(source, cells[column] ?? '')
  if (!values) return { value: cell === '' ? (fallback ?? '') : shortened(cell, cut) }
  if (Object.hasOwn(values, cell)) return { value: values[cell] ?? '' }
  if (others === 'keep' && cell !== '') return { value: shortened(cell, cut) }
  if (fallback !== undefined) return { value: fallback }
  return cell === '' ? { value: '' } : { value: '', missing: column }
}

/** The asked piece of a cell: the first is 1, the last -1. */
function pieceOf({ split, part = 1 }: Lookup, cell: string): string {
  if (split === undefined) return cell
  return (cell.split(split).at(part > 0 ? part - 1 : part) ?? '').trim()
}

function filled(text: string, cells: Cells): string {
  let isEmpty = false
  const value = text.replace(PLACE, (_, name: string) => {
    const cell = cells[name] ?? ''
    if (cell === '') isEmpty = true
    return cell
  })
  return isEmpty ? '' : value
}

/** The columns a source reads. */
export function columnsOf(source: ValueSource): string[] {
  if (typeof source === 'string') return Array.from(source.matchAll(PLACE), ([, name = '']) => name)
  if ('text' in source) return columnsOf(source.text)
  return Array.isArray(source) ? source.flatMap(columnsOf) : [(source as Lookup).column]
}

/** Every value a source can give without reading a file: table, default, fixed text. */
export function fixedValuesOf(source: ValueSource): string[] {
  if (typeof source === 'string') return source === '' || columnsOf(source).length > 0 ? [] : [source]
  if ('text' in source) return fixedValuesOf(source.text)
  if (Array.isArray(source)) return source.flatMap(fixedValuesOf)
  const { values = {}, default: fallback } = source as Lookup
  return [...Object.values(values), ...(fallback === undefined ? [] : [fallback])].filter((value) => value !== '')
}

/** Whether all conditions hold for a row. */
export const holds = (conditions: Condition | readonly Condition[] | undefined, cells: Cells): boolean =>
  listOf(conditions).every(({ column, is, isNot, empty }) => {
    const cell = cells[column] ?? ''
    return (
      (is === undefined || is.includes(cell)) &&
      (isNot === undefined || !isNot.includes(cell)) &&
      (empty === undefined || empty === (cell === ''))
    )
  })

/** The first of the columns that is not empty in a row; the first one when all are. */
export const firstFilled = (columns: string | readonly string[], cells: Cells): string =>
  listOf(columns).find((column) => (cells[column] ?? '') !== '') ?? listOf(columns)[0] ?? ''

/** The option a word means: by its id, or as people read it. */
export const optionOf = (options: Readonly<Record<string, Text>>, word: string): string | undefined =>
  Object.hasOwn(options, word)
    ? word
    : Object.entries(options).find(([, { zh, en }]) => zh === word || en.toLowerCase() === word.toLowerCase())?.[0]
