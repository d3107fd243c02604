import { Link } from '@tanstack/react-router'
import type { WorkRow } from '../../../domain/views/views.ts'
import { text } from '../../../domain/wording/text.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { RowDue } from '../../parts/due/row-due.tsx'
import { LevelShape } from '../../parts/matter/level-tag.tsx'
import { RaisedNote } from '../../parts/matter/raised-note.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { ExerciseMark } from '../../parts/tags/exercise-mark.tsx'
import { MarkTag } from '../../parts/tags/mark-tag.tsx'
import { useWords } from '../../words/words.tsx'
import { useRowLine } from './use-row-line.ts'

/** How many of the steps that can be taken stand in the line; the matter's page has them all. */
const SHOWN = 5

/** One line of work: what, where it stands, by when, and the one verb. */
export function WorkItem({ row, first, current }: { row: WorkRow; first: boolean; current: boolean }) {
  const { words, say } = useWords()
  const { rulebook } = useOffice()
  const line = useRowLine()
  const procedure = procedureOf(rulebook, row.procedure, row.procedureVersion)
  const state = procedure?.states[row.state]
  // With several ways on, the button prejudges none: the choice is made on the matter's page.
  const { only, raised, mayTake = [] } = row
  const step = only ? procedure?.steps[only] : undefined
  const verb = step ? say(step.title) : row.nextSteps.length > 0 || raised ? words.today.decide : words.today.open
  return (
    <li className={`work-item${current ? ' is-current' : ''}`} data-row={row.id}>
      <span className="work-level">
        {row.level && <LevelShape level={row.level} size={14} named of={row.procedure} />}
      </span>
      <span className="work-what">
        <ExerciseMark of={row} />
        <Link to="/matters/$id" params={{ id: row.id }} className="work-title">
          {row.title}
        </Link>
        {row.mark && !raised && (
          <>
            {' '}
            <MarkTag mark={row.mark} procedure={procedure} />
          </>
        )}
        <small>{line(row)}</small>
        {raised && <RaisedNote raised={raised} procedure={procedure} />}
        {raised && (
          <small className="may-take">
            {words.matter.mayTake}
            {words.colon}
            {mayTake.slice(0, SHOWN).map((id) => (
              <Link key={id} to="/matters/$id" params={{ id: row.id }} search={{ step: id }}>
                {say(procedure?.steps[id]?.title ?? text(id, id))}
              </Link>
            ))}
            {mayTake.length > SHOWN && words.matter.andOthers}
          </small>
        )}
      </span>
      <StateTag group={row.group} title={state ? say(state.title) : row.state} />
      <span className="work-due">{row.clock && <RowDue matterId={row.id} clock={row.clock} />}</span>
      <Link
        to="/matters/$id"
        params={{ id: row.id }}
        search={step && only ? { step: only } : {}}
        className={`button is-small ${first ? 'is-primary' : 'is-outline'}`}
        aria-label={`${verb}${words.colon}${row.title}`}
      >
        {verb}
      </Link>
    </li>
  )
}
