import { lazy, Suspense } from 'react'
import type { LedgerFilter } from '../../../domain/views/ledger-filter.ts'
import { piece } from '../../client/piece.ts'
import type { ControlProps } from './control.ts'

const MatterPick = lazy(piece(async () => ({ default: (await import('./matter-pick.tsx')).MatterPick })))

/** The picker of another matter, fetched when a form first has one. */
export const PickedMatter = (props: ControlProps & { among: LedgerFilter; except?: string }) => (
  <Suspense fallback={<span className="input form-room" />}>
    <MatterPick {...props} />
  </Suspense>
)
