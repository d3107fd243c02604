import { Link } from '@tanstack/react-router'
import { LINK_TYPES } from '../../../domain/matter/link.ts'
import type { MatterView } from '../../../domain/views/views.ts'
import { holderInFull, ownNumber, unitName } from '../../client/names.ts'
import { procedureOf, useOffice } from '../../client/office.tsx'
import { RowDue } from '../../parts/due/row-due.tsx'
import { LevelTag } from '../../parts/matter/level-tag.tsx'
import { StateTag } from '../../parts/matter/state-tag.tsx'
import { LockedStep } from '../../parts/matter/step-button.tsx'
import { Timeline } from '../../parts/matter/timeline.tsx'
import { Icon } from '../../theme/icon.tsx'
import { useWords } from '../../words/words.tsx'
import { leadersOf } from '../matter/facts/leaders.ts'
import { headClock } from '../matter/sections.ts'
import { useSteps } from '../matter/use-steps.ts'
import '../matter/matter.css'

const LATEST = 4

/** Who does what now comes before any field; then the latest, then what it hangs together with. */
export function PanelContent({ view }: { view: MatterView }) {
  const { words, say, locale } = useWords()
  const { rulebook, directory } = useOffice()
  const { matter } = view
  const procedure = procedureOf(rulebook, matter.procedure, matter.procedureVersion)
  if (!procedure) return null
  const number = ownNumber(matter, procedure)
  const clock = headClock(view)
  const state = procedure.states[matter.state]
  const people = [
    [words.matter.unit, unitName(directory, matter.unitId, say)],
    [words.matter.owner, holderInFull(directory, matter.ownerPostId, say, locale) || words.matter.unassigned],
    ...leadersOf(matter, procedure).map(
      ({ title, postId }) => [say(title), holderInFull(directory, postId, say, locale)] as const,
    ),
  ].filter(([, value]) => value)
  return (
    <>
      <section className="panel-part">
        <h2 className="panel-title">{matter.title}</h2>
        {number && <p className="hint">{number}</p>}
        <p className="matter-line">
          {matter.level && <LevelTag level={matter.level} of={matter.procedure} />}
          <StateTag group={matter.group} title={state ? say(state.title) : matter.state} />
        </p>
        {clock && <RowDue matterId={matter.id} clock={{ ...clock, clockId: clock.id }} />}
      </section>
      <section className="panel-part">
        <h3>{words.matters.whoNow}</h3>
        <dl className="facts">
          {people.map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <PanelSteps view={view} procedure={procedure} />
      </section>
      <section className="panel-part">
        <h3>{words.matters.latest}</h3>
        <Timeline items={[...view.timeline].reverse().slice(0, LATEST)} view={view} procedure={procedure} brief />
      </section>
      {view.links.length > 0 && (
        <section className="panel-part">
          <h3>{words.matter.links}</h3>
          {view.links.map(({ matterId, type, direction, reference, title, visible }) => (
            <p key={`${type}${direction}${matterId}`} className="panel-link">
              <Icon name="link" size={16} />
              <span className="muted">{say(direction === 'to' ? LINK_TYPES[type].title : LINK_TYPES[type].back)}</span>
              {visible ? (
                <Link to="/matters/$id" params={{ id: matterId }}>
                  {reference} {title}
                </Link>
              ) : (
                words.matter.noAccess
              )}
            </p>
          ))}
        </section>
      )}
    </>
  )
}

function PanelSteps({ view, procedure }: { view: MatterView; procedure: NonNullable<ReturnType<typeof procedureOf>> }) {
  const { say } = useWords()
  const { mine, aside, locked } = useSteps(view, procedure)
  const shown = [...mine, ...aside].slice(0, 3)
  return (
    <>
      <div className="step-row">
        {shown.map(({ id, step }, index) => (
          <Link
            key={id}
            to="/matters/$id"
            params={{ id: view.matter.id }}
            search={{ step: id }}
            className={`button${mine.length === 1 && index === 0 ? ' is-primary' : ''}`}
          >
            {say(step.title)}
          </Link>
        ))}
      </div>
      {locked.slice(0, 2).map(({ id, title, reason }) => (
        <LockedStep key={id} id={id} title={title} reason={reason} />
      ))}
    </>
  )
}
