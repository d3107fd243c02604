import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const tlog: CliCommand = {
  name: 'tlog',
  title: text(
    '透明日志：看、登记见证单位、补记',
    'the transparency log: look, enter a witness, take in what is missing',
  ),
  args: 'status|witness|unwitness|adopt [KEY]',
  leastArgs: 1,
  mostArgs: 2,
  flags: {
    tenant: { title: text('哪个单位', 'which office'), value: 'T', rule: 'tenant' },
    reason: { title: text('理由，写进管理记录', 'why; it goes on record'), value: 'TEXT' },
  },
  about: text(
    'status 打印公钥和最新的签名，可以打印留存；witness 登记一个见证单位的公钥（它用 anlan witness init 得来），unwitness 停用。\nadopt 把没有进日志的补进去：旧版本写的，或者有人直接改了数据库。先用 anlan verify 看清楚；谁补的、为什么，永远留在记录里。',
    'status prints the public key and the newest head, to be kept on paper; witness enters the public key of a witness (from anlan witness\ninit), unwitness ends one. adopt takes in what is not in the log: written by an older program, or by somebody with SQL. Look with\nanlan verify first; who took it in and why stays on record for good.',
  ),
  examples: ['anlan tlog status --tenant qinglan', 'anlan tlog adopt --tenant qinglan --reason "…"'],
  run: async (call) => (await import('./run-tlog.ts')).runTlog(call),
}
