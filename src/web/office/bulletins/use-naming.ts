import { unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { useBulletinsWords } from '../../words/bulletins/use-bulletins-words.ts'
import { useWords } from '../../words/words.tsx'
import type { Naming } from './paper/paper-model.ts'

/** Names of units, kinds and categories in the reader's language, for the paper of a bulletin. */
export function useNaming(id: string): Naming {
  const { say, locale } = useWords()
  const words = useBulletinsWords()
  const { directory, kinds, rulebook, session } = useOffice()
  return {
    words,
    locale,
    unit: (unitId) => unitName(directory, unitId, say),
    office: (unitId) =>
      directory.units[unitId]?.parentId === undefined ? say(session.tenant.name) : unitName(directory, unitId, say),
    kind: (kindId) => {
      const kind = kinds.find((each) => each.id === kindId)
      return kind ? say(kind.short) : kindId
    },
    category: (kindId, category) => {
      const name = procedureOf(rulebook, kindId)?.categories[category]
      return name ? say(name) : category
    },
    address: `${location.origin}/bulletins/${id}`,
  }
}
