import type { ReactNode } from 'react'
import { CalmMark } from '../theme/mark.tsx'
import './states.css'

/** Nothing here: what is empty, what comes next, and at most one way on. */
export function Empty({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <CalmMark />
      <p className="empty-title">{title}</p>
      {text && <p className="muted">{text}</p>}
      {action}
    </div>
  )
}
