import { text } from '../../domain/wording/text.ts'

/** Warnings, in words. */
export const WARNING_OPERATIONS = {
  listWarnings: {
    tag: 'lists',
    summary: text('预警：待研判的、在观察的、过去的结果', 'Warnings: to judge, watched, and what became of past ones'),
    note: text(
      '只有看得到的。先是没有办完的，等得最久的在前；再是最近办完的50条。精确率是说得清的里面真有事的比例，带95%区间。',
      'Those in sight only: first what is not done, the longest waiting first, then the 50 latest. Precision is the share of real ones among those that could be told, with its 95 % interval.',
    ),
  },
  listPanels: {
    tag: 'lists',
    summary: text('一类事项的各条序列', 'The series of one kind and category'),
    note: text(
      '一次一类，回答里写明下一类是哪一类。顺序是单位的顺序，从不按多少排。',
      'One kind and category at a time; next is the one after it. In the order of the administration, never of the counts.',
    ),
  },
  getPanel: {
    tag: 'lists',
    summary: text('一条序列过去一年会报几次', 'One series: what would have alarmed in the past year'),
  },
  changeWarnings: {
    tag: 'admin',
    summary: text('定预警的误报预算和几点看', 'Set the budget of false alarms and the hour'),
  },
} as const
