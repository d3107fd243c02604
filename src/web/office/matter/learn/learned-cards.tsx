import { lazy, Suspense } from 'react'
import { piece } from '../../../client/piece.ts'
import type { SectionProps } from '../sections.ts'

// Few kinds have them: they come with the first matter of such a kind.
const CameBack = lazy(
  piece(() => import('./came-back-card.tsx').then(({ CameBackCard }) => ({ default: CameBackCard }))),
)
const Cascade = lazy(piece(() => import('./cascade-card.tsx').then(({ CascadeCard }) => ({ default: CascadeCard }))))

/** What a lesson came to, and what a risk graph says. */
export function LearnedCards({ view, procedure }: SectionProps) {
  if (!procedure.cameBack && !procedure.cascade) return null
  return (
    <Suspense>
      {procedure.cameBack && <CameBack view={view} procedure={procedure} />}
      {procedure.cascade && <Cascade view={view} procedure={procedure} />}
    </Suspense>
  )
}
