import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Procedure } from '../../../../domain/procedure/procedure.ts'
import { useOffice } from '../../../client/office.tsx'
import type { Speech } from '../rule-words.ts'
import { type WordedDiagram, wordedDiagram } from './worded-diagram.ts'

/** Width of the lane names. */
export const HEAD = 88
/** A diagram that is a little too wide is drawn smaller; a much wider one is scrolled, so that its words stay readable. */
const LEAST_SCALE = 0.86
/** The side panel with its gap, and the width from which it stands beside the diagram at all. */
const PANEL = 344
const LEAST_BESIDE = 940
/** Layouts are kept for widths of whole steps, so that dragging a window does not lay out at each pixel. */
const STEP = 40

/** `beside`: the panel is right of the diagram. `wide`: the diagram needs the whole width. `stacked`: one column. */
export type Arrangement = 'beside' | 'wide' | 'stacked'

export type FittingDiagram = {
  readonly worded: WordedDiagram
  readonly arrangement: Arrangement
  /** Width for the sheet, lane names included. */
  readonly room: number
  readonly scale: number
}

/** The diagram for the room there is, and whether the panel fits beside it; undefined before the page is on screen. */
export function useFittingDiagram(
  procedure: Procedure,
  speech: Speech,
  frame: RefObject<HTMLElement | null>,
): FittingDiagram | undefined {
  const { session } = useOffice()
  const whole = useWidth(frame)
  const steps = whole === undefined ? undefined : Math.floor(whole / STEP)
  const laidOut = useMemo(() => {
    if (steps === undefined) return undefined
    const width = steps * STEP
    const layOut = (room: number) => wordedDiagram(procedure, session.overrides, speech, room - HEAD)
    if (width < LEAST_BESIDE) return { worded: layOut(width), arrangement: 'stacked' as const }
    const beside = layOut(width - PANEL)
    if (scaleOf(beside, width - PANEL) >= LEAST_SCALE) return { worded: beside, arrangement: 'beside' as const }
    return { worded: layOut(width), arrangement: 'wide' as const }
  }, [procedure, speech, session.overrides, steps])
  if (!laidOut || whole === undefined) return undefined
  // The border of the frame.
  const room = whole - (laidOut.arrangement === 'beside' ? PANEL : 0) - 2
  return { ...laidOut, room, scale: Math.min(1, Math.max(LEAST_SCALE, scaleOf(laidOut.worded, room))) }
}

const scaleOf = ({ diagram }: WordedDiagram, room: number) => room / (diagram.width + HEAD)

function useWidth(frame: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return width
}
