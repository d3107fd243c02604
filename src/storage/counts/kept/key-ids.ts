import { type CountKey, categoryKey, timeKey } from '../../../domain/counts/count-query.ts'
import type { Counted } from '../../../domain/counts/count-row.ts'
import { dayAt } from '../../../domain/time/day-number.ts'
import type { Block, Column } from './block.ts'

/** The values of a key by number, in the order in which they come. */
export type Registry = { readonly ids: Map<string, number>; readonly names: string[] }

/** For each cell of a column the number of its value. */
type KeyIds = { readonly of: Column['of']; readonly ids: Float64Array }

const NOTHING = new Float64Array(1)

/** Gives the values of keys their numbers, block by block; a day is worked out once. */
export function keyMaker(by: readonly CountKey[], registries: readonly Registry[]) {
  const days = by.map(() => new Map<number, number>())
  return (procedure: string, block: Block, counted: Counted): KeyIds[] =>
    by.map((key, at) => {
      const registry = registries[at] as Registry
      const { columns } = block
      switch (key) {
        case 'kind':
          return { of: new Uint8Array(block.cells), ids: NOTHING.map(() => idIn(registry, procedure)) }
        case 'category':
          return named(columns.category, (value) => idIn(registry, categoryKey(procedure, String(value))))
        case 'month':
        case 'week':
        case 'day': {
          const known = days[at] as Map<number, number>
          const idOf = (value: string | number) => {
            const day = Number(value)
            const id = known.get(day) ?? idIn(registry, timeKey[key](dayAt(day)))
            known.set(day, id)
            return id
          }
          return named(isOfOpening(counted) ? columns.opened : columns.ended, idOf)
        }
        default:
          return named(columns[key], (value) => idIn(registry, String(value)))
      }
    })
}

/** Whether what is counted has the day of registering. */
export const isOfOpening = (counted: Counted): boolean =>
  counted === 'opened' || counted === 'open' || counted === 'overdue'

function named({ of, values }: Column, idOf: (value: string | number) => number): KeyIds {
  const ids = new Float64Array(values.length)
  for (let at = 0; at < ids.length; at += 1) ids[at] = idOf(values[at] ?? '')
  return { of, ids }
}

function idIn({ ids, names }: Registry, name: string): number {
  const known = ids.get(name)
  if (known !== undefined) return known
  ids.set(name, names.length)
  names.push(name)
  return names.length - 1
}
