import type { Instant } from '../time/time.ts'
import { type Text, text } from '../wording/text.ts'

/** Why somebody is told, the weightiest first: of two reasons for one event the first counts. */
export const NOTICE_KINDS = {
  raised: text('升级到你这里', 'Raised to you'),
  overdue: text('已逾期', 'Overdue'),
  urged: text('请你处理', 'Called for you'),
  cameBack: text('回到你这里', 'Came back to you'),
  assigned: text('轮到你办', 'Now with you'),
  warned: text('快到期', 'Due soon'),
  decided: text('你交办的有结果', 'What you asked for is decided'),
  answered: text('派生事项已办结', 'A matter opened from it ended'),
} as const satisfies Record<string, Text>

export type NoticeKind = keyof typeof NOTICE_KINDS

/** Its kinds, the weightiest first. */
export const NOTICE_KIND_NAMES = Object.keys(NOTICE_KINDS) as [NoticeKind, ...NoticeKind[]]

/**
 * A post is told of an event; whoever holds the post reads it. `receiver` is a worklist token: `post:` with the id, or `role@unit`
 * where nobody holds such a post yet. It names the matter by its id and says nothing of what is in it.
 */
export type Notice = {
  readonly receiver: string
  /** Of the event. */
  readonly version: number
  readonly kind: NoticeKind
  readonly at: Instant
  /** The step that was taken, or the deadline of the definition whose time it was. */
  readonly step?: string
  readonly deadline?: string
  /** By when, as it stood then. */
  readonly dueAt?: Instant
}

/** What the installation tells a post, of no matter: something does not go out, or where notices of the unit go was set. */
export const OFFICE_NOTICE_KINDS = {
  outletFailed: text('通知出口发不出去', 'An outlet fails'),
  outletSet: text('本单位设了通知出口', 'An outlet was set up for the unit'),
  mailFailed: text('邮件发不出去', 'Mail does not arrive'),
} as const satisfies Record<string, Text>

export type OfficeNoticeKind = keyof typeof OFFICE_NOTICE_KINDS
