import { Link } from '@tanstack/react-router'
import { dayOf } from '../../../domain/time/time.ts'
import type { ChildView } from '../../../domain/views/views.ts'
import { unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { dayAndMonth } from '../../words/dates.ts'
import { useWords } from '../../words/words.tsx'
import type { SectionProps } from './sections.ts'

/** What was opened from this matter, as it stands now: kind, who has it, by when, how it ended and why. */
export function ChildrenCard({ view }: Pick<SectionProps, 'view'>) {
  const { words } = useWords()
  if (view.children.length === 0) return null
  return (
    <section className="card" aria-labelledby="children">
      <header className="card-head">
        <h2 id="children">
          {words.matter.children} <span className="count">{view.children.length}</span>
        </h2>
      </header>
      <ul>
        {view.children.map((child) => (
          <ChildLine key={child.id} child={child} all={view.children} />
        ))}
      </ul>
    </section>
  )
}

function ChildLine({ child, all }: { child: ChildView; all: readonly ChildView[] }) {
  const { words, say, locale } = useWords()
  const { rulebook, directory } = useOffice()
  const kind = procedureOf(rulebook, child.procedure)
  const state = kind?.states[child.state ?? '']
  const outcome = kind?.outcomes[child.outcome ?? '']
  const due = child.dueOn ?? (child.dueAt && dayOf(child.dueAt))
  const next = all.find(({ id }) => id === child.to)
  const line = [
    kind ? say(kind.short) : child.procedure,
    child.reference,
    unitName(directory, child.unitId, say),
    due && words.matter.childDue(dayAndMonth(due, locale)),
  ]
  return (
    <li className="side-item">
      <span className="work-what">
        <ExerciseMark of={child} />
        {child.title ? (
          <Link to="/matters/$id" params={{ id: child.id }} className="work-title">
            {child.title}
          </Link>
        ) : (
          <span className="work-title">
            {child.group === 'asked' ? words.matter.childAsked : words.matter.childHidden}
          </span>
        )}
        <small>{line.filter(Boolean).join(' · ')}</small>
        {child.reason && (
          <small>
            {words.matter.childReason}
            {words.colon}
            {child.reason}
          </small>
        )}
        {next?.reference && <small>{words.matter.childGoesOn(next.reference)}</small>}
      </span>
      {child.group !== 'asked' && (
        <StateTag
          group={child.group}
          title={outcome ? say(outcome) : state ? say(state.title) : words.group[child.group]}
        />
      )}
    </li>
  )
}
