import type { Counted, CountSpan } from '../counts/count-row.ts'
import type { Instant } from '../time/time.ts'
import type { ToldCount } from '../views/small-counts.ts'
import type { Dimension } from './figures.ts'
import type { Side } from './period.ts'

/** One of the matters behind a figure, as it stood then; number and title are its own. */
export type FigureRow = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly category?: string
  readonly unitId: string
  readonly openedAt: Instant
  readonly closedAt?: Instant
  readonly daysOverdue?: number
}

/** What a figure counts, how many that were, and those of them that the reader sees. */
export type FigureRows = {
  readonly code: string
  readonly counted: Counted
  readonly side: Side
  readonly span: CountSpan
  readonly of?: Dimension | 'months'
  readonly key?: string
  readonly month?: string
  /** As the bulletin says it. */
  readonly count: ToldCount
  /** As many as the reader sees. */
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly rows: readonly FigureRow[]
}

/** A closed matter from which a typical case may be told, and what is proposed of it: only what its kind marks for the public. */
export type CaseProposal = {
  readonly matterId: string
  readonly reference: string
  readonly procedure: string
  readonly procedureVersion: number
  readonly matterTitle: string
  readonly closedAt: Instant
  readonly title: string
  readonly text: string
}
export type CaseProposals = { readonly proposals: readonly CaseProposal[]; readonly more: boolean }
