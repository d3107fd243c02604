import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { holderInFull, holderName, referenceText, unitName } from '../../client/names.ts'
import { useOffice } from '../../client/office.tsx'
import { DueChip } from '../../parts/due/due-chip.tsx'
import { LevelTag } from '../../parts/matter/level-tag.tsx'
import { RaisedNote } from '../../parts/matter/raised-note.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { MarkTag } from '../../parts/tags/mark-tag.tsx'
import { WhyPanel } from '../../parts/why/why-panel.tsx'
import { Icon } from '../../theme/icon.tsx'
import { longDay } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import { leadersOf } from './facts/leaders.ts'
import { headClock, type SectionProps } from './sections.ts'
import { MatterTitle } from './warned/warned-card.tsx'

/** Which matter, how grave, where it stands, whose it is, by when. */
export function MatterHead({ view, procedure }: SectionProps) {
  const { words, say, locale } = useWords()
  const { directory, session, today } = useOffice()
  const { matter } = view
  const state = procedure.states[matter.state]
  const merged = view.links.filter(({ type, direction }) => type === 'duplicateOf' && direction === 'from').length
  return (
    <header className="matter-head">
      <p className="print-only">
        {[
          say(session.tenant.name),
          referenceText(matter, procedure) + (matter.exercise ? words.exerciseAside : ''),
          words.matter.printedOn(longDay(today(), locale), session.person.name),
        ].join(' · ')}
      </p>
      <nav className="crumbs no-print">
        <Link to="/matters">{words.matters.title}</Link>
        <Icon name="forward" size={14} />
        <Link to="/matters" search={{ procedure: matter.procedure }}>
          {say(procedure.short)}
        </Link>
        <Icon name="forward" size={14} />
        <span>{referenceText(matter, procedure)}</span>
      </nav>
      <div className="matter-title">
        <MatterTitle matter={matter} />
        <HeadClock view={view} procedure={procedure} />
        <button type="button" className="button no-print" onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {words.print}
        </button>
      </div>
      <p className="matter-line">
        <ExerciseMark of={matter} />
        {matter.level && <LevelTag level={matter.level} of={matter.procedure} />}
        <MarkTag mark={matter.mark} procedure={procedure} />
        <StateTag group={matter.group} title={state ? say(state.title) : matter.state} />
        {merged > 0 && <span>{words.matter.reportedBy(merged + 1)}</span>}
        <span className="matter-line-gap" />
        <span>
          <span className="muted">{words.matter.owner}</span>{' '}
          {holderInFull(directory, matter.ownerPostId, say, locale) || unitName(directory, matter.unitId, say)}
        </span>
        {matter.raised && <RaisedNote raised={matter.raised} procedure={procedure} />}
        {leadersOf(matter, procedure).map(({ title, postId }) => (
          <span key={title.en}>
            <span className="muted">{say(title)}</span> {holderName(directory, postId, say)}
          </span>
        ))}
      </p>
    </header>
  )
}

function HeadClock({ view, procedure }: SectionProps) {
  const [open, setOpen] = useState(false)
  const clock = headClock(view)
  if (!clock) return null
  return (
    <span className="floating-place head-clock">
      <DueChip clock={clock} size="large" opening={{ onClick: () => setOpen(!open), 'aria-expanded': open }} />
      {open && (
        <WhyPanel clock={clock} procedure={procedure.id} version={procedure.version} close={() => setOpen(false)} />
      )}
    </span>
  )
}
