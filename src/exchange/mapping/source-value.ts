import type { Lookup, ValueSource } from './import-mapping.ts'

export type Cells = Readonly<Record<string, string>>

/** What a source gives for a row; `missing` when the cell is in no table and there is no default. */
export type Found = { readonly value: string; readonly missing?: string }

const PLACE = /\{([^{}]+)\}/g

/** The value of a source for one row. A text whose column is empty is empty as a whole, so that a list can fall back. */
export function sourceValue(source: ValueSource, cells: Cells): Found {
  if (typeof source === 'string') return { value: filled(source, cells) }
  if (!Array.isArray(source)) return lookUp(source, cells)
  for (const one of source) {
    const found = sourceValue(one, cells)
    if (found.value !== '' || found.missing !== undefined) return found
  }
  return { value: '' }
}

/** Looks a cell up: in the table, else the default, else as it is when there is no table. */
export function lookUp({ column, values, default: fallback }: Lookup, cells: Cells): Found {
  const cell = cells[column] ?? ''
  if (!values) return { value: cell === '' ? (fallback ?? '') : cell }
  const value = Object.hasOwn(values, cell) ? values[cell] : fallback
  if (value !== undefined) return { value }
  return cell === '' ? { value: '' } : { value: '', missing: column }
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
  return Array.isArray(source) ? source.flatMap(columnsOf) : [source.column]
}

/** Every value a source can give without reading a file: table, default, fixed text. */
export function fixedValuesOf(source: ValueSource): string[] {
  if (typeof source === 'string') return source === '' || columnsOf(source).length > 0 ? [] : [source]
  if (Array.isArray(source)) return source.flatMap(fixedValuesOf)
  return [...Object.values(source.values ?? {}), ...(source.default === undefined ? [] : [source.default])].filter(
    (value) => value !== '',
  )
}
