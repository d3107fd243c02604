import type { CountRow } from '../counts/count-row.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { Directory, Unit } from '../unit/unit.ts'
import type { Dimension, LineOf } from './figures.ts'

/**
 * The kinds that a bulletin counts, by their latest version: neither records nor exercises, and none with a sight of its own, whose
 * readers are few.
 */
export function countableKinds(procedures: readonly Procedure[]): Procedure[] {
  const latest = new Map(procedures.map((procedure) => [procedure.id, procedure]))
  return [...latest.values()].filter(
    ({ record, exercise, sight }) => (record === undefined || record.work === true) && !exercise && !sight,
  )
}

/** The units right below one, in the order of the administration. */
export const unitsBelow = ({ units }: Directory, unitId: string): Unit[] =>
  Object.values(units).filter(({ parentId }) => parentId === unitId)

/** Whether a matter was in a unit or below it, closed units as well. */
export function isUnder({ units, closedPaths }: Directory, unitId: string): (row: CountRow) => boolean {
  const top = units[unitId]?.path ?? '?'
  return (row) => (units[row.unitId]?.path ?? closedPaths?.[row.unitId] ?? '').startsWith(top)
}

/**
 * The line of a matter: the unit below that of the scope which it was in or under, the unit itself for what it had and what closed
 * units had; its kind; its kind and category.
 */
export function linesIn(directory: Directory, unitId: string): LineOf {
  const { units, closedPaths } = directory
  const below = unitsBelow(directory, unitId)
  const known = new Map<string, string>()
  const unitOf = (id: string) => {
    const path = units[id]?.path ?? closedPaths?.[id] ?? ''
    return below.find((unit) => path.startsWith(unit.path))?.id ?? unitId
  }
  const lines: Readonly<Record<Dimension, (row: Parameters<LineOf>[1]) => string>> = {
    units: (row) => {
      const found = known.get(row.unitId) ?? unitOf(row.unitId)
      known.set(row.unitId, found)
      return found
    },
    kinds: ({ procedure }) => procedure,
    categories: ({ procedure, category }) => `${procedure}/${category ?? ''}`,
  }
  return (dimension, row) => lines[dimension](row)
}
