import { text } from '../../domain/wording/text.ts'

/** How a command ended, for scripts. The same list stands in every `--help`. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  database: 4,
  findings: 5,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What each code means, in the words of the help. */
export const EXIT_TITLES = {
  done: text('做完了', 'done'),
  failed: text('出了意外', 'something unforeseen broke'),
  usage: text('命令、参数或文件写法不对', 'the command line or a file is not usable'),
  refused: text('按规则不能做', 'refused by a rule'),
  database: text('数据库起不来或用不了', 'the database cannot be started or used'),
  findings: text(
    '做完了，但有问题：有的行没有收下，记录核验不通过，或者制度定义有错',
    'done, but rows were rejected, records do not verify or a definition has faults',
  ),
  interrupted: text('被中断', 'interrupted'),
} as const satisfies Record<keyof typeof EXIT, object>
