import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  title: text(
    '体检：时钟、磁盘、密钥、备份、邮件、数据库、版本',
    'look over clock, disks, keys, backup, mail, database, versions',
  ),
  flags: {
    strict: {
      title: text('有要留意的也算有问题（退出码 5）', 'what is worth a thought counts as found, too (exit code 5)'),
    },
  },
  about: text(
    '每项说好不好、不好怎么办。只看，不改；服务开着也能运行。用服务的同一套环境变量。\n退出码：0 没有要马上办的，5 有，4 数据库连不上。',
    'Says of each whether it is in order and what to do. It only looks, and may run while the server does, with the same environment.\nExit code 0: nothing to be mended now; 5: something; 4: the database cannot be reached.',
  ),
  examples: ['anlan doctor', 'anlan doctor --strict --json'],
  run: async (call) => (await import('./run-doctor.ts')).runDoctor(call),
}
