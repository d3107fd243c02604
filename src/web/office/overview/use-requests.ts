import { useMemo } from 'react'
import type { CountRequest } from '../../../domain/counts/count-request.ts'
import type { Counted } from '../../../domain/counts/count-row.ts'
import type { OverviewSums, OverviewView } from '../../../domain/overview/overview-view.ts'

/** Asks for what stands behind a number of the overview: which sum, and of what besides. */
export type RequestFor = (sum: keyof OverviewSums, more?: Partial<CountRequest>) => CountRequest

/** The requests behind the numbers of one view. */
export function useRequests({ unitId, from }: Pick<OverviewView, 'unitId' | 'from'>): RequestFor {
  return useMemo(
    () => (sum, more) => {
      const counted: Counted = sum === 'major' ? 'open' : sum
      return {
        counted: [counted],
        from,
        unit: unitId,
        ...(sum === 'major' ? { level: 'major' as const } : {}),
        ...more,
      }
    },
    [unitId, from],
  )
}
