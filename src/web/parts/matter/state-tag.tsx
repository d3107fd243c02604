import type { StateGroup } from '../../../domain/procedure/procedure.ts'
import { useWords } from '../../words/words.tsx'
import './state-tag.css'

/** Dot and word, no box. Solid: work is due here. Hollow: somebody outside acts. Square: done. */
export function StateTag({ group, title }: { group: StateGroup; title: string }) {
  const { words } = useWords()
  return (
    <span className="state-tag">
      <span className={`state-dot is-${group}`} aria-hidden="true" />
      {title}
      <span className="hidden">{words.comma + words.group[group]}</span>
    </span>
  )
}
