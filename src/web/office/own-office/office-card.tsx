import type { ReactNode } from 'react'

type Props = {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One part of the office's settings: what holds now, and the button that changes it. */
export function OfficeCard({ id, title, lead, action, children }: Props) {
  return (
    <section className="card own-card" aria-labelledby={`own-${id}`}>
      <header className="card-head">
        <h2 id={`own-${id}`}>{title}</h2>
        {action}
      </header>
      <div className="card-body">
        {lead && <p className="hint">{lead}</p>}
        {children}
      </div>
    </section>
  )
}

/** A line of a card with its own small button. */
export function OfficeLine({ children, action, act }: { children: ReactNode; action?: string; act?: () => void }) {
  return (
    <li className="own-line">
      <span>{children}</span>
      {action && act && (
        <button type="button" className="button is-small" onClick={act}>
          {action}
        </button>
      )}
    </li>
  )
}

/** The button of a card. */
export const OfficeButton = ({ title, act }: { title: string; act: () => void }) => (
  <button type="button" className="button is-outline is-small" onClick={act}>
    {title}
  </button>
)
