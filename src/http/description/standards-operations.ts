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
} as const
