import { FEW, type ToldCount, toldParts } from '../views/small-counts.ts'
import type { CountCell } from './count-query.ts'
import type { Counted } from './count-row.ts'

type ToldCell = {
  readonly key: CountCell['key']
  readonly counts: Partial<Readonly<Record<Counted, ToldCount>>>
}

/**
 * Cells as they may be told where readers may not open the matters behind them: the cells of one answer are the parts of one sum, so no
 * small count follows from the others (`small-counts.ts`). What was in time or late is told where both are, and where what was closed is.
 */
export function toldCells(cells: readonly CountCell[], counted: readonly Counted[]): ToldCell[] {
  const told = new Map(counted.map((each) => [each, toldParts(cells.map(({ counts }) => counts[each] ?? 0)).parts]))
  const closed = told.get('closed')
  return cells.map(({ key, counts }, at) => {
    const late = counts.late ?? 0
    const onTime = counts.onTime ?? 0
    const isSplitTold =
      (!closed || typeof closed[at] === 'number') && (late === 0 || late >= FEW) && (onTime === 0 || onTime >= FEW)
    const entries = counted.flatMap((each) => {
      if (!counts[each]) return []
      const one = told.get(each)?.[at] ?? 'hidden'
      return [[each, (each === 'late' || each === 'onTime') && !isSplitTold ? 'hidden' : one] as const]
    })
    return { key, counts: Object.fromEntries(entries) }
  })
}
