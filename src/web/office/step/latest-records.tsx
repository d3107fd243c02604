import type { Procedure } from '../../../domain/procedure/procedure.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { Timeline } from '../../parts/matter/timeline.tsx'
import { useWords } from '../../words/words.tsx'

const SHOWN = 2

/** What the step decides on: the latest acts of people with what they gave, so that nobody has to close the form to read it. */
export function LatestRecords({ view, procedure }: { view: MatterView; procedure: Procedure }) {
  const { words } = useWords()
  const acts = view.timeline.filter(({ type }) => type === 'MatterOpened' || type === 'StepTaken').slice(-SHOWN)
  return (
    <details className="latest-records" open={acts.length > 0}>
      <summary>{words.matters.latest}</summary>
      <Timeline items={acts.reverse()} view={view} procedure={procedure} />
    </details>
  )
}
