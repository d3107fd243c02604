import { Link } from '@tanstack/react-router'
import type { StepResult } from '../../../domain/views/act-views.ts'
import { useWords } from '../../words/words.tsx'

/** The matters that a step opened, to go on with. */
export function OpenedLinks({ opened }: { opened: StepResult['opened'] }) {
  const { words } = useWords()
  if (opened.length === 0) return null
  return (
    <span>
      {words.matter.opens('')}
      {opened.map(({ id, reference }) => (
        <Link key={id} to="/matters/$id" params={{ id }} className="opened-link">
          {reference}
        </Link>
      ))}
    </span>
  )
}
