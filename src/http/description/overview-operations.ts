import { text } from '../../domain/wording/text.ts'

/** What leaders look at, in words. */
export const OVERVIEW_OPERATIONS = {
  getOverview: {
    tag: 'lists',
    summary: text(
      '总览：什么红了、在谁那里，收了多少、办了多少',
      'Overview: what is red and with whom, what came in and went out',
    ),
    note: text('单位含下级；只数看得到的。', 'A unit means all below it; only what the reader sees is counted.'),
  },
  getGrowing: {
    tag: 'lists',
    summary: text('上一整周哪些明显偏多', 'What grew unusually in the last whole week'),
    note: text('按单位和类别看，不看人。', 'By unit and category, never by person.'),
  },
  getWall: {
    tag: 'lists',
    summary: text('大屏：只有件数、单位和编号', 'The wall: counts, units and numbers of matters only'),
  },
} as const
