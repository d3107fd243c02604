import { lazy, Suspense } from 'react'
import type { Matter } from '../../../domain/matter/matter.ts'
import type { Step } from '../../../domain/procedure/procedure.ts'
import { piece } from '../../client/piece.ts'
import type { Instead } from '../../parts/form/control.ts'

const ReferencePick = lazy(piece(async () => ({ default: (await import('./reference-pick.tsx')).ReferencePick })))

/** Where a step links to another matter, that is picked and not typed. */
export function pickedLink({ linksTo }: Step, matter: Matter): Instead {
  if (!linksTo) return {}
  return {
    [linksTo.field]: (control) => (
      <Suspense fallback={<span className="input form-room" />}>
        <ReferencePick {...control} matter={matter} link={linksTo.type} />
      </Suspense>
    ),
  }
}
