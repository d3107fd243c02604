import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const counts: CliCommand = {
  name: 'counts',
  title: text('数事项：按单位、类别、状态、地点、时间', 'count matters: by unit, kind, state, place, time'),
  args: '[EVENTS.csv]',
  mostArgs: 1,
  flags: {
    tenant: { title: text('哪个单位', 'which office'), value: 'T', rule: 'tenant' },
    by: {
      title: text(
        '按什么分，最多四样，逗号隔开：unit、kind、category、state、level、place、source、month、week、day',
        'told apart by up to four of unit, kind, category, state, level, place, source, month, week, day',
      ),
      value: 'KEYS',
    },
    counted: {
      title: text(
        '数什么（默认 opened,closed）：opened、closed、onTime、late、returned、open、overdue',
        'what (opened,closed): opened, closed, onTime, late, returned, open, overdue',
      ),
      value: 'WHAT',
    },
    from: { title: text('第一天（默认当年1月1日）', 'first day (1 January)'), value: 'DAY' },
    to: {
      title: text('最后一天（默认今天，或者 --as-of 那天）', 'last day (today, or that of --as-of)'),
      value: 'DAY',
    },
    'as-of': {
      title: text('按哪一天的记录（默认就是最后一天）', 'by the records of which day (the last day)'),
      value: 'DAY',
    },
    kinds: { title: text('只数这些类型，逗号隔开', 'only these kinds, with commas'), value: 'KINDS' },
    unit: { title: text('只数这个单位和下级', 'only this unit and below'), value: 'UNIT' },
    told: { title: text('给外面看：少于5件的不写数', 'for outside: counts below five are not told') },
    rebuild: { title: text('从头重新数一遍，存起来', 'count from scratch and keep that') },
    check: { title: text('从头数一遍，和存着的比', 'count from scratch and compare with what is kept') },
  },
  about: text(
    '直接数库里的事项，或者数一张明细表（CSV：编号、时间，可以有单位、类别、类型、地点、渠道、状态）。演练、台账和有专门查看范围的类型不数。\n日子是北京时间；同一个问题什么时候问，答案都一样。从不按多少排。--rebuild 在服务开着的时候也能用。',
    'Counts the matters of an office, or the lines of an event list (CSV: id, time, and if there are any unit, category, kind, place,\nsource, state). Exercises, records and kinds with a sight of their own are left out. Days are those of China; a past day is told by\nwhat was on record then. Never sorted by how many. --rebuild may run while the server does.',
  ),
  examples: [
    'anlan counts --tenant qinglan --by unit,kind --counted open,overdue',
    'anlan counts --tenant qinglan --by week,unit --from 2026-01-01 --as-of 2026-03-31 --json',
    'anlan counts events.csv --by unit,category,week',
    'anlan counts --tenant qinglan --rebuild',
  ],
  run: async (call) => (await import('./run-counts.ts')).runCounts(call),
}
