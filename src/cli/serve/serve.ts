import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const serve: CliCommand = {
  name: 'serve',
  title: text('启动服务', 'start the server'),
  flags: {
    port: {
      title: text(
        '端口（默认环境变量 PORT，再默认 8080；0 表示任选一个）',
        'port (default: PORT, else 8080; 0 takes a free one)',
      ),
      value: 'N',
      rule: 'port',
    },
    host: {
      title: text(
        '监听地址（默认环境变量 HOST，再默认 127.0.0.1）',
        'address to listen on (default: HOST, else 127.0.0.1)',
      ),
      value: 'ADDRESS',
    },
    verbose: { title: text('在终端里也显示全部日志', 'show the whole log in a terminal too') },
    demo: {
      title: text(
        '库里什么都没有时，先装入演示县（密码人人知道；用 DATABASE_URL 时改发一次性密码）',
        'load the demo county first when there is no data yet (its passwords are known to all; with DATABASE_URL one-time passwords take their place)',
      ),
    },
  },
  about: text(
    '没有 DATABASE_URL 时，在 .anlan 文件夹里启动自带的 PostgreSQL；有就用它。按 Ctrl-C 停止，按两次立即停。\n还没有单位时，先运行 anlan init。',
    'Without DATABASE_URL a PostgreSQL of its own runs in the folder .anlan. Ctrl-C stops; twice stops at once.\nWhere no office is set up yet, run anlan init first.',
  ),
  examples: [
    'anlan serve --demo',
    'PORT=9000 anlan serve',
    'DATABASE_URL=postgres://anlan@db/anlan BASE_URL=https://anlan.example.cn anlan serve',
  ],
  run: async (call) => (await import('./run-serve.ts')).runServe(call),
}
