import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const distribute: CliCommand = {
  name: 'distribute',
  title: text('把各单位的表分布到 Citus 的多台服务器上', 'spread the tables of all offices over the servers of Citus'),
  flags: {
    'dry-run': { title: text('只列出要执行的 SQL', 'only show the SQL that would run') },
  },
  about: text(
    '每张表按租户分布，一个单位的数据总在一台服务器上；账号和迁移记录每台都有一份。先装好 Citus，再用数据库的所有者运行一次。\n没有在真的 Citus 上跑过：先在试验环境里试，见 docs/past-one-machine.md。',
    'Each table is spread by tenant, so what belongs to one office is on one server; accounts and the list of migrations are on each.\nInstall Citus first, then run this once as the owner of the tables. Never seen running on a real Citus: try it where nothing\nis lost, see docs/past-one-machine.md.',
  ),
  examples: ['anlan distribute --dry-run', 'DATABASE_URL=postgres://anlan@coordinator/anlan anlan distribute'],
  run: async (call) => (await import('./run-distribute.ts')).runDistribute(call),
}
