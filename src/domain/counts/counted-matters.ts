import type { ToldCount } from '../views/small-counts.ts'
import type { CountCell, CountKey } from './count-query.ts'
import type { Counted, CountRow, CountSpan } from './count-row.ts'

/** One of the matters behind a figure, as it stood then; number and title are those it has now. */
export type CountedMatter = Omit<CountRow, 'overdueSince' | 'returned' | 'late'> & {
  readonly reference: string
  readonly title: string
  readonly procedureVersion: number
  readonly daysOverdue?: number
}

/** Counts as a program or a page gets them. */
export type CountsView = {
  readonly span: CountSpan
  readonly by: readonly CountKey[]
  readonly counted: readonly Counted[]
  readonly cells: readonly {
    readonly key: CountCell['key']
    readonly counts: Partial<Readonly<Record<Counted, ToldCount>>>
  }[]
}

/** The matters behind one figure, and how many there are in all. */
export type CountedView = {
  readonly span: CountSpan
  readonly counted: Counted
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly rows: readonly CountedMatter[]
}
