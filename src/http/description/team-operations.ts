import { text } from '../../domain/wording/text.ts'

/** The team page and what is handed over, in words. */
export const TEAM_OPERATIONS = {
  getTeam: {
    tag: 'lists',
    summary: text('我的班子：各岗位手头有多少，谁不在、谁代', 'My team: the load of posts, who is away, who stands in'),
    note: text('说岗位，不给人排名。', 'Of posts; nobody is ranked.'),
  },
  getGaps: { tag: 'lists', summary: text('哪里没有人在，有几件在等', 'Where nobody is there while matters wait') },
  previewHandOver: {
    tag: 'matters',
    summary: text('移交之前：哪些能移交，哪些不能、为什么', 'Before handing over: what goes and what stays, and why'),
  },
  handOver: {
    tag: 'matters',
    summary: text('把一个岗位手头的全部移交给另一个岗位', 'Hand over all open matters of a post'),
    note: text(
      '编号由提出的人给，重发也只移交一次；由后台一件一件办，断了接着办。',
      'The id comes from who asks, so that a retry does it once; done matter by matter, and taken up again when broken off.',
    ),
  },
  getHandOver: { tag: 'matters', summary: text('移交办到哪里', 'How far a hand-over is') },
  undoHandOver: { tag: 'matters', summary: text('把移交过去的再移交回来', 'Take a hand-over back') },
} as const
