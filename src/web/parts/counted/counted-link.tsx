import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type CountRequest, writeCountRequest } from '../../../domain/counts/count-request.ts'

/**
 * A figure that opens the matters behind it. `request` is that of its cell (`requestOfCell`); `label` says what it counts where a reader
 * who does not see the table around it needs to hear it.
 */
export function CountedLink({
  request,
  label,
  className,
  children,
}: {
  request: CountRequest
  label?: string
  className?: string
  children: ReactNode
}) {
  return (
    <Link
      to="/counted"
      search={writeCountRequest(request)}
      {...(label ? { 'aria-label': label } : {})}
      {...(className ? { className } : {})}
    >
      {children}
    </Link>
  )
}
