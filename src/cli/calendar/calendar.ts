import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const calendar: CliCommand = {
  name: 'calendar',
  title: text(
    '放假安排变了：看哪些期限会变，再重算',
    'after days off changed: see which deadlines move, then count again',
  ),
  args: 'preview|apply',
  leastArgs: 1,
  flags: {
    tenant: {
      title: text('只办这个租户（默认全部）', 'only this tenant (default: all)'),
      value: 'T',
      rule: 'tenant',
    },
  },
  about: text(
    '新版本带来新一年的放假通知，或本单位改了放假调休以后，正在走的期限还是原来的日子。\npreview 列出要变的事项，什么也不改；apply 逐件重算，各记一条，中断了再运行一次接着办。',
    'A release with a new holiday notice, or days of the office’s own, leave running deadlines where they were.\n"preview" lists the matters that would change and changes nothing; "apply" counts them again, an event each; when it is\ninterrupted, run it once more.',
  ),
  examples: ['anlan calendar preview', 'anlan calendar apply --tenant qinglan'],
  run: async (call) => (await import('./run-calendar.ts')).runCalendar(call),
}
