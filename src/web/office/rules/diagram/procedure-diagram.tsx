import type { CSSProperties } from 'react'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { ROLES, type Role } from '../../../../domain/unit/role.ts'
import { seatTitle } from '../../../../domain/wording/taker-text.ts'
import type { Speech } from '../rule-words.ts'
import type { Diagram } from './diagram.ts'
import { DiagramArrows } from './diagram-arrows.tsx'
import type { Box } from './diagram-board.ts'
import { type Lane, rolesAt } from './diagram-graph.ts'
import { DiagramLabel } from './diagram-label.tsx'
import { type FittingDiagram, HEAD } from './use-fitting-diagram.ts'
import { isBroken, LABEL_HEIGHT, labelWidth } from './worded-diagram.ts'
import './diagram.css'

/** A procedure drawn from its definition: lanes, arrows, labels. Every state is a button. */
export function ProcedureDiagram({
  procedure,
  fitting: { worded, room, scale },
  speech,
  selected,
  select,
}: {
  procedure: Procedure
  fitting: FittingDiagram
  speech: Speech
  selected: string
  select: (state: string) => void
}) {
  const { diagram, conditions, labels, start } = worded
  const { width, height, nodes, arrows } = diagram
  // Lanes reach to the rim, and what is narrower stands in their middle.
  const sheet = Math.max(width + HEAD, room / scale)
  const left = HEAD + (sheet - HEAD - width) / 2
  const size = { width: sheet, height, transform: `scale(${scale})`, '--head': `${HEAD}px` } as CSSProperties
  const titleOf = (id: string) => speech.say(procedure.states[id]?.title ?? procedure.title)
  return (
    <section
      className="diagram"
      aria-label={speech.rules.diagram(speech.say(procedure.title))}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <div style={{ width: sheet * scale, height: height * scale }}>
        <div className="diagram-sheet" style={size}>
          <Lanes procedure={procedure} diagram={diagram} speech={speech} />
          <div className="diagram-field" style={{ left, width, height }}>
            <DiagramArrows diagram={diagram} selected={selected} />
            {start && <DiagramLabel label={start} box={startBox(diagram, labelWidth(start))} strong={false} />}
            {arrows.map(({ id, from, label: box }) => {
              const label = labels.get(id)
              return box && label ? <DiagramLabel key={id} label={label} box={box} strong={from === selected} /> : null
            })}
            {nodes.map((node) => (
              <button
                key={node.id}
                type="button"
                className={`diagram-node${node.done ? ' is-done' : ''}${node.anytime ? ' is-anytime' : ''}`}
                style={{ left: node.x, top: node.y, width: node.width, height: node.height }}
                aria-pressed={node.id === selected}
                title={conditions.get(node.id) || undefined}
                onClick={() => select(node.id)}
              >
                <b>{titleOf(node.id)}</b>
                <span className={isBroken(titleOf(node.id), node.width) ? 'hidden' : undefined}>
                  {conditions.get(node.id)}
                </span>
              </button>
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

function Lanes({ procedure, diagram: { lanes }, speech }: { procedure: Procedure; diagram: Diagram; speech: Speech }) {
  return lanes.map(({ lane, y, height }) => {
    const { title, duty } = laneText(lane, procedure, speech)
    return (
      <div key={lane} className="diagram-lane" style={{ top: y, height }}>
        <div className="diagram-lane-head" title={duty}>
          <b>{title}</b>
          <span>{duty}</span>
        </div>
      </div>
    )
  })
}

/** A role with its duty; a side with the roles that act from there. */
function laneText(lane: Lane, procedure: Procedure, { say, words }: Speech): { title: string; duty: string } {
  if (!lane.startsWith('@')) {
    const { title, duty } = ROLES[lane as Role]
    return { title: say(title), duty: say(duty) }
  }
  const seat = lane.slice(1)
  const roles = rolesAt(procedure, seat).map((role) => say(ROLES[role].title))
  return { title: say(seatTitle(seat, procedure)), duty: roles.join(words.listComma) }
}

const startBox = ({ start: { from, to } }: Diagram, width: number): Box => ({
  x: (from.x + to.x - width) / 2 - 2,
  y: from.y - LABEL_HEIGHT / 2,
  width,
  height: LABEL_HEIGHT,
})
