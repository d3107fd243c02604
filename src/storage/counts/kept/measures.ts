import type { CountQuery } from '../../../domain/counts/count-query.ts'
import type { Counted } from '../../../domain/counts/count-row.ts'
import { dayNumberOf } from '../../../domain/time/day-number.ts'
import { type Block, type Column, numbersOf } from './block.ts'
import { HOW } from './facts.ts'

type Marks = { readonly of: Column['of']; readonly marks: Uint8Array }
/** Which cells count: those that both columns mark. `some` is false where none can. */
export type Measure = { readonly some: boolean; readonly columns: { readonly how?: Marks; readonly day?: Marks } }

const ENDS: Readonly<Partial<Record<Counted, readonly number[]>>> = {
  closed: [HOW.onTime, HOW.late],
  onTime: [HOW.onTime],
  late: [HOW.late],
  returned: [HOW.returned],
  open: [HOW.open],
  overdue: [HOW.open],
}

/** What `isCounted` says, of the cells of a block: days are whole, and what is kept happened before the end of the span. */
export function measureTest({ span, until }: CountQuery): (counted: Counted, block: Block) => Measure {
  const from = dayNumberOf(span.from)
  const before = until === undefined ? Number.POSITIVE_INFINITY : dayNumberOf(until)
  const at = Date.parse(span.at)
  const isIn = (day: number) => day >= from && day < before
  const isDue = (due: number) => due !== 0 && due <= at
  return (counted, { columns }) => {
    const ends = ENDS[counted]
    const how = ends && marked(columns.how, (value) => ends.includes(value))
    const day =
      counted === 'opened'
        ? marked(columns.opened, isIn)
        : counted === 'overdue'
          ? marked(columns.due, isDue)
          : counted === 'open'
            ? undefined
            : marked(columns.ended, isIn)
    const some = [how, day].every((each) => each === undefined || each.marks.includes(1))
    return { some, columns: { ...(how ? { how } : {}), ...(day ? { day } : {}) } }
  }
}

function marked(column: Column, isMarked: (value: number) => boolean): Marks {
  const values = numbersOf(column)
  const marks = new Uint8Array(values.length)
  for (let at = 0; at < marks.length; at += 1) marks[at] = isMarked(values[at] ?? 0) ? 1 : 0
  return { of: column.of, marks }
}
