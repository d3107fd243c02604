import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const starters: CliCommand = {
  name: 'starters',
  title: text(
    '随程序带来的检查表和评价标准：查看、接收',
    'checklists and criteria that come with the program: see them, take them over',
  ),
  args: 'list|add',
  leastArgs: 1,
  flags: {
    tenant: {
      title: text('只办这个租户（默认全部）', 'only this tenant (default: all)'),
      value: 'T',
      rule: 'tenant',
    },
    only: {
      title: text('只接收这几份，用逗号隔开（默认全部）', 'only these, separated by commas (default: all)'),
      value: 'A,B',
    },
  },
  about: text(
    '随程序带来九小场所、危险化学品、寄递、消防、道路交通、审判场所、网络七份检查表和一份平安单位评价标准。\nadd 把它们登记成待审核的台账记录：本单位的人看过、改过、审核通过，才能引用。标着“依据待核”的是通行做法，\n没有对过条文。再运行一次不会重复登记。',
    'Seven checklists (nine small places, chemicals, courier, fire, roads, court, network) and one set of criteria come with the\nprogram. "add" registers them as records to be approved: somebody of the office reads, changes and approves them before\nthey can be used. What is marked as to be confirmed is custom and was not compared with a text. Running it twice adds nothing.',
  ),
  examples: ['anlan starters list', 'anlan starters add --tenant qinglan --only fire,courier'],
  run: async (call) => (await import('./run-starters.ts')).runStarters(call),
}
