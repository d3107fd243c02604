/** The words of the inbox. */
export const inboxZh = {
  title: '通知',
  lead: '系统告诉这个岗位的事，保存90天。事情本身看事项。',
  tabs: '看哪些',
  unread: '没读的',
  all: '全部',
  kind: '为什么',
  everyKind: '各种原因',
  readAll: '全部记为已读',
  isUnread: '没读',
  before: (day: string) => `${day}前`,
  until: (day: string, time: string) => `${day} ${time}前`,
  more: '再看更早的',
  emptyUnread: '没有没读的通知',
  emptyUnreadText: '有事项交给你、被催办、快到期或逾期，会在这里告诉你。',
  toToday: '看今天要办的',
  emptyAll: '还没有通知',
  emptyKind: '没有这种通知',
  showAll: '看全部通知',
  apart: '内容不在通知里，打开事项看',
}

export type InboxWords = typeof inboxZh
