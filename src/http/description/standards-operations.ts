import { text } from '../../domain/wording/text.ts'

/** What goes out by standards that others made, in words. */
export const STANDARDS_OPERATIONS = {
  getCalendar: { tag: 'lists', summary: text('我的日历地址', 'The address of my calendar') },
  makeCalendar: {
    tag: 'lists',
    summary: text('生成日历地址，旧的作废', 'Make the address of my calendar; the old one ends'),
    note: text('地址只在这一次回答里；谁有地址谁能看。', 'It stands in this answer alone; whoever has it reads it.'),
  },
  revokeCalendar: { tag: 'lists', summary: text('停用日历地址', 'Revoke the address of my calendar') },
  listAlerts: {
    tag: 'matters',
    summary: text('这件事发过的预警', 'Alerts that were issued of a matter'),
    note: text('只有能发预警的种类。', 'Only of kinds that alerts are issued of.'),
  },
  previewAlert: { tag: 'matters', summary: text('先看预警写出来什么样', 'What an alert would say, in CAP 1.2') },
  issueAlert: {
    tag: 'matters',
    summary: text('发布、更新或解除预警', 'Issue, update or cancel an alert'),
    note: text(
      '只有指挥这件事的人能发；发了就不改，只能更新或解除。',
      'By whoever commands the matter; it is never changed, only updated or cancelled.',
    ),
  },
  readAlert: { tag: 'matters', summary: text('预警的 CAP 原文', 'An alert as it went out, in CAP 1.2') },
  listClientKeys: {
    tag: 'admin',
    summary: text('接口密钥', 'Keys of client programs'),
    note: text('密钥本身不在里面。', 'The keys themselves are not in it.'),
  },
  addClientKey: {
    tag: 'admin',
    summary: text('给外部程序开接口密钥', 'Make a key for a program of others'),
    note: text('密钥只在这一次回答里。', 'The key stands in this answer alone.'),
  },
  revokeClientKey: { tag: 'admin', summary: text('停用接口密钥', 'Revoke a key') },
} as const
