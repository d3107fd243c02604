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
