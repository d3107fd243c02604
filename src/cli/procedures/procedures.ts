import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const procedures: CliCommand = {
  name: 'procedures',
  title: text('检查各类事项的制度定义', 'check the definitions of all procedures'),
  args: 'check',
  leastArgs: 1,
  flags: {},
  about: text(
    '逐个检查每一类事项的每一版定义：名称都对得上，走得通，期限有头有尾，措辞两种语言齐全。\n每处错写明在哪里、错在哪里。不连数据库。服务启动时做同样的检查，有错就不启动。',
    'Checks every version of every procedure: names exist, every state leads somewhere, every deadline starts and ends, words\nare complete in both languages. Each fault is told with its place. It needs no database. The server checks the same when\nit starts, and does not start while there is a fault.',
  ),
  examples: ['anlan procedures check', 'anlan procedures check --json'],
  run: async (call) => (await import('./run-procedures.ts')).runProcedures(call),
}
