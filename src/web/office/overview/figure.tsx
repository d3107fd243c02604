import type { ReactNode } from 'react'
import type { CountRequest } from '../../../domain/counts/count-request.ts'
import { CountedLink } from '../../parts/counted/counted-link.tsx'

/** 1,284. */
export const numberText = (count: number): string => count.toLocaleString('en')

/** A number that opens the matters behind it; none opens nothing. */
export function Figure({
  count,
  request,
  label,
  className,
  children,
}: {
  count: number
  request: CountRequest
  /** What it counts, for whoever does not see where it stands. */
  label?: string
  className?: string
  children?: ReactNode
}) {
  if (count === 0) return <span className="figure-none">0</span>
  return (
    <CountedLink request={request} {...(label ? { label } : {})} {...(className ? { className } : {})}>
      {children ?? numberText(count)}
    </CountedLink>
  )
}
