import { useState } from 'react'
import type { TimelineItem } from '../../../domain/views/views.ts'
import { Timeline } from '../../parts/matter/timeline.tsx'
import { useWords } from '../../words/words.tsx'
import type { SectionProps } from './sections.ts'

/** Reminders and views are folded; people's decisions are not. */
const MINOR: readonly string[] = ['DeadlineWarned', 'FieldsOpened']

/** The story, newest first. */
export function Story({ view, procedure }: SectionProps) {
  const { words } = useWords()
  const [onlyDecisions, setOnlyDecisions] = useState(false)
  const [unfolded, setUnfolded] = useState(false)
  const isDecision = ({ type, step }: TimelineItem) =>
    type === 'MatterOpened' || (type === 'StepTaken' && !procedure.steps[step ?? '']?.aside)
  const isMinor = ({ type }: TimelineItem) => MINOR.includes(type)
  const minor = view.timeline.filter(isMinor).length
  const shown = view.timeline.filter((item) => (onlyDecisions ? isDecision(item) : unfolded || !isMinor(item)))
  return (
    <>
      <p className="story-head no-print">
        <span className="hint">{words.matter.newestFirst}</span>
        <button
          type="button"
          className="link-button"
          aria-pressed={onlyDecisions}
          onClick={() => setOnlyDecisions(!onlyDecisions)}
        >
          {onlyDecisions ? words.matter.everything : words.matter.onlyDecisions}
        </button>
      </p>
      <Timeline items={[...shown].reverse()} view={view} procedure={procedure} />
      {minor > 0 && !unfolded && !onlyDecisions && (
        <p className="story-fold hint">
          {words.matter.folded(minor)}{' '}
          <button type="button" className="link-button" onClick={() => setUnfolded(true)}>
            {words.matter.unfold}
          </button>
        </p>
      )}
    </>
  )
}
