import { text } from '../../domain/wording/text.ts'

/** Forms that superiors want filled, in words. */
export const RETURNS_OPERATIONS = {
  listReturns: {
    tag: 'returns',
    summary: text('上报报表', 'Returns to superiors'),
    note: text(
      '本单位的；领导还看到下级单位的。',
      'Of the own unit; whoever signs also sees those of the units below.',
    ),
  },
  listDueReturns: { tag: 'returns', summary: text('等我填报或签发的', 'What I have to fill or sign') },
  getBurden: {
    tag: 'returns',
    summary: text('填报负担：系统填几格、手填几格，哪些表问同一件事', 'What returns cost, and what is asked twice'),
    note: text('只数格子，不估时间。', 'Cells are counted; no time is made up.'),
  },
  addReturn: {
    tag: 'returns',
    summary: text('收一张上级的空白表', "Keep a superior's blank form"),
    note: text('文件先用“上传文件”传上来。', 'Its file is uploaded first.'),
  },
  getReturn: {
    tag: 'returns',
    summary: text('一张报表：空白表、每格填什么、填过的', 'One form: its sheet, what its cells ask, its fillings'),
  },
  mapReturn: {
    tag: 'returns',
    summary: text('定每格填什么', 'Say what the cells ask'),
    note: text('公式格不能填，由表自己算。', 'Cells with formulas are left to the form.'),
  },
  changeReturn: {
    tag: 'returns',
    summary: text('改名称、上级、到期日，或改由本岗填', 'Change its name, superior or day, or fill it from this post'),
  },
  endReturn: { tag: 'returns', summary: text('不再报这张表', 'Fill it no more') },
  fillReturn: {
    tag: 'returns',
    summary: text('填一期', 'Fill it for a period'),
    note: text('再填是新的一版，原来的不变。', 'Filled again it is another version; the earlier stays.'),
  },
  getFill: {
    tag: 'returns',
    summary: text('填好的一期', 'A filling'),
    note: text('背后的事项看不全的数字不给。', 'A figure is withheld from whoever does not see all matters behind it.'),
  },
  typeFill: { tag: 'returns', summary: text('手填', 'Fill in by hand') },
  checkFill: { tag: 'returns', summary: text('核对好了', 'Say that it was checked') },
  signFill: { tag: 'returns', summary: text('签发', 'Sign it') },
  takeFill: { tag: 'returns', summary: text('下载填好的表', 'Take the filled form') },
  listBehindCell: {
    tag: 'returns',
    summary: text('一个数字背后的事项', 'The matters behind a figure'),
    note: text('按填报那天所知。', 'As of the day of filling.'),
  },
} as const
