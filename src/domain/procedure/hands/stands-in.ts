import type { Text } from '../../wording/text.ts'

/**
 * Another post acts for a post for a time (leave, duty). While a matter stands in one of `states` and the time runs, whoever
 * holds a post named in `by` may act in the post named in `for`; one level only, and never with a role that a second person has
 * not confirmed for them. With `rows` a stand-in for each row of that question; a name is a column of it where it has one, else
 * a question of the matter.
 */
export type StandsIn = {
  readonly title: Text
  readonly states: readonly string[]
  readonly rows?: string
  /** Names the post that is acted for. */
  readonly for: string
  /** Each names a post that acts; one left empty says nothing. */
  readonly by: readonly string[]
  /** A day counts from its first minute, `until` to its last; a moment is that moment. */
  readonly from: string
  readonly until: string
  /** Whoever holds the post is not there meanwhile: without somebody who acts for them, their work is the work of others. */
  readonly away?: true
  /** Who acts for a post works in its unit or in one above it. */
  readonly inLine?: true
}
