import { lazy, Suspense, useState } from 'react'
import type { RowClock } from '../../../domain/views/views.ts'
import { piece } from '../../client/piece.ts'
import { type ChipSize, DueChip } from './due-chip.tsx'

const MatterWhy = lazy(piece(async () => ({ default: (await import('../why/matter-why.tsx')).MatterWhy })))

/** The chip of a list's line. Its derivation needs the whole matter, which is fetched when somebody asks why. */
export function RowDue({ matterId, clock, size = 'normal' }: { matterId: string; clock: RowClock; size?: ChipSize }) {
  const [open, setOpen] = useState(false)
  return (
    <span className="floating-place">
      <DueChip clock={clock} size={size} opening={{ onClick: () => setOpen(!open), 'aria-expanded': open }} />
      {open && (
        <Suspense>
          <MatterWhy matterId={matterId} clockId={clock.clockId} close={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  )
}
