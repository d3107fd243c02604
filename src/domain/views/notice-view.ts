import type { KeptPreference } from '../notice/mail-preference.ts'
import type { NoticeKind, OfficeNoticeKind } from '../notice/notice.ts'
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
  /** Of no matter; on the first page alone. */
  readonly office: readonly OfficeNotice[]
  readonly next?: string
  /** How many are unread, whatever is filtered; counted to `MOST_UNREAD`. */
  readonly unread: number
}

/** More unread than this are told as "more than". */
export const MOST_UNREAD = 99

/** What the installation itself tells a post. `what`: the name of the outlet, or the person whose mail does not arrive. */
export type OfficeNotice = {
  readonly id: string
  readonly kind: OfficeNoticeKind
  readonly at: Instant
  readonly what?: string
  readonly unitId?: string
  readonly read: boolean
}

/** How somebody is told by mail. `isOn`: the installation has a mail server. */
export type MailSettingsView = { readonly isOn: boolean; readonly preference?: KeptPreference }

/** A mail to a person, or a message to an outlet of a unit, that was given up. `said`: the last answer, without addresses. */
export type DeadDelivery = {
  readonly id: string
  readonly personName?: string
  readonly outletName?: string
  readonly unitId?: string
  readonly notices: number
  readonly attempts: number
  readonly at: Instant
  readonly said: string
}
