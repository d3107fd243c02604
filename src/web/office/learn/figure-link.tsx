import { Link } from '@tanstack/react-router'
import type { CameBackFigure, LessonRow } from '../../../domain/views/came-back-view.ts'

const KIND = {
  checks: 'checks',
  checksDone: 'checks',
  checksOpen: 'checks',
  checksLate: 'checks',
  foundToo: 'checks',
  visitsBefore: 'visits',
  visitsSince: 'visits',
  before: 'findings',
  since: 'findings',
} as const satisfies Record<CameBackFigure, keyof LessonRow['kinds']>

/** A number of a lesson that opens exactly the rows it counts; nothing to open where it is none. */
export function FigureLink({
  lesson,
  figure,
  text,
  place,
  className,
  label,
}: {
  lesson: Pick<LessonRow, 'reference' | 'kinds'> & { readonly [F in CameBackFigure]?: number }
  figure: CameBackFigure
  text: string
  place?: string
  className?: string
  label?: string
}) {
  if (!lesson[figure]) return <span className="hint">{text}</span>
  return (
    <Link
      to="/matters"
      search={{
        procedure: lesson.kinds[KIND[figure]],
        sweep: lesson.reference,
        figure,
        ...(place ? { place } : {}),
      }}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {text}
    </Link>
  )
}
