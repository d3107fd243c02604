import { useEffect, useRef, useState } from 'react'
import type { Procedure } from '../../../domain/procedure.ts'
import { DiagramSheet } from './diagram-sheet.tsx'
import type { Speech } from './rule-words.ts'
import './diagram.css'

type Props = {
  procedure: Procedure
  speech: Speech
  selected: string | undefined
  select: (state: string) => void
}

/** A procedure drawn from its definition, as wide as there is room. Every state is a button. */
export function ProcedureDiagram({ procedure, speech, selected, select }: Props) {
  const frame = useRef<HTMLElement>(null)
  const room = useRoom(frame)
  return (
    <section
      ref={frame}
      className="diagram"
      aria-label={speech.rules.diagram(speech.say(procedure.title))}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {room !== undefined && (
        <DiagramSheet procedure={procedure} speech={speech} selected={selected} select={select} room={room} />
      )}
    </section>
  )
}

/** The width of an element; undefined before it is on screen. */
function useRoom(frame: React.RefObject<HTMLElement | null>): number | undefined {
  const [room, setRoom] = useState<number>()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return room
}
