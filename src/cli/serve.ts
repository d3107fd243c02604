import { text } from '../domain/text.ts'
import { readEnvironment } from '../environment.ts'
import { openInstallation } from '../installation.ts'
import { composeServer } from '../main.ts'
import type { CliCommand } from './cli-command.ts'
import { isDemo, loadDemoWhenEmpty } from './demo/load-demo.ts'
import { signInTable } from './demo/sign-in-table.ts'
import { DEMO_SIGN_INS } from './demo/sign-ins.ts'
import { ensureTenant } from './ensure-tenant.ts'
import { EXIT } from './exit-code.ts'
import { untilStopped } from './until-stopped.ts'

const CONNECTIONS = 20

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
    demo: { title: text('库里什么都没有时，先装入演示县', 'load the demo county first when there is no data yet') },
  },
  about: text(
    '没有 DATABASE_URL 时，在 .anlan 文件夹里启动自带的 PostgreSQL；有就用它。按 Ctrl-C 停止，按两次立即停。',
    'Without DATABASE_URL a PostgreSQL of its own runs in the folder .anlan. Ctrl-C stops; twice stops at once.',
  ),
  examples: [
    'anlan serve --demo',
    'PORT=9000 anlan serve',
    'DATABASE_URL=postgres://anlan@db/anlan BASE_URL=https://anlan.example.cn anlan serve',
  ],
  async run({ locale, value, number, isSet, json }) {
    const read = readEnvironment(process.env)
    const environment = { ...read, port: number('port') ?? read.port, host: value('host') ?? read.host }
    const installation = await openInstallation(environment, {
      connections: CONNECTIONS,
      log: (event) => logLine({ ...event }),
    })
    try {
      if (isSet('demo')) await loadDemoWhenEmpty(installation, locale, json)
      await ensureTenant(installation)
      const server = await composeServer(installation, logLine)
      const signIns = (await isDemo(installation)) ? DEMO_SIGN_INS : []
      if (json) console.log(JSON.stringify({ url: server.url, signIns }))
      else console.log(greeting(server.url, locale, signIns.length > 0 ? signInTable(signIns, locale) : undefined))
      await untilStopped(server.stop)
    } finally {
      await installation.close()
    }
    return EXIT.done
  },
}

/** The log is one JSON line each on stderr, without personal data. */
const logLine = (line: Readonly<Record<string, unknown>>) =>
  console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))

function greeting(url: string, locale: 'zh' | 'en', signIns: string | undefined): string {
  const zh = [
    `安澜已启动：${url}`,
    `群众上报：${url}/public`,
    ...(signIns ? ['', '这是演示县，人名地名都是编的。登录名和密码：', signIns] : []),
    '',
    '按 Ctrl-C 停止',
  ]
  const en = [
    `Anlan is running: ${url}`,
    `Public reports: ${url}/public`,
    ...(signIns ? ['', 'This is the demo county; people and places are made up. Sign-ins:', signIns] : []),
    '',
    'Ctrl-C stops it',
  ]
  return ['', ...(locale === 'zh' ? zh : en), ''].join('\n')
}
