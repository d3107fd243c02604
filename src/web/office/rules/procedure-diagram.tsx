import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { Procedure } from '../../../domain/procedure.ts'
import { ROLES } from '../../../domain/role.ts'
import { useOffice } from '../../client/office.tsx'
import { DiagramArrows } from './diagram-arrows.tsx'
import { DiagramLabel } from './diagram-label.tsx'
import type { Speech } from './rule-words.ts'
import { labelWidth, useDiagram } from './use-diagram.ts'
import './diagram.css'

/** Width of the lane names. */
const HEAD = 96
/** A diagram that is a little too wide is drawn smaller; a much wider one is scrolled, so that its words stay readable. */
const LEAST_SCALE = 0.84

/** A procedure drawn from its definition. Every state is a button. */
export function ProcedureDiagram({
  procedure,
  speech,
  selected,
  select,
}: {
  procedure: Procedure
  speech: Speech
  selected: string | undefined
  select: (state: string) => void
}) {
  const { say, rules } = speech
  const { session } = useOffice()
  const { diagram, conditions, labels, start } = useDiagram(procedure, session.overrides, speech)
  const { width, height, lanes, nodes, arrows } = diagram
  const frame = useRef<HTMLElement>(null)
  const scale = useFittingScale(frame, width + HEAD)
  const leaving = (from: string) => from === selected
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={frame} className="diagram" aria-label={rules.diagram(say(procedure.title))} tabIndex={0}>
      <div style={{ width: (width + HEAD) * scale, height: height * scale }}>
        <div
          className="diagram-sheet"
          style={{ width: width + HEAD, height, transform: `scale(${scale})`, '--head': `${HEAD}px` } as CSSProperties}
        >
          {lanes.map((lane) => (
            <div key={lane.role} className="diagram-lane" style={{ top: lane.y, height: lane.height }}>
              <div className="diagram-lane-head">
                <b>{say(ROLES[lane.role].title)}</b>
                <span>{say(ROLES[lane.role].duty)}</span>
              </div>
            </div>
          ))}
          <div className="diagram-field" style={{ left: HEAD, width, height }}>
            <DiagramArrows diagram={diagram} selected={selected} />
            {start && <DiagramLabel label={start} box={startBox(diagram.start, labelWidth(start))} strong={false} />}
            {arrows.map(({ id, from, label: box }) => {
              const label = labels.get(id)
              return box && label ? <DiagramLabel key={id} label={label} box={box} strong={leaving(from)} /> : null
            })}
            {nodes.map(({ id, x, y, width: nodeWidth, height: nodeHeight, done, anytime }) => (
              <button
                key={id}
                type="button"
                className={`diagram-node${done ? ' is-done' : ''}${anytime ? ' is-anytime' : ''}`}
                style={{ left: x, top: y, width: nodeWidth, height: nodeHeight }}
                aria-pressed={id === selected}
                onClick={() => select(id)}
              >
                <b>{say(procedure.states[id]?.title ?? procedure.title)}</b>
                <span>{conditions.get(id)}</span>
              </button>
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

const startBox = ({ from, to }: { from: { x: number; y: number }; to: { x: number } }, width: number) => ({
  x: (from.x + to.x - width) / 2 - 2,
  y: from.y - 10,
  width,
  height: 20,
})

/** How much smaller the sheet has to be to fit its frame. */
function useFittingScale(frame: React.RefObject<HTMLElement | null>, width: number): number {
  const [room, setRoom] = useState<number>()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return room === undefined ? 1 : Math.min(1, Math.max(LEAST_SCALE, room / width))
}
