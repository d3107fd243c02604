import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const tiers: CliCommand = {
  name: 'tiers',
  title: text('连接上下级和邻近地方', 'tie offices above, below and beside'),
  args: 'connect|list',
  leastArgs: 1,
  flags: {
    tenant: { title: text('哪个地方', 'which office'), value: 'T', rule: 'tenant' },
    above: { title: text('它的上级', 'the office above it'), value: 'T', rule: 'tenant' },
    beside: { title: text('它的邻近地方', 'an office beside it'), value: 'T', rule: 'tenant' },
    because: { title: text('依据', 'on what basis'), value: 'TEXT' },
  },
  about: text(
    'connect 让两个地方互相知道名称、接收单位和电话，别的都不给；两边的管理员各自同意以后，事项才能互转。list 列出已经连接的。',
    '"connect" lets two offices know each other’s name, who takes in and a number, and nothing else; matters go between them once an\nadministrator of each has agreed. "list" shows what is tied.',
  ),
  examples: [
    'anlan tiers connect --tenant qinglan --above yunchuan --because 云政办〔2026〕3号',
    'anlan tiers list --tenant qinglan',
  ],
  run: async (call) => (await import('./run-tiers.ts')).runTiers(call),
}
