import type { Text } from '../../../domain/text.ts'
import type { Directory } from '../../../domain/unit.ts'
import type { FilterOption } from './filter-chip.tsx'

/** All units in the order of the tree, deeper ones indented. */
export const unitOptions = ({ units }: Directory, say: (text: Text) => string): FilterOption[] =>
  Object.values(units)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ id, name, path }) => ({ value: id, title: say(name), depth: path.split('/').length - 3 }))
