import type { Actor } from '../../domain/matter/actor.ts'
import type { Procedure } from '../../domain/procedure/procedure.ts'
import type { MappedCell, ReturnQuery } from '../../domain/returns/return-query.ts'
import type { BlankSheet } from '../../domain/returns/return-views.ts'
import type { Directory } from '../../domain/unit/unit.ts'
import type { Issue } from '../../domain/wording/errors.ts'
import { askableKinds } from './counted-kinds.ts'

/** What whoever says what the cells ask has before them. */
export type MappingGrounds = {
  readonly blank: BlankSheet
  readonly procedures: readonly Procedure[]
  readonly directory: Directory
  readonly actor: Actor
}

/** The kinds that somebody may ask of: none that has a domain of its own which they are no part of. */
export const kindsFor = (procedures: readonly Procedure[], { roles }: Pick<Actor, 'roles'>): Procedure[] =>
  askableKinds(procedures).filter(({ sight }) => !sight?.only || sight.only.some((role) => roles.includes(role)))

/**
 * Why cells cannot ask this: a text or a formula stands there, one is named twice, or a question names what there is not, or what lies
 * outside the unit.
 */
export function mappingIssues(cells: readonly MappedCell[], grounds: MappingGrounds): Issue[] {
  const open = new Set(
    grounds.blank.rows.flat().flatMap(({ cell, text, formula }) => (text === '' && !formula ? [cell] : [])),
  )
  const seen = new Set<string>()
  return cells.flatMap(({ cell, use }, at): Issue[] => {
    const field = `cells.${at}`
    if (!open.has(cell) || seen.has(cell)) return [{ field: `${field}.cell`, rule: 'not-an-option', limit: cell }]
    seen.add(cell)
    return 'count' in use
      ? queryIssues(use.count, grounds).map((part) => ({ field: `${field}.${part}`, rule: 'not-an-option' }))
      : []
  })
}

function queryIssues(
  { kinds, category, unit }: ReturnQuery,
  { procedures, directory, actor }: MappingGrounds,
): string[] {
  const known = kindsFor(procedures, actor)
  const strange = kinds?.some((kind) => !known.some(({ id }) => id === kind)) || kinds?.length === 0
  const of = kinds ? known.filter(({ id }) => kinds.includes(id)) : known
  const hasCategory = category === undefined || of.some(({ categories }) => Object.hasOwn(categories, category))
  const isWithin = unit === undefined || (directory.units[unit]?.path ?? '?').startsWith(actor.unitPath)
  return [...(strange ? ['kinds'] : []), ...(hasCategory ? [] : ['category']), ...(isWithin ? [] : ['unit'])]
}
