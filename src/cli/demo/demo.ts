import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const demo: CliCommand = {
  name: 'demo',
  title: text('往空库里装入演示县', 'load the demo county into an empty database'),
  flags: {},
  about: text(
    '一个编出来的县：6个乡镇、40个村和社区、各部门、法院，一年的事项。库里已有数据时不动它。',
    'An invented county: 6 townships, 40 villages, departments, a court, a year of matters. A database with data is left alone.',
  ),
  examples: ['anlan demo', 'anlan demo --json'],
  run: async (call) => (await import('./run-demo.ts')).runDemo(call),
}
