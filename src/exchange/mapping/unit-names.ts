import { createHash } from 'node:crypto'
import type { Directory, Unit, UnitKind } from '../../domain/unit/unit.ts'
import { proposePlaceUnit } from '../../engine/match/place-unit.ts'
import { type ImportMapping, listOf, type UnitSource } from './import-mapping.ts'
import { type Cells, lookUp, sourceValue } from './source-value.ts'

/** A unit that a file names and the tenant does not have yet. */
export type NewUnit = { readonly id: string; readonly parentId: string; readonly kind: UnitKind; readonly name: string }

type Index = ReadonlyMap<string, readonly Unit[]>
const nameIndexes = new WeakMap<Directory, Index>()
const pathIndexes = new WeakMap<Directory, Index>()

/** Units by id and by either name; an id wins over a name. Worked out once per directory. */
const byName = (directory: Directory): Index => indexOf(directory, nameIndexes, (unit) => [unit.name.zh, unit.name.en])

/** Units by the names from any unit above down to them: 东浦镇/下塘村, 东浦镇下塘村. Only asked for where a name alone is unknown. */
const byPath = (directory: Directory): Index => indexOf(directory, pathIndexes, (unit) => pathsOf(unit, directory))

function indexOf(
  directory: Directory,
  indexes: WeakMap<Directory, Index>,
  namesOf: (unit: Unit) => readonly string[],
): Index {
  const known = indexes.get(directory)
  if (known) return known
  const index = new Map<string, Unit[]>()
  const units = Object.values(directory.units)
  for (const unit of units) {
    for (const name of namesOf(unit)) {
      const there = index.get(name)
      if (!there) index.set(name, [unit])
      else if (!there.includes(unit)) there.push(unit)
    }
  }
  for (const unit of units) index.set(unit.id, [unit])
  indexes.set(directory, index)
  return index
}

function pathsOf(unit: Unit, directory: Directory): string[] {
  return (['zh', 'en'] as const).flatMap((locale) => {
    const paths: string[] = []
    let path = unit.name[locale]
    for (let above = parentOf(directory, unit); above; above = parentOf(directory, above)) {
      path = `${above.name[locale]}/${path}`
      paths.push(path, path.replaceAll('/', ''))
    }
    return paths
  })
}

const parentOf = ({ units }: Directory, { parentId }: Unit) => (parentId === undefined ? undefined : units[parentId])

export type FoundUnit = {
  readonly unitId?: string
  /** A name that no unit has. */
  readonly missing?: string
  /** Units that all have the name, each with the names above it. */
  readonly several?: readonly string[]
}

/** The unit a source names: by id, by name, or by the names from above down to it. */
export function unitOf(source: UnitSource, cells: Cells, directory: Directory): FoundUnit {
  const { value, missing } = typeof source === 'string' ? sourceValue(source, cells) : lookUp(source, cells)
  if (missing !== undefined) return { missing: cells[missing] ?? '' }
  if (value === '') return {}
  if (typeof source === 'object' && source.find) return named(proposePlaceUnit([value], directory))
  const above =
    typeof source === 'string'
      ? []
      : listOf(source.in)
          .map((column) => cells[column] ?? '')
          .filter(Boolean)
  const found = byName(directory).get(value) ?? byPath(directory).get(value.replace(/\s*[/／>]\s*/g, '/')) ?? []
  const under = found.filter((unit) => above.every((name) => liesUnder(unit, name, directory)))
  if (under.length === 1) return { unitId: under[0]?.id ?? '' }
  if (under.length === 0) return { missing: [...above, value].join('/') }
  return { several: under.map((unit) => pathText(unit, directory)) }
}

const named = (unit: Unit | undefined): FoundUnit => (unit ? { unitId: unit.id } : {})

function liesUnder(unit: Unit, name: string, directory: Directory): boolean {
  return (byName(directory).get(name) ?? []).some((above) => above !== unit && unit.path.startsWith(above.path))
}

function pathText(unit: Unit, directory: Directory): string {
  const above = parentOf(directory, unit)
  return above ? `${above.name.zh}/${unit.name.zh}` : unit.name.zh
}

type CreatingSource = Exclude<UnitSource, string>

/** Every source of a mapping that makes units when they are not known. */
export const creatingSources = (mapping: ImportMapping): CreatingSource[] =>
  [mapping.unit, ...Object.values(mapping.form)].filter(
    (source): source is CreatingSource =>
      typeof source === 'object' && 'createUnits' in source && source.createUnits !== undefined,
  )

/** The units that rows name, may be made, and are not there yet; each once, those above before those below. */
export function unitsToCreate(mapping: ImportMapping, rows: readonly Cells[], directory: Directory): NewUnit[] {
  const wanted = new Map<string, NewUnit>()
  for (const source of creatingSources(mapping)) {
    for (const cells of rows) {
      if (unitOf(source, cells, directory).missing) addMissing(wanted, source, cells, directory)
    }
  }
  return [...wanted.values()]
}

/** Goes down from the unit under which they are made, making what is not there. */
function addMissing(wanted: Map<string, NewUnit>, source: CreatingSource, cells: Cells, directory: Directory): void {
  const { createUnits } = source
  const { value, missing } = lookUp(source, cells)
  if (!createUnits || missing !== undefined) return
  const { under, kind, kinds = [] } = createUnits
  const levels = [
    ...listOf(source.in).map((column, index) => ({ name: cells[column] ?? '', kind: kinds[index] ?? kind })),
    { name: value, kind },
  ].filter(({ name }) => name !== '')
  let parentId = under
  for (const level of levels) {
    const there = (byName(directory).get(level.name) ?? []).find((unit) => unit.parentId === parentId)
    const id = there?.id ?? idFor(level.name, parentId === under ? '' : parentId)
    if (!there && !wanted.has(id)) wanted.set(id, { id, parentId, kind: level.kind, name: level.name })
    parentId = id
  }
}

/** A readable id where the name allows one, and always the same for the same name below the same unit. */
function idFor(name: string, parentId: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32)
  const digest = createHash('sha256').update(parentId === '' ? name : `${parentId}/${name}`)
  return `${slug || 'unit'}-${digest.digest('hex').slice(0, parentId === '' ? 6 : 10)}`
}
