import { text } from '../../domain/wording/text.ts'

/** Comparing units and keeping indicators, in words. */
export const COMPARE_OPERATIONS = {
  compareUnits: {
    tag: 'lists',
    summary: text('对比：一个指标、一个期间，逐个单位', 'One indicator in one period, unit by unit'),
    note: text(
      '只数看得到的；单位按区划顺序，没有排序这回事。可以按哪一天的记录来数。审判指标只对照参考区间。',
      'Only what the reader sees; units in the order of the administration, and no other order can be asked for. They can be counted by the records of a past day. Courts are held against their range only.',
    ),
  },
  compareSigns: {
    tag: 'lists',
    summary: text('做数的苗头：逐个单位的件数', 'What may tell of figures being made: counts by unit'),
    note: text('只是值得去看，不是说谁做了什么。', 'Worth a look; says nothing against anybody.'),
  },
  listCompared: {
    tag: 'lists',
    summary: text('一个数字背后的事项', 'The matters behind one of these figures'),
  },
  exportCompared: {
    tag: 'lists',
    summary: text('导出对比（CSV），按区划顺序', 'The comparison as CSV, in the order of the administration'),
  },
  exportComparedBook: {
    tag: 'lists',
    summary: text('导出对比（xlsx），按区划顺序', 'The comparison as a workbook, in the order of the administration'),
  },
  sayCause: {
    tag: 'lists',
    summary: text('单位说明自己的数为什么这样', 'A unit says why its figure is as it is'),
    note: text('只有本单位的人能写；写了就留着。', 'Only those of the unit; what was said stays.'),
  },
  listIndicators: { tag: 'lists', summary: text('指标的定义和各版本', 'Indicators with all their versions') },
  tryIndicator: {
    tag: 'lists',
    summary: text('试一个定义：自检和上一期的数', 'Try a definition: its lint, and the figures of a period'),
    note: text('什么都不存。', 'Nothing is kept.'),
  },
  addIndicatorVersion: {
    tag: 'lists',
    summary: text('存一个新版本', 'Keep a new version'),
    note: text('旧版本都留着，数字写明按哪一版算。', 'Old versions stay; a figure names the one it was counted by.'),
  },
} as const
