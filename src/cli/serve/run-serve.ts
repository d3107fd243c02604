import { DEMO_SIGN_INS } from '../../demo/county/sign-ins.ts'
import { isDemo } from '../../demo/load-demo.ts'
import { composeServer } from '../../server/compose-server.ts'
import { readEnvironment } from '../../server/environment.ts'
import { CONNECTIONS, openInstallation } from '../../server/installation.ts'
import { REQUESTS } from '../../storage/connection/connect.ts'
import { loadWithProgress } from '../demo/load-with-progress.ts'
import { signInTable } from '../demo/sign-in-table.ts'
import type { Call } from '../shell/cli-command.ts'
import type { ExitCode } from '../shell/exit-code.ts'
import { EXIT } from '../shell/exit-code.ts'
import { stopSignal, unlessStopped } from '../shell/stop-signal.ts'
import { ensureTenant } from './ensure-tenant.ts'
import { tellDatabase } from './tell-database.ts'

/** Serves until it is told to stop. */
export async function runServe(call: Call): Promise<ExitCode> {
  const { locale, value, number, isSet, json } = call
  const read = readEnvironment(process.env)
  const environment = { ...read, port: number('port') ?? read.port, host: value('host') ?? read.host }
  const logLine = logTo(isSet('verbose') || !process.stderr.isTTY)
  const signal = stopSignal()
  const installation = await openInstallation(environment, {
    connections: CONNECTIONS,
    patience: REQUESTS,
    signal,
    log: tellDatabase(logLine, locale),
  })
  try {
    if (isSet('demo')) await unlessStopped(signal, loadWithProgress(installation, call))
    await ensureTenant(installation)
    const signIns = (await isDemo(installation)) ? DEMO_SIGN_INS : []
    signal.throwIfAborted()
    const server = await composeServer(installation, logLine)
    if (json) console.log(JSON.stringify({ url: server.url, signIns }))
    else console.log(greeting(server.url, locale, signIns.length > 0 ? signInTable(signIns, locale) : undefined))
    await new Promise((stopped) => signal.addEventListener('abort', stopped))
    await server.stop()
  } finally {
    await installation.close()
  }
  return EXIT.done
}

/**
 * The log is one JSON line each on stderr, without personal data. In a terminal, where it would bury the sign-ins, only
 * errors are shown unless all is asked for.
 */
const logTo = (all: boolean) => (line: Readonly<Record<string, unknown>>) => {
  if (all || line['level'] === 'error') console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))
}

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
