import type { Stay } from '../matter/hand-over.ts'
import type { Instant } from '../time/time.ts'

/** A matter that stays with the post, and why. */
export type StayingMatter = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly procedure: string
  readonly why: Stay
}

/** What would happen if a post handed over, by kind: counts of what goes, and each matter that stays. */
export type HandOverPreview = {
  readonly moves: readonly { readonly procedure: string; readonly count: number }[]
  readonly stays: readonly StayingMatter[]
}

/** How far a hand-over is, and what came of it. */
export type HandOverView = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly at: Instant
  readonly finishedAt?: Instant
  readonly undoes?: string
  readonly all: number
  readonly moved: number
  readonly stays: readonly StayingMatter[]
}

/** The load of a post, in matters and not about who holds it. */
export type PostLoad = {
  readonly postId: string
  /** Open matters it has or that wait for it; of its own those that are due within three working days, and overdue. */
  readonly open: number
  readonly waiting: number
  readonly soon: number
  readonly overdue: number
}

/** Who is away or acts for a post, now or later. */
export type CoverView = {
  readonly matterId: string
  readonly postId: string
  readonly byPostId?: string
  readonly from: Instant
  readonly until: Instant
  readonly away: boolean
}

/** A post or unit in which nobody is there while so many matters wait. */
export type GapView = { readonly postId?: string; readonly unitId: string; readonly matters: number }

/** The posts of a leader's units in the order of the unit tree, with their load and who stands in. */
export type TeamView = {
  readonly now: Instant
  readonly posts: readonly PostLoad[]
  readonly covers: readonly CoverView[]
  readonly gaps: readonly GapView[]
  readonly handOvers: readonly HandOverView[]
}

/** What falls silent around a post that oversees, and for whom its holder stands in. */
export type GapsView = { readonly gaps: readonly GapView[] }
