import type { Directory } from '../../domain/unit/unit.ts'
import type { Text } from '../../domain/wording/text.ts'

/** A unit to choose; `depth` is how deep it stands in the tree. */
export type UnitOption = { readonly value: string; readonly title: string; readonly depth: number }

/** All units in the order of the tree. */
export const unitOptions = ({ units }: Directory, say: (text: Text) => string): UnitOption[] =>
  Object.values(units)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ id, name, path }) => ({ value: id, title: say(name), depth: path.split('/').length - 3 }))
