import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './stat-tile.css'

/** One number with its meaning; opens the matters behind it. A small count that may not be shown is a dash with the reason. */
export function StatTile({
  label,
  value,
  unit,
  children,
  search,
}: {
  label: string
  value: string
  unit?: string
  children?: ReactNode
  search?: Record<string, string>
}) {
  const body = (
    <>
      <span className="stat-label">{label}</span>
      <span className="stat-value">
        {value}
        {unit && <small>{unit}</small>}
      </span>
      <span className="hint">{children}</span>
    </>
  )
  if (!search) return <div className="stat-tile">{body}</div>
  return (
    <Link className="stat-tile" to="/matters" search={search}>
      {body}
    </Link>
  )
}
