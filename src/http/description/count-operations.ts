import { text } from '../../domain/wording/text.ts'
import { COMPARE_OPERATIONS } from './compare-operations.ts'
import { WARNING_OPERATIONS } from './warning-operations.ts'

/** Counting and what counts say, in words. */
export const COUNT_OPERATIONS = {
  ...WARNING_OPERATIONS,
  countMatters: {
    tag: 'lists',
    summary: text('数事项：按单位、类别、状态、地点、时间', 'Count matters: by unit, kind, state, place, time'),
    note: text(
      '只数看得到的，演练、台账和有专门查看范围的不计。日子是北京时间；可以按过去哪一天的记录来数。顺序是单位和类别本来的顺序，从不按多少排。要对外说的，可以要求少于5件的不写数。',
      'Only what the reader sees; exercises, records and kinds with a sight of their own are left out. Days are those of China; they can be counted by the records of a past day. The order is that of the administration, never of the counts. For what is told outside, small counts can be left out.',
    ),
  },
  listCounted: {
    tag: 'lists',
    summary: text('一个数字背后的事项，一件不多一件不少', 'The matters behind a count, exactly as many'),
    note: text(
      '要说明是哪一格：各个键和它的值；其余和数的时候一样。',
      'key says which cell, such as unit:dongpu,month:2026-03; the rest is as when it was counted.',
    ),
  },
  ...COMPARE_OPERATIONS,
} as const
