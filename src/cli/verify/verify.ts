import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const verify: CliCommand = {
  name: 'verify',
  title: text(
    '核验记录：逐件重放，并与透明日志对照',
    'verify records: replays every matter and compares it with the transparency log',
  ),
  flags: {
    tenant: {
      title: text('只核验这个租户（默认全部）', 'only this tenant (default: all)'),
      value: 'T',
      rule: 'tenant',
    },
    checkpoint: {
      title: text(
        '别处留存的透明日志签名（见证单位的、打印的、回执里的），可用逗号分开写几个文件',
        'heads of the transparency log kept elsewhere (a witness’s, a print, a receipt); several files with commas',
      ),
      value: 'FILE',
    },
  },
  about: text(
    '每件事项：哈希链对得上，事件重放出来与存的一字不差，各列、期限、关联、密钥与它一致，与透明日志里记下的相同；\n再核对日志本身、管理记录、岗位和人员、查询码、附件、到期销毁的任务和各单位的件数。\n带 --checkpoint 时，连整个日志被重写、被截短也看得出来。只读，不改任何东西，服务开着也能运行。',
    'For each matter: the hash chain holds, replaying its events gives the stored row byte for byte, columns, deadlines, links\nand keys agree with it, and all is as the transparency log has it; then the log itself, records of administration, posts and\npeople, codes, files, jobs that destroy what has to go, and the counts of each unit. With --checkpoint also a log that was\nrewritten or cut as a whole is found. It only reads, and may run while the server does.',
  ),
  examples: ['anlan verify', 'anlan verify --tenant qinglan --checkpoint witness.txt'],
  run: async (call) => (await import('./run-verify.ts')).runVerify(call),
}
