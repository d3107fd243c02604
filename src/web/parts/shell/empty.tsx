import type { ReactNode } from 'react'
import { CalmMark } from '../../theme/mark.tsx'
import './states.css'

/** Nothing here: what is empty, what comes next, and at most one way on. `isPage`: there is nothing else, so its title is the page's. */
export function Empty({
  title,
  text,
  action,
  isPage,
}: {
  title: string
  text?: string
  action?: ReactNode
  isPage?: true
}) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="empty">
      <CalmMark />
      <Title className="empty-title">{title}</Title>
      {text && <p className="muted">{text}</p>}
      {action}
    </div>
  )
}
