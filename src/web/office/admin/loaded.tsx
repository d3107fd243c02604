import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorCard } from '../../parts/shell/error-card.tsx'
import { Skeleton } from '../../parts/shell/skeleton.tsx'

const ROWS = 8
const ROW_HEIGHT = 40

/** What was asked for, or that it is on its way, or why it did not come. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.error) return <ErrorCard error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={ROWS} height={ROW_HEIGHT} />
  return children(query.data)
}
