import type { NoticeKind } from '../notice/notice.ts'
import type { Instant } from '../time/time.ts'
import type { Text } from '../wording/text.ts'

/** One line of the inbox. Title and reason are absent for kinds whose openings are recorded: there the page is opened, or nothing is said. */
export type NoticeView = {
  readonly id: string
  readonly kind: NoticeKind
  readonly at: Instant
  readonly matterId: string
  readonly reference: string
  readonly procedure: string
  readonly title?: string
  /** The step or the deadline behind it. */
  readonly why?: Text
  readonly dueAt?: Instant
  readonly exercise?: true
  readonly read: boolean
}

/** A page of the inbox, the newest first. */
export type InboxView = {
  readonly now: Instant
  readonly notices: readonly NoticeView[]
  readonly next?: string
  /** How many are unread, whatever is filtered; counted to `MOST_UNREAD`. */
  readonly unread: number
}

/** More unread than this are told as "more than". */
export const MOST_UNREAD = 99
