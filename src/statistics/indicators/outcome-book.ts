import { type Text, text } from '../../domain/wording/text.ts'
import type { Counts } from './formula.ts'

/** A count that formulas may use. */
export type Measure = { readonly id: string; readonly title: Text }

/**
 * One way a matter can end up in a period, and in which counts it then stands. It is matters that are put in order
 * here, by how well the people in them were served; never those who handled them.
 */
export type Outcome = {
  readonly id: string
  readonly title: Text
  /** Higher: served better. Equal: no order between the two. */
  readonly worth: number
  readonly counts: Counts
  /** True when it comes about by what is written down, not by what is done: not registered, registered twice. */
  readonly isBookkeeping?: boolean
}

/** The counts of one field of work, and all the ways its matters can end up. */
export type OutcomeBook = { readonly measures: readonly Measure[]; readonly outcomes: readonly Outcome[] }

/** Matters of an office in a period. Those not yet due are left out: nothing can be said of them yet. */
export const MATTER_OUTCOMES: OutcomeBook = {
  measures: [
    { id: 'pendingStart', title: text('期初未结', 'open at the start') },
    { id: 'incoming', title: text('收到', 'received') },
    { id: 'closed', title: text('办结', 'closed') },
    { id: 'onTime', title: text('按期办结', 'closed in time') },
    { id: 'reopened', title: text('返工', 'reopened') },
    { id: 'overdueOpen', title: text('逾期未结', 'open and overdue') },
    { id: 'pendingEnd', title: text('期末未结', 'open at the end') },
    { id: 'extended', title: text('延期', 'extended') },
  ],
  outcomes: [
    {
      id: 'closed-in-time',
      title: text('按期办结', 'closed in time'),
      worth: 5,
      counts: { incoming: 1, closed: 1, onTime: 1 },
    },
    {
      id: 'extended-then-closed',
      title: text('延期后办结', 'closed after an extension'),
      worth: 4,
      counts: { incoming: 1, closed: 1, onTime: 1, extended: 1 },
    },
    {
      id: 'closed-then-reopened',
      title: text('按期办结又返工', 'closed in time, then reopened'),
      worth: 3,
      counts: { incoming: 1, closed: 1, onTime: 1, reopened: 1 },
    },
    { id: 'closed-late', title: text('逾期办结', 'closed late'), worth: 3, counts: { incoming: 1, closed: 1 } },
    {
      id: 'left-overdue',
      title: text('逾期还没办', 'left open past its day'),
      worth: 1,
      counts: { incoming: 1, overdueOpen: 1, pendingEnd: 1 },
    },
    { id: 'not-registered', title: text('没有登记', 'not registered'), worth: 0, counts: {}, isBookkeeping: true },
    {
      id: 'registered-twice',
      title: text('一件拆成两件登记', 'one registered as two'),
      worth: 2,
      counts: { incoming: 2, closed: 2, onTime: 2 },
      isBookkeeping: true,
    },
  ],
}
