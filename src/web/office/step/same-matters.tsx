import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Procedure } from '../../../domain/procedure/procedure.ts'
import { duplicatesQuery } from '../../client/queries.ts'
import { DuplicateItem } from '../../parts/matter/duplicate-item.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { questionAbout } from './question-about.ts'

/** The step that merges a matter of this kind into another, and the field that takes the other's reference. */
export function mergingStep({ steps }: Procedure): { readonly id: string; readonly field: string } | undefined {
  const found = Object.entries(steps).find(([, { linksTo, imported }]) => linksTo?.type === 'duplicateOf' && !imported)
  return found?.[1].linksTo ? { id: found[0], field: found[1].linksTo.field } : undefined
}

/** Matters that may be the same as this one; a press says into which it is merged. Nothing is shown where nothing is alike. */
export function SameMatters({
  matter,
  verb,
  picked,
  pick,
}: {
  matter: Matter
  verb: string
  picked?: unknown
  pick: (reference: string) => void
}) {
  const { words } = useWords()
  const id = useId()
  const { data: found = [] } = useQuery(duplicatesQuery(questionAbout(matter)))
  if (found.length === 0) return null
  return (
    <section className="card no-print" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>
          {words.matter.sameMatters} <span className="count">{found.length}</span>
        </h2>
      </header>
      {found.map((duplicate) => {
        const chosen = picked === duplicate.reference
        return (
          <DuplicateItem key={duplicate.id} duplicate={duplicate} chosen={chosen}>
            <button
              type="button"
              className="button is-small is-outline"
              aria-pressed={chosen}
              onClick={() => pick(duplicate.reference)}
            >
              <Icon name={chosen ? 'check' : 'merge'} size={16} />
              {verb}
            </button>
          </DuplicateItem>
        )
      })}
    </section>
  )
}
