import { text } from '../../domain/wording/text.ts'

/** Bulletins, in words. */
export const BULLETIN_OPERATIONS = {
  listBulletins: { tag: 'bulletins', summary: text('通报、专报、月报', 'Bulletins, the newest first') },
  addBulletin: {
    tag: 'bulletins',
    summary: text('起草：选期间和范围，数字当场数好', 'Begin one: period and scope; its figures are counted at once'),
    note: text(
      '演练不计；有专门查看范围的事项类型不计。',
      'Exercises and kinds with a sight of their own are left out.',
    ),
  },
  getBulletin: {
    tag: 'bulletins',
    summary: text('一份通报', 'One bulletin'),
    note: text(
      '不足5件的数只给数它的人看，印发后谁都看不到。',
      'Counts below five are there for whoever counted them alone, and for nobody once it is issued.',
    ),
  },
  writeBulletin: {
    tag: 'bulletins',
    summary: text('写正文', 'Write in it'),
    note: text(
      '写上看到的版本；有人先写了就回 version-conflict，谁的也不覆盖。',
      'Say which version you saw; if somebody was first, the answer is version-conflict and nothing is overwritten.',
    ),
  },
  recountBulletin: {
    tag: 'bulletins',
    summary: text('改期间或范围，重新数', 'Change period or scope and count again'),
  },
  signBulletin: {
    tag: 'bulletins',
    summary: text('领导签发', 'A leader signs it'),
    note: text('写过的人不能签。', 'Never somebody who wrote in it.'),
  },
  issueBulletin: {
    tag: 'bulletins',
    summary: text('印发：编号，此后不能改', 'Issue it: numbered, and never changed again'),
  },
  dropBulletin: { tag: 'bulletins', summary: text('不用了：留着，不印发', 'Put it aside: kept and never issued') },
  correctBulletin: {
    tag: 'bulletins',
    summary: text('起草更正：写明更正哪一份', 'Begin a correction that names the old one'),
  },
  proposeCases: {
    tag: 'bulletins',
    summary: text('可以写成典型事例的办结事项', 'Closed matters from which a case may be told'),
    note: text(
      '只用标明可以公开的内容，个人信息从不带出。',
      'Only what its kind marks for the public; never what is personal.',
    ),
  },
  getFigure: {
    tag: 'bulletins',
    summary: text('一个数字背后的事项，按那一天的情况', 'The matters behind a figure, as they stood that day'),
  },
} as const
