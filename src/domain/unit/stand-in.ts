import type { Instant } from '../time/time.ts'

/**
 * Somebody acts for a post for a time, from `from` and before `until`. `away`: whoever holds it is not there; then `byPostId` may
 * be missing, where nobody acts for them.
 */
export type StandIn = {
  readonly postId: string
  readonly byPostId?: string
  readonly from: Instant
  readonly until: Instant
  readonly away?: true
}

/** Whether it holds at this moment. */
export const isNow = ({ from, until }: Pick<StandIn, 'from' | 'until'>, now: Instant): boolean =>
  from <= now && now < until
