import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const verify: CliCommand = {
  name: 'verify',
  title: text(
    '核验记录：逐件重放，改过、少了、换了顺序都看得出来',
    'verify records: replays every matter, finds any change',
  ),
  flags: {
    tenant: {
      title: text('只核验这个租户（默认全部）', 'only this tenant (default: all)'),
      value: 'T',
      rule: 'tenant',
    },
  },
  about: text(
    '每件事项：哈希链对得上，事件重放出来与存的一字不差，各列和期限与它一致；最后核对各单位的件数。\n只读，不改任何东西，服务开着也能运行。',
    'For each matter: the hash chain holds, replaying its events gives the stored row byte for byte, columns and deadlines\nagree with it; at the end the counts of each unit. It only reads, and may run while the server does.',
  ),
  examples: ['anlan verify', 'anlan verify --tenant qinglan --json'],
  run: async (call) => (await import('./run-verify.ts')).runVerify(call),
}
