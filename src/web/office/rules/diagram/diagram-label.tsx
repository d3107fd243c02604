import { Pie } from '../../../parts/due/due-chip.tsx'
import type { Box } from './diagram-board.ts'
import type { EdgeLabel } from './diagram-words.ts'

const CLOCK_SHARE = 0.66

/** What stands on an arrow: the name of a return, or a clock with the deadline that starts there. */
export function DiagramLabel({
  label: { text, clock },
  box: { x, y, width, height },
  strong,
}: {
  label: EdgeLabel
  box: Box
  strong: boolean
}) {
  return (
    <span className={`diagram-label${strong ? ' is-strong' : ''}`} style={{ left: x, top: y, width, height }}>
      {clock && <Pie share={CLOCK_SHARE} size={12} />}
      {text}
    </span>
  )
}
