import type { InboxWords } from './inbox.zh.ts'

/** The words of the inbox. */
export const inboxEn: InboxWords = {
  title: 'Notices',
  lead: 'What this post was told, kept for 90 days. The matter itself says the rest.',
  tabs: 'Which',
  unread: 'Unread',
  all: 'All',
  kind: 'Why',
  everyKind: 'Any reason',
  readAll: 'Mark all as read',
  isUnread: 'Unread',
  before: (day) => `by ${day}`,
  until: (day, time) => `by ${day} ${time}`,
  more: 'Show earlier ones',
  emptyUnread: 'Nothing unread',
  emptyUnreadText: 'When a matter comes to you, is urged, is nearly due or overdue, you are told here.',
  toToday: 'See what waits today',
  emptyAll: 'No notices yet',
  emptyKind: 'No such notices',
  showAll: 'Show all notices',
  apart: 'Open the matter to see what it is about',
}
