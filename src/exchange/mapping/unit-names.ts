import { createHash } from 'node:crypto'
import type { Directory, UnitKind } from '../../domain/unit/unit.ts'
import type { ImportMapping, UnitSource } from './import-mapping.ts'
import { type Cells, lookUp, sourceValue } from './source-value.ts'

/** A unit that a file names and the tenant does not have yet. */
export type NewUnit = { readonly id: string; readonly parentId: string; readonly kind: UnitKind; readonly name: string }

const indexes = new WeakMap<Directory, ReadonlyMap<string, string>>()

/** Units by id and by either name; an id wins over a name. Worked out once per directory. */
function indexOf(directory: Directory): ReadonlyMap<string, string> {
  const known = indexes.get(directory)
  if (known) return known
  const units = Object.values(directory.units)
  const index = new Map([
    ...units.map((unit) => [unit.name.en, unit.id] as const),
    ...units.map((unit) => [unit.name.zh, unit.id] as const),
    ...units.map((unit) => [unit.id, unit.id] as const),
  ])
  indexes.set(directory, index)
  return index
}

/** The unit a source names: by id or by name. `missing` holds a name that no unit has. */
export function unitOf(
  source: UnitSource,
  cells: Cells,
  directory: Directory,
): { readonly unitId?: string; readonly missing?: string } {
  const { value, missing } = typeof source === 'string' ? sourceValue(source, cells) : lookUp(source, cells)
  if (missing !== undefined) return { missing: cells[missing] ?? '' }
  if (value === '') return {}
  const unitId = indexOf(directory).get(value)
  return unitId === undefined ? { missing: value } : { unitId }
}

type CreatingSource = Exclude<UnitSource, string>

/** Every source of a mapping that makes units when they are not known. */
export const creatingSources = (mapping: ImportMapping): CreatingSource[] =>
  [mapping.unit, ...Object.values(mapping.form)].filter((source): source is CreatingSource => {
    return (
      typeof source === 'object' &&
      !Array.isArray(source) &&
      'createUnits' in source &&
      source.createUnits !== undefined
    )
  })

/** The units that rows name, may be made, and are not there yet; each once. */
export function unitsToCreate(mapping: ImportMapping, rows: readonly Cells[], directory: Directory): NewUnit[] {
  const wanted = new Map<string, NewUnit>()
  for (const source of creatingSources(mapping)) {
    const { createUnits } = source
    if (!createUnits) continue
    for (const cells of rows) {
      const { missing } = unitOf(source, cells, directory)
      if (missing && !wanted.has(missing))
        wanted.set(missing, { id: idFor(missing), parentId: createUnits.under, kind: createUnits.kind, name: missing })
    }
  }
  return [...wanted.values()]
}

/** A readable id where the name allows one, and always the same for the same name. */
function idFor(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
  return `${slug || 'unit'}-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`
}
